//! Prints an OpenAPI file of the size of the platform's: `openapi SPEC`.
//!
//! The file has the definitions and methods of the docs in the folder, with pseudorandom exact types.

use std::{env, io, path::PathBuf};

use genesys_modelgen::{pipeline, schema::Selection};
use genesys_tests::openapi::{make_exact, print};

fn main() -> io::Result<()> {
    let spec = env::args_os().nth(1).map(PathBuf::from);
    let spec = spec.ok_or_else(|| io::Error::other("usage: openapi SPEC"))?;
    let read = pipeline::read_schema(&spec, &Selection::default());
    let mut schema = read
        .value
        .ok_or_else(|| io::Error::other(format!("{:?}", read.diagnostics)))?;
    make_exact(&mut schema);
    io::Write::write_all(&mut io::stdout().lock(), print(&schema).as_bytes())
}
