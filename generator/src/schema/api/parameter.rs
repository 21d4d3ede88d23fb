//! Lowering a method's parameters: the path template and their names determine their place in the request.

use super::{model::Parameter, path_template::PathTemplate};
use crate::{
    diagnostic::Code,
    markdown::{MethodPart, ParameterItem, TypeName},
    schema::resolve::FileLowering,
};
use genesys_runtime::Place;

/// The prefixes of query and header parameters; alone, they name the group of those parameters.
const GROUPS: [(&str, Place); 2] = [("query", Place::Query), ("headers", Place::Header)];

/// Returns the parameters of a method in the docs' order, followed by those that only the path names.
pub(super) fn lower_parameters(
    part: &MethodPart,
    path: &PathTemplate,
    lowering: &mut FileLowering<'_>,
) -> Vec<Parameter> {
    let mut parameters: Vec<_> = { part.parameters.iter() }
        .filter(|item| !is_group(item, path))
        .filter_map(|item| lower_parameter(item, path, lowering))
        .collect();
    let owner = (part.name.value.as_str(), "parameter");
    let names = part.parameters.iter().map(|item| &item.name);
    lowering.report_duplicates(Code::DuplicateInApis, owner, names);
    for name in path.parameters() {
        // A parameter with an invalid description has been reported above.
        if part.parameters.iter().all(|item| item.name.value != name) {
            let endpoint = part.endpoint.as_ref();
            let span = endpoint.map_or(&part.name.span, |endpoint| &endpoint.span);
            let method = &part.name.value;
            lowering.report(
                Code::PathParameter,
                format!("the path parameter `{name}` of `{method}` is not described"),
                span.clone(),
                "treated as a required string",
                "describe it in the list of parameters",
            );
            parameters.push(Parameter::undescribed_in_path(name));
        }
    }
    parameters
}

/// Checks whether an item only announces the group of query parameters or headers below it.
fn is_group(item: &ParameterItem, path: &PathTemplate) -> bool {
    let is_object =
        item.ty.value.depth == 0 && item.ty.value.name == TypeName::Plain("object".to_owned());
    let name = &item.name.value;
    is_object
        && GROUPS.iter().any(|(group, _)| group == name)
        && path.parameters().all(|other| other != name)
}

fn lower_parameter(
    item: &ParameterItem,
    path: &PathTemplate,
    lowering: &mut FileLowering<'_>,
) -> Option<Parameter> {
    let Some((name, place)) = name_and_place(&item.name.value, path) else {
        lowering.report(
            Code::InvalidParameter,
            format!("invalid parameter name `{}`", item.name.value),
            item.name.span.clone(),
            "neither in the path nor `body`, `query.NAME` or `headers.NAME`",
            "name the part of the request, as in `query.NAME`",
        );
        return None;
    };
    // The description of a body is about the docs' own client.
    let description = item.description.as_deref().filter(|_| place != Place::Body);
    let ty = lowering.resolve_or_report(&item.ty, name, description.unwrap_or_default())?;
    Some(Parameter {
        name: name.to_owned(),
        default: None,
        place,
        ty,
        required: is_required(item, place, lowering),
        description: item.description.clone(),
    })
}

fn is_required(item: &ParameterItem, place: Place, lowering: &mut FileLowering<'_>) -> bool {
    let name = &item.name.value;
    match (place, item.required) {
        (Place::Path, Some(false)) => {
            lowering.report(
                Code::PathParameter,
                format!("the path parameter `{name}` is optional"),
                item.name.span.clone(),
                "treated as required",
                "write `required`",
            );
            true
        }
        (Place::Path, Some(true) | None) => true,
        (Place::Query | Place::Header | Place::Body, Some(required)) => required,
        (Place::Query | Place::Header | Place::Body, None) => {
            lowering.report(
                Code::InvalidRequired,
                format!("the parameter `{name}` is neither required nor optional"),
                item.ty.span.clone(),
                "treated as optional",
                "write `required` or `optional` after the type",
            );
            false
        }
    }
}

/// Returns the name on the wire and the place of a parameter.
fn name_and_place<'a>(name: &'a str, path: &PathTemplate) -> Option<(&'a str, Place)> {
    if path.parameters().any(|other| other == name) {
        return Some((name, Place::Path));
    }
    if name == "body" {
        return Some((name, Place::Body));
    }
    GROUPS.iter().find_map(|(group, place)| {
        let name = name.strip_prefix(group)?.strip_prefix('.')?;
        (!name.is_empty()).then_some((name, *place))
    })
}
