//! `export`: write a crate or a module that stands alone, or tell how one differs.

use genesys_modelgen::{
    diagnostic::Diagnostic,
    export::{Export, Provenance, module, package},
    output::update,
    pipeline::{self, Planned},
    schema::Selection,
    source,
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
    let outcome = pipeline::plan_crate(&args.spec.spec, &wanted);
    publish(&outcome.diagnostics, args.format)?;
    let Some(planned) = outcome.value else {
        return Ok(Verdict::Failed);
    };
    let Export { tree, origins } = match export(args, &wanted, &planned) {
        Ok(export) => export,
        Err(errors) => return failed(&errors, args.format),
    };
    if args.check {
        let expected = Expected {
            spec: &args.spec.spec,
            tree: &tree,
            origins: &origins,
            fix: fix::export(args),
        };
        return expected.compare(&args.out, args.format);
    }
    if let Err(errors) = update(&args.out, &tree, |_| Ok(())) {
        return failed(&errors, args.format);
    }
    say(&closing(args, planned.schema.definitions.len()));
    Ok(Verdict::Good)
}

/// Makes the files.
fn export(
    args: &ExportArgs,
    wanted: &Selection,
    planned: &Planned,
) -> Result<Export, Vec<Diagnostic>> {
    let notice = source::notice(&args.spec.spec).map_err(|error| vec![error])?;
    let provenance = Provenance {
        command: fix::provenance(args, wanted),
        notice: notice.map(|file| file.text.clone()),
    };
    if args.module {
        module(planned, &args.libraries(), &provenance)
    } else {
        package(planned, &args.package(), &provenance)
    }
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
