//! The documented responses of a method, grouped by type.

use crate::schema::{Method, Response, Status, Type};

/// The successful responses, or the other ones, whose bodies have the same type.
#[derive(Debug, PartialEq, Eq)]
pub struct ResponseGroup<'a> {
    /// The type of the bodies; `None` if there are none.
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

/// Returns the type of the error responses, unless there is none or they differ.
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
