//! A short run of the properties that the fuzz targets in `fuzz/` check: seeds, and seeds with a few edits.

use std::sync::LazyLock;

use genesys_tests::{
    dice::Dice,
    invariants::{markdown, models, openapi, pipeline},
    mutate::{dictionary, mutate},
    seeds::{self, specs},
};
use proptest::prelude::*;

/// Seeds, and the dictionary of words to insert into them.
type Inputs = (Vec<String>, Vec<Vec<u8>>);

static MARKDOWN: LazyLock<Inputs> = LazyLock::new(|| {
    (
        seeds::markdown(&specs().unwrap()).unwrap(),
        dictionary("markdown.dict").unwrap(),
    )
});
static PIPELINE: LazyLock<Inputs> = LazyLock::new(|| {
    (
        seeds::pipeline(&specs().unwrap()).unwrap(),
        dictionary("markdown.dict").unwrap(),
    )
});
static OPENAPI: LazyLock<Inputs> =
    LazyLock::new(|| (seeds::openapi(), dictionary("openapi.dict").unwrap()));
static MODELS: LazyLock<Inputs> =
    LazyLock::new(|| (seeds::models(), dictionary("models.dict").unwrap()));

fn mutated((seeds, words): &Inputs) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..40)
        .prop_map(move |bytes| mutate(seeds, words, &mut Dice::new(&bytes)))
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[test]
fn seeds_keep_the_invariants() {
    { MARKDOWN.0.iter() }.for_each(|seed| markdown::check(seed.as_bytes()));
    { PIPELINE.0.iter() }.for_each(|seed| pipeline::check(seed.as_bytes()));
    { OPENAPI.0.iter() }.for_each(|seed| openapi::check(seed.as_bytes()));
    { MODELS.0.iter() }.for_each(|seed| models::check(seed.as_bytes()));
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn mutated_pages_keep_the_invariants(page in mutated(&MARKDOWN)) {
        markdown::check(&page);
    }

    #[test]
    fn mutated_openapi_files_keep_the_invariants(file in mutated(&OPENAPI)) {
        openapi::check(&file);
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn mutated_specs_keep_the_invariants(archive in mutated(&PIPELINE)) {
        pipeline::check(&archive);
    }

    #[test]
    fn arbitrary_bytes_keep_the_invariants(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        markdown::check(&bytes);
        pipeline::check(&bytes);
        models::check(&bytes);
    }
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn mutated_payloads_keep_the_invariants(payload in mutated(&MODELS)) {
        models::check(&payload);
    }
}
