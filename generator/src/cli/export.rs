//! `export`: write a stand-alone crate.

use genesys_modelgen::{
    export::{Package, package},
    output::{compare, write},
    pipeline,
};

use super::{
    Verdict,
    args::ExportArgs,
    report::{counted, tell, value_of},
};

/// Writes the crate's sources and its manifest.
pub fn run(args: &ExportArgs) -> anyhow::Result<Verdict> {
    let Some(generated) = value_of(pipeline::generate(&args.spec.spec, &args.roots.roots)) else {
        return Ok(Verdict::Failed);
    };
    let tree = package(generated.tree, &Package { name: args.name.clone(), version: args.version.clone() });
    let synced = compare(&args.out, &tree).and_then(|changes| write(&args.out, &tree, &changes));
    if let Err(errors) = synced {
        tell(&errors);
        return Ok(Verdict::Failed);
    }
    let definitions = counted(generated.schema.definitions.len(), "definition");
    eprintln!("the crate `{}` with {definitions} is in `{}`", args.name, args.out.display());
    Ok(Verdict::Good)
}
