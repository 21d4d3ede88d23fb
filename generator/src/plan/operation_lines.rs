//! The lines of text that describe an endpoint at run time; see [`genesys_runtime::Operation`].

use genesys_runtime::Place;

use super::responses::{ResponseGroup, response_groups};
use crate::schema::{Method, Parameter, Permissions};

/// Returns the lines about the requests of a method: whether it is a preview, its permissions, and its parameters.
pub fn request_lines(method: &Method) -> Vec<String> {
    let preview = method.preview.then(|| "preview".to_owned());
    let (mark, permissions) = match &method.permissions {
        Some(Permissions::Any(names)) => ('|', names.as_slice()),
        Some(Permissions::All(names)) => ('&', names.as_slice()),
        None => ('|', &[][..]),
    };
    let permissions = permissions.iter().map(|name| format!("{mark} {name}"));
    let parameters = method.parameters.iter().flat_map(parameter_lines);
    { preview.into_iter() }
        .chain(permissions)
        .chain(parameters)
        .collect()
}

/// Returns the lines of a parameter: one for its name and type, and one each for its description, its default and its
/// listed values.
fn parameter_lines(parameter: &Parameter) -> Vec<String> {
    let Parameter {
        default,
        description,
        place,
        name,
        required,
        ty,
    } = parameter;
    let listed = ty.listed_values();
    let values = listed.into_iter().flat_map(|listed| &listed.values);
    [first_line(*place, *required, &ty.to_string(), name)]
        .into_iter()
        .chain(description.iter().map(|text| format!("# {text}")))
        .chain(default.iter().map(|value| format!(": {value}")))
        .chain(values.map(|value| format!("= {value}")))
        .collect()
}

fn first_line(place: Place, required: bool, ty: &str, name: &str) -> String {
    let required = if required { "! " } else { "" };
    let is_ambiguous = ty.contains(' ') || name.contains('\t');
    let separator = if is_ambiguous { '\t' } else { ' ' };
    format!("{place} {required}{ty}{separator}{name}")
}

/// Returns the lines about the responses of a method: one for each type, with the statuses of its responses.
pub fn response_lines(method: &Method) -> Vec<String> {
    response_groups(method).iter().map(response_line).collect()
}

fn response_line(group: &ResponseGroup<'_>) -> String {
    let statuses: Vec<_> = group.statuses.iter().map(ToString::to_string).collect();
    let statuses = statuses.join(" ");
    let Some(ty) = group.ty.map(ToString::to_string) else {
        return statuses;
    };
    let is_status = |word: &str| word == "default" || word.parse::<u16>().is_ok();
    let is_ambiguous = ty.split(' ').next().is_some_and(is_status) || ty.contains('\t');
    let separator = if is_ambiguous { '\t' } else { ' ' };
    format!("{statuses}{separator}{ty}")
}
