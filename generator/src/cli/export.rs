//! `export`: write a stand-alone crate.

use genesys_modelgen::{
    export::{Package, package},
    output::{compare, write},
    pipeline, source,
};

use super::{
    Verdict,
    args::ExportArgs,
    report::{counted, say, tell, value_of},
};

/// Writes the crate's sources, its manifest and the docs' notice.
pub fn run(args: &ExportArgs) -> Verdict {
    let Some(generated) = value_of(pipeline::generate(&args.spec.spec, &args.roots.roots)) else {
        return Verdict::Failed;
    };
    let written = source::notice(&args.spec.spec)
        .map_err(|error| vec![error])
        .and_then(|notice| {
            let notice = notice.map(|file| file.text.clone());
            let (name, version) = (args.name.clone(), args.version.clone());
            let tree = package(
                generated.tree,
                &Package {
                    name,
                    version,
                    notice,
                },
            );
            compare(&args.out, &tree).and_then(|changes| write(&args.out, &tree, &changes))
        });
    if let Err(errors) = written {
        tell(&errors);
        return Verdict::Failed;
    }
    let definitions = counted(generated.schema.definitions.len(), "definition");
    say(&format!(
        "the crate `{}` with {definitions} is in `{}`\n",
        args.name,
        args.out.display()
    ));
    Verdict::Good
}
