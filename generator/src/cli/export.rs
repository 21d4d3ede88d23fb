//! `export`: write a crate or a module that stands alone, or tell how one differs.

use std::collections::BTreeMap;

use genesys_modelgen::{
    diagnostic::Diagnostic,
    export::{Provenance, in_module, module, package},
    output::{PreparedUpdate, prepare},
    pipeline::{self, Generated},
    schema::{Origin, Selection},
    source,
    tree::Tree,
};

use super::{
    Verdict,
    args::ExportArgs,
    check::{Expected, failed},
    fix,
    report::{counted, publish, say},
};

/// Makes the files, and writes or compares them.
pub fn run(args: &ExportArgs) -> anyhow::Result<Verdict> {
    let wanted = match args.roots.selection() {
        Ok(wanted) => wanted,
        Err(errors) => return failed(&errors, args.format),
    };
    let outcome = pipeline::generate(&args.spec.spec, &wanted);
    publish(&outcome.diagnostics, args.format)?;
    let Some(generated) = outcome.value else {
        return Ok(Verdict::Failed);
    };
    let tree = match tree(args, &wanted, &generated) {
        Ok(tree) => tree,
        Err(errors) => return failed(&errors, args.format),
    };
    if args.check {
        let expected = Expected {
            spec: &args.spec.spec,
            tree: &tree,
            origins: &origins(args, generated.origins),
            fix: fix::export(args),
        };
        return expected.compare(&args.out, args.format);
    }
    if let Err(errors) = prepare(&args.out, &tree).and_then(PreparedUpdate::commit) {
        return failed(&errors, args.format);
    }
    say(&closing(args, generated.schema.definitions.len()));
    Ok(Verdict::Good)
}

/// The files of what is exported.
fn tree(
    args: &ExportArgs,
    wanted: &Selection,
    generated: &Generated,
) -> Result<Tree, Vec<Diagnostic>> {
    let notice = source::load_notice(&args.spec.spec).map_err(|error| vec![error])?;
    let provenance = Provenance {
        command: fix::provenance(args, wanted),
        notice: notice.map(|file| file.text.clone()),
    };
    if args.module {
        Ok(module(generated, &args.libraries(), &provenance))
    } else {
        package(generated, &args.package(), &provenance)
    }
}

/// The definitions behind the files of what is exported.
fn origins(args: &ExportArgs, origins: BTreeMap<String, Origin>) -> BTreeMap<String, Origin> {
    if !args.module {
        return origins;
    }
    let origins = origins.into_iter();
    origins
        .map(|(path, origin)| (in_module(&path).to_owned(), origin))
        .collect()
}

fn closing(args: &ExportArgs, definitions: usize) -> String {
    let what = if args.module {
        "the module".to_owned()
    } else {
        format!("the crate `{}`", args.name)
    };
    let definitions = counted(definitions, "definition");
    let out = args.out.display();
    format!("{what} with {definitions} is in `{out}`\n")
}
