//! The documented responses of a method, grouped by type.

use crate::schema::{Method, Response, Status, Type};

/// The successful responses, or the other ones, whose bodies have the same type.
#[derive(Debug, PartialEq, Eq)]
pub struct ResponseGroup<'a> {
    /// The type of the bodies, or `None` if the responses have no body.
    pub ty: Option<&'a Type>,
    /// The statuses, in the docs' order.
    pub statuses: Vec<Status>,
    /// The description, if all responses of the group have the same one.
    pub description: Option<&'a str>,
}

/// Groups the responses of a method, in the order of their first statuses.
pub fn response_groups(method: &Method) -> Vec<ResponseGroup<'_>> {
    let mut groups: Vec<ResponseGroup<'_>> = Vec::new();
    for response in &method.responses {
        let Response { status, ty, .. } = response;
        let description = response.description.as_deref();
        let group = groups.iter_mut().find(|group| {
            let mut statuses = group.statuses.iter();
            group.ty == ty.as_ref() && statuses.all(|it| it.is_success() == status.is_success())
        });
        match group {
            Some(group) => {
                group.statuses.push(*status);
                group.description = group.description.filter(|text| Some(*text) == description);
            }
            None => groups.push(ResponseGroup {
                ty: ty.as_ref(),
                statuses: vec![*status],
                description,
            }),
        }
    }
    groups
}

/// Returns the type that all error responses share, or `None` if they have no type or different ones.
///
/// Error responses are those with a status of 400 or more, or `default`. Those without a type are ignored.
pub fn error_type(method: &Method) -> Option<&Type> {
    let errors = { method.responses.iter() }.filter(|response| match response.status {
        Status::Code(code) => code >= 400,
        Status::Default => true,
    });
    let mut types = errors.filter_map(|response| response.ty.as_ref());
    let first = types.next()?;
    types.all(|ty| ty == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::*;
    use crate::{schema::from_json, span::SourceFile};

    /// Returns a method with responses of these types.
    fn method(responses: &[(&str, &str)]) -> Method {
        let responses = responses.iter().map(|(status, ty)| {
            let ty = (!ty.is_empty()).then(|| json!({"kind": "ref", "name": ty}));
            json!({"description": "It happens.", "status": status, "type": ty})
        });
        let method = json!({
            "deprecated": null, "description": null, "httpMethod": "GET", "name": "getAnt",
            "parameters": [], "path": "/ants", "responses": responses.collect::<Value>(), "summary": null,
        });
        let apis = json!({"AntsAPI": {"description": null, "methods": [method]}});
        let text = json!({"version": 1, "apis": apis, "definitions": {}}).to_string();
        let path = "schema.json".into();
        let schema = from_json(&Arc::new(SourceFile { path, text })).unwrap();
        schema.apis[0].methods[0].clone()
    }

    fn error(responses: &[(&str, &str)]) -> Option<String> {
        error_type(&method(responses)).map(ToString::to_string)
    }

    #[test]
    fn the_error_type_is_that_of_all_errors() {
        let found = error(&[("200", "Ant"), ("400", "Error"), ("default", "Error")]);
        assert_eq!(found.as_deref(), Some("Error"));
        assert_eq!(error(&[("400", "Error"), ("404", "Other")]), None);
        assert_eq!(error(&[("200", "Ant"), ("302", "Link")]), None);
    }

    #[test]
    fn errors_without_a_type_do_not_matter() {
        let found = error(&[("400", ""), ("404", "Error"), ("default", "")]);
        assert_eq!(found.as_deref(), Some("Error"));
    }

    #[test]
    fn responses_are_grouped_by_type() {
        let responses = [
            ("400", "E"),
            ("200", "A"),
            ("204", ""),
            ("404", "E"),
            ("500", ""),
        ];
        let method = method(&responses);
        let groups: Vec<_> = { response_groups(&method).into_iter() }
            .map(|group| {
                group
                    .statuses
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(groups, ["400 404", "200", "204", "500"]);
    }

    #[test]
    fn successes_are_apart_from_errors_of_the_same_type() {
        let method = method(&[("200", "Ant"), ("404", "Ant")]);
        assert_eq!(response_groups(&method).len(), 2);
    }

    #[test]
    fn a_group_has_the_description_that_its_responses_share() {
        let mut method = method(&[("400", "E"), ("404", "E")]);
        assert_eq!(response_groups(&method)[0].description, Some("It happens."));
        method.responses[1].description = None;
        assert_eq!(response_groups(&method)[0].description, None);
    }
}
