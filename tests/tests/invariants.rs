//! What the fuzz targets in `fuzz/` look for, in seconds: seeds with a few changes do no harm.

use std::sync::LazyLock;

use genesys_tests::{
    dice::Dice,
    dictionary,
    invariants::{markdown, models, pipeline},
    mutate::mutate,
    seeds::{self, specs},
};
use proptest::prelude::*;

/// Seeds, and the words that are put into them.
type Inputs = (Vec<String>, Vec<Vec<u8>>);

static MARKDOWN: LazyLock<Inputs> = LazyLock::new(|| {
    (
        seeds::markdown(&specs().unwrap()).unwrap(),
        words("markdown"),
    )
});
static PIPELINE: LazyLock<Inputs> = LazyLock::new(|| {
    (
        seeds::pipeline(&specs().unwrap()).unwrap(),
        words("markdown"),
    )
});
static MODELS: LazyLock<Inputs> = LazyLock::new(|| (seeds::models(), words("models")));

fn words(name: &str) -> Vec<Vec<u8>> {
    dictionary::words(&format!("{name}.dict")).unwrap()
}

/// Inputs that are nearly right.
fn near((seeds, words): &Inputs) -> impl Strategy<Value = Vec<u8>> {
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
fn seeds_do_no_harm() {
    { MARKDOWN.0.iter() }.for_each(|seed| markdown::check(seed.as_bytes()));
    { PIPELINE.0.iter() }.for_each(|seed| pipeline::check(seed.as_bytes()));
    { MODELS.0.iter() }.for_each(|seed| models::check(seed.as_bytes()));
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn pages_that_are_nearly_right_do_no_harm(page in near(&MARKDOWN)) {
        markdown::check(&page);
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn specs_that_are_nearly_right_do_no_harm(archive in near(&PIPELINE)) {
        pipeline::check(&archive);
    }

    #[test]
    fn any_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        markdown::check(&bytes);
        pipeline::check(&bytes);
        models::check(&bytes);
    }
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn payloads_that_are_nearly_right_do_no_harm(payload in near(&MODELS)) {
        models::check(&payload);
    }
}
