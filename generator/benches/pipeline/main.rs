//! Benchmarks of the pipeline with specs of several sizes: `cargo bench -p genesys-modelgen`.
//!
//! The time grows linearly if the throughput, in definitions or bytes per second, is the same for all sizes.

mod dice;
mod hostile;
mod synthetic;

use std::{env, fmt, fs, path::Path};

use divan::{
    Bencher,
    counter::{BytesCount, ItemsCount},
};
use genesys_modelgen::{
    diagnostic::{TextStyle, text},
    pipeline,
    schema::Selection,
};

use self::hostile::{SHAPES, Shape, page};

/// The number of definitions in the edition of 2025-04-24.
const PLATFORM: usize = 3_783;

fn main() {
    divan::main();
}

/// The size of a spec.
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

fn is_measuring() -> bool {
    env::args().any(|argument| argument == "--bench")
}

/// Returns the sizes to measure, or a small one if the benchmarks are run as tests by `cargo test --benches`.
fn sizes() -> Vec<Size> {
    let times = |name, factor| Size {
        name,
        definitions: factor * PLATFORM,
    };
    if is_measuring() {
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

/// Measures the pipeline from files on disk to formatted sources in memory.
#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn generate(bencher: Bencher, size: Size) {
    with_spec(bencher, size, |spec| {
        let outcome = pipeline::generate(spec, &Selection::default());
        assert!(outcome.value.is_some(), "{:?}", outcome.diagnostics.first());
        outcome
    });
}

/// Measures the pipeline from files on disk to the plan of the sources.
#[divan::bench(args = sizes(), sample_count = 3, sample_size = 1)]
fn plan(bencher: Bencher, size: Size) {
    with_spec(bencher, size, |spec| {
        pipeline::plan_crate(spec, &Selection::default())
    });
}

/// Measures `stage` on a synthetic spec.
fn with_spec<T>(bencher: Bencher, size: Size, stage: impl Fn(&Path) -> T + Sync) {
    let spec = tempfile::tempdir().expect("a folder for the spec");
    synthetic::write(spec.path(), size.definitions).expect("a spec on disk");
    bencher
        .counter(ItemsCount::new(size.definitions))
        .bench(|| stage(spec.path()));
}

/// Measures the pipeline on malicious input, and rendering the diagnostics.
#[divan::bench(args = SHAPES, consts = [1, 4], sample_count = 3, sample_size = 1)]
fn hostile<const FACTOR: usize>(bencher: Bencher, shape: Shape) {
    let page = page(shape, FACTOR * if is_measuring() { 100_000 } else { 100 });
    let spec = tempfile::tempdir().expect("a folder for the spec");
    fs::write(spec.path().join("a-definition.md"), &page).expect("a spec on disk");
    bencher.counter(BytesCount::new(page.len())).bench(|| {
        let outcome = pipeline::generate(spec.path(), &Selection::default());
        text(&outcome.diagnostics, TextStyle::default())
    });
}
