//! Where parameters stand: the path's template and their names tell.

use super::{
    duplicate::duplicate_parameters,
    lower::Lowering,
    model::{Parameter, PathTemplate, Place},
};
use crate::{
    diagnostic::Code,
    markdown::{MethodPart, ParameterItem, TypeName},
    schema::{Type, resolve::Mention},
};

/// The name of the body among the parameters.
const BODY: &str = "body";

/// What stands for the query as a whole, or for all headers, and before the name of each.
const GROUPS: [(&str, Place); 2] = [("query", Place::Query), ("headers", Place::Header)];

const PLACE_HELP: &str =
    "a parameter is named in the path's braces, or it is `body`, `query.NAME` or `headers.NAME`";

/// The parameters of a method, in the docs' order, and then those that only the path names.
pub(super) fn parameters(
    lowering: &mut Lowering<'_>,
    part: &MethodPart,
    path: &PathTemplate,
) -> Vec<Parameter> {
    let items = part.parameters.iter();
    let mut parameters: Vec<_> = { items }
        .filter(|item| !is_group(item, path))
        .filter_map(|item| parameter(lowering, item, path))
        .collect();
    let found = duplicate_parameters(part, lowering.source());
    lowering.extend(found);
    for name in path.parameters() {
        // One that is described, but wrongly, has its error already.
        if part.parameters.iter().all(|item| item.name.value != name) {
            parameters.push(undescribed(lowering, part, name));
        }
    }
    parameters
}

/// Whether the item is just the list's way to say that parameters of a kind follow.
fn is_group(item: &ParameterItem, path: &PathTemplate) -> bool {
    let is_object =
        item.ty.value.depth == 0 && item.ty.value.name == TypeName::Plain("object".to_owned());
    let name = &item.name.value;
    is_object
        && GROUPS.iter().any(|(group, _)| group == name)
        && path.parameters().all(|other| other != name)
}

fn parameter(
    lowering: &mut Lowering<'_>,
    item: &ParameterItem,
    path: &PathTemplate,
) -> Option<Parameter> {
    let Some((name, place)) = place(&item.name.value, path) else {
        let message = format!(
            "the parameter `{}` has no place in the request",
            item.name.value
        );
        lowering.report(
            Code::InvalidParameter,
            message,
            item.name.span.clone(),
            "of this name",
            PLACE_HELP,
        );
        return None;
    };
    let ty = lowering.resolve(&Mention {
        source: &lowering.source().clone(),
        cell: &item.ty,
        of: name,
        description: prose(item, place),
    })?;
    Some(Parameter {
        name: name.to_owned(),
        place,
        ty,
        required: required(lowering, item, place),
        description: item.description.clone(),
    })
}

/// What the description tells of the type; of a body's nothing, since that speaks of the docs' own client.
fn prose(item: &ParameterItem, place: Place) -> &str {
    let description = item.description.as_deref().filter(|_| place != Place::Body);
    description.unwrap_or_default()
}

fn required(lowering: &mut Lowering<'_>, item: &ParameterItem, place: Place) -> bool {
    match (place, item.required) {
        (Place::Path, Some(false)) => {
            let message = format!(
                "`{}` is part of the path, and called optional",
                item.name.value
            );
            let span = item.name.span.clone();
            lowering.report(
                Code::PathParameter,
                message,
                span,
                "taken as required",
                "write `required`",
            );
            true
        }
        (Place::Path, _) => true,
        (_, Some(required)) => required,
        (_, None) => {
            let message = format!(
                "the parameter `{}` is neither required nor optional",
                item.name.value
            );
            let span = item.ty.span.clone();
            lowering.report(
                Code::InvalidRequired,
                message,
                span,
                "taken as optional",
                "write `required` or `optional` behind the type",
            );
            false
        }
    }
}

fn place<'a>(name: &'a str, path: &PathTemplate) -> Option<(&'a str, Place)> {
    if path.parameters().any(|other| other == name) {
        return Some((name, Place::Path));
    }
    if name == BODY {
        return Some((name, Place::Body));
    }
    GROUPS.iter().find_map(|(group, place)| {
        let name = name.strip_prefix(group)?.strip_prefix('.')?;
        (!name.is_empty()).then_some((name, *place))
    })
}

fn undescribed(lowering: &mut Lowering<'_>, part: &MethodPart, name: &str) -> Parameter {
    let message = format!(
        "the parameter `{name}` of the path of `{}` is not described",
        part.name.value
    );
    let span = part
        .endpoint
        .as_ref()
        .map_or_else(|| part.name.span.clone(), |endpoint| endpoint.span.clone());
    lowering.report(
        Code::PathParameter,
        message,
        span,
        "in this path; taken as a string",
        "describe it in the list of parameters",
    );
    Parameter {
        name: name.to_owned(),
        place: Place::Path,
        ty: Type::String,
        required: true,
        description: None,
    }
}
