//! The time of the whole pipeline against the size of the spec.
//!
//! `cargo bench -p genesys-modelgen` runs it. Growth is linear where the definitions a second stay the same.

mod synthetic;

use std::{env, fmt, path::Path};

use divan::{Bencher, counter::ItemsCount};
use genesys_modelgen::{pipeline, schema::Selection};

/// How many definitions the whole platform had when this was written.
const PLATFORM: usize = 3_783;

fn main() {
    divan::main();
}

/// How large a spec is.
#[derive(Debug, Clone, Copy)]
struct Size {
    name: &'static str,
    definitions: usize,
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The sizes to measure; where nothing is measured, as under `cargo test`, one that only shows that all of it runs.
fn sizes() -> Vec<Size> {
    let measures = env::args().any(|argument| argument == "--bench");
    let times = |name, factor| Size {
        name,
        definitions: factor * PLATFORM,
    };
    if measures {
        vec![
            times("1 platform", 1),
            times("4 platforms", 4),
            times("16 platforms", 16),
        ]
    } else {
        vec![Size {
            name: "a sample",
            definitions: 40,
        }]
    }
}

/// From files on disk to formatted sources in memory.
#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn generate(bencher: Bencher, size: Size) {
    with_spec(bencher, size, |spec| {
        let outcome = pipeline::generate(spec, &Selection::default());
        assert!(outcome.value.is_some(), "{:?}", outcome.diagnostics.first());
        outcome
    });
}

/// Without the last stage: from files on disk to a plan of the sources.
#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn inspect(bencher: Bencher, size: Size) {
    with_spec(bencher, size, |spec| {
        pipeline::plan_crate(spec, &Selection::default())
    });
}

/// Measures a stage on a synthetic spec.
fn with_spec<T>(bencher: Bencher, size: Size, stage: impl Fn(&Path) -> T + Sync) {
    let spec = tempfile::tempdir().expect("a folder for the spec");
    synthetic::write(spec.path(), size.definitions).expect("a spec on disk");
    bencher
        .counter(ItemsCount::new(size.definitions))
        .bench(|| stage(spec.path()));
}
