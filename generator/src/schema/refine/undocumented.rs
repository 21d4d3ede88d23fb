//! Reports or adds definitions and methods that are only in the docs or only in the OpenAPI file.

use super::{disagreement::Disagreements, method_index::MethodIndex};
use crate::{
    diagnostic::Code,
    schema::{Api, Definition, Input, Method, Schema},
};

/// Reports the definitions and methods that are only in the docs.
///
/// Reports nothing if the file has fewer than half as many definitions as the docs: it then covers only a part of the API.
pub fn report_missing(docs: &Schema, exact: &Schema, disagreements: &mut Disagreements) {
    if 2 * exact.definitions.len() < docs.definitions.len() {
        return;
    }
    let help = "nothing makes it more exact";
    for definition in undocumented_definitions(exact, docs) {
        let message = format!("`{}` is not in the OpenAPI file", definition.name);
        disagreements.one_sided(Code::MissingInFile, message, &definition.origin, help);
    }
    let described = MethodIndex::new(exact);
    for method in docs.apis.iter().flat_map(|api| &api.methods) {
        if !described.contains(method) {
            let message = format!("the method `{}` is not in the OpenAPI file", method.name);
            disagreements.one_sided(Code::MissingInFile, message, &method.origin, help);
        }
    }
}

/// Reports the definitions and methods that only the file has.
pub fn report(docs: &Schema, exact: &Schema, disagreements: &mut Disagreements) {
    let help = "`--undocumented` includes it";
    for definition in undocumented_definitions(docs, exact) {
        let message = format!("`{}` is only in the OpenAPI file", definition.name);
        disagreements.one_sided(Code::Undocumented, message, &definition.origin, help);
    }
    let documented = MethodIndex::new(docs);
    for method in exact.apis.iter().flat_map(|api| &api.methods) {
        if !documented.contains(method) {
            let message = format!("the method `{}` is only in the OpenAPI file", method.name);
            disagreements.one_sided(Code::Undocumented, message, &method.origin, help);
        }
    }
}

fn undocumented_definitions<'a>(
    docs: &Schema,
    exact: &'a Schema,
) -> impl Iterator<Item = &'a Definition> {
    let definitions = exact.definitions.iter();
    definitions.filter(|it| docs.definition(it.name.as_str()).is_none())
}

/// Adds the definitions and methods that are only in the file.
pub fn add(mut docs: Schema, exact: &Schema) -> Schema {
    let added: Vec<_> = { undocumented_definitions(&docs, exact).cloned() }
        .map(|definition| Definition {
            described_by: Input::OpenApi,
            ..definition
        })
        .collect();
    docs.definitions.extend(added);
    docs.definitions.sort_by(|a, b| a.name.cmp(&b.name));
    let apis = undocumented_apis(&docs, exact);
    for api in apis {
        match docs.apis.iter_mut().find(|it| it.name == api.name) {
            Some(documented) => documented.methods.extend(api.methods),
            None => docs.apis.push(api),
        }
    }
    docs.apis.sort_by(|a, b| a.name.cmp(&b.name));
    docs
}

/// Returns the APIs of the file with the methods that only the file has.
fn undocumented_apis(docs: &Schema, exact: &Schema) -> Vec<Api> {
    let documented = MethodIndex::new(docs);
    let apis = exact.apis.iter().map(|api| {
        let methods = api.methods.iter();
        let methods = methods.filter(|method| !documented.contains(method));
        let methods = methods.cloned().map(|method| Method {
            described_by: Input::OpenApi,
            ..method
        });
        Api {
            name: api.name.clone(),
            description: api.description.clone(),
            methods: methods.collect(),
            origin: api.origin.clone(),
        }
    });
    apis.filter(|api| !api.methods.is_empty()).collect()
}
