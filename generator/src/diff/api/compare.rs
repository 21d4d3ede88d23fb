//! Compares API pages, paths and operations.

use std::collections::BTreeMap;

use genesys_runtime::HttpMethod;

use super::{
    ApiChangeKind,
    operations::{Operation, Operations},
    parts::{compare_parameters, compare_responses},
};
use crate::{
    diff::{Change, ChangeKind, OperationPart, Subject},
    schema::{Api, Method, Schema},
};

/// Returns the changes to the APIs of two schemas, in no particular order.
pub fn compare_apis(old: &Schema, new: &Schema) -> Vec<Change> {
    let mut changes = compare_pages(old, new);
    let (old, new) = (Operations::new(old), Operations::new(new));
    for (path, before) in old.paths() {
        match new.path(path) {
            Some(after) => changes.extend(compare_paths(path, before, after)),
            None => changes.push(path_change(path, ApiChangeKind::PathRemoved)),
        }
    }
    let is_added = |(path, _): &(&str, _)| old.path(path).is_none();
    for (path, operations) in new.paths().filter(is_added) {
        changes.push(path_change(path, ApiChangeKind::PathAdded));
        let added = operations.keys().map(|method| {
            OperationChanges::new(path, *method).change(ApiChangeKind::OperationAdded, [None, None])
        });
        changes.extend(added);
    }
    changes
}

fn compare_pages(old: &Schema, new: &Schema) -> Vec<Change> {
    let mut changes = Vec::new();
    for before in &old.apis {
        match page(new, before) {
            Some(after) => {
                let values = [before, after].map(|api| api.description.clone());
                if values[0] != values[1] {
                    let kind = ApiChangeKind::ApiDescriptionChanged;
                    changes.push(page_change(before, kind, values));
                }
            }
            None => changes.push(page_change(before, ApiChangeKind::ApiRemoved, [None, None])),
        }
    }
    let added = new.apis.iter().filter(|after| page(old, after).is_none());
    changes.extend(added.map(|api| page_change(api, ApiChangeKind::ApiAdded, [None, None])));
    changes
}

/// Returns the page of the API with the same name.
fn page<'a>(schema: &'a Schema, api: &Api) -> Option<&'a Api> {
    schema.apis.iter().find(|other| other.name == api.name)
}

fn page_change(api: &Api, kind: ApiChangeKind, values: [Option<String>; 2]) -> Change {
    let subject = Subject::Api {
        api: api.name.clone(),
    };
    api_change(subject, kind, values)
}

fn compare_paths(
    path: &str,
    old: &BTreeMap<HttpMethod, Operation<'_>>,
    new: &BTreeMap<HttpMethod, Operation<'_>>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for (method, before) in old {
        let operation = OperationChanges::new(path, *method);
        if let Some(after) = new.get(method) {
            changes.extend(operation.compare(before, after));
        } else {
            let values = [summary(before), None];
            changes.push(operation.change(ApiChangeKind::OperationRemoved, values));
        }
    }
    for (method, after) in new.iter().filter(|(method, _)| !old.contains_key(*method)) {
        let values = [None, summary(after)];
        let operation = OperationChanges::new(path, *method);
        changes.push(operation.change(ApiChangeKind::OperationAdded, values));
    }
    changes
}

fn summary(operation: &Operation<'_>) -> Option<String> {
    operation.first()?.summary.clone()
}

fn path_change(path: &str, kind: ApiChangeKind) -> Change {
    let subject = Subject::Operation(OperationPart {
        path: path.to_owned(),
        method: None,
        parameter: None,
        response: None,
    });
    api_change(subject, kind, [None, None])
}

fn api_change(subject: Subject, kind: ApiChangeKind, values: [Option<String>; 2]) -> Change {
    Change::new(kind.level(), subject, ChangeKind::Api(kind), values)
}

/// A constructor of the changes to one operation.
pub(super) struct OperationChanges {
    operation: OperationPart,
}

impl OperationChanges {
    fn new(path: &str, method: HttpMethod) -> Self {
        Self {
            operation: OperationPart {
                path: path.to_owned(),
                method: Some(method),
                parameter: None,
                response: None,
            },
        }
    }

    pub(super) fn operation(&self) -> OperationPart {
        self.operation.clone()
    }

    fn change(&self, kind: ApiChangeKind, values: [Option<String>; 2]) -> Change {
        Self::change_of(self.operation(), kind, values)
    }

    pub(super) fn change_of(
        part: OperationPart,
        kind: ApiChangeKind,
        values: [Option<String>; 2],
    ) -> Change {
        api_change(Subject::Operation(part), kind, values)
    }

    fn compare(&self, old: &Operation<'_>, new: &Operation<'_>) -> Vec<Change> {
        let mut changes = Vec::new();
        for api in old
            .methods
            .keys()
            .filter(|api| !new.methods.contains_key(*api))
        {
            let values = [Some(api.to_string()), None];
            changes.push(self.change(ApiChangeKind::TagRemoved, values));
        }
        for api in new
            .methods
            .keys()
            .filter(|api| !old.methods.contains_key(*api))
        {
            let values = [None, Some(api.to_string())];
            changes.push(self.change(ApiChangeKind::TagAdded, values));
        }
        // All pages of an operation have the same description of it, so most of these changes are equal.
        for (before, after) in method_pairs(old, new) {
            for change in self.compare_methods(before, after) {
                if !changes.contains(&change) {
                    changes.push(change);
                }
            }
        }
        changes
    }

    fn compare_methods(&self, old: &Method, new: &Method) -> Vec<Change> {
        let mut changes = Vec::new();
        let name = |method: &Method| Some(method.name.to_string());
        let notice = |method: &Method| method.deprecated.clone();
        let deprecation = match (&old.deprecated, &new.deprecated) {
            (None, _) => ApiChangeKind::Deprecated,
            (Some(_), None) => ApiChangeKind::Undeprecated,
            (Some(_), Some(_)) => ApiChangeKind::DeprecationNoticeChanged,
        };
        let texts = [
            (ApiChangeKind::MethodNameChanged, [name(old), name(new)]),
            (deprecation, [notice(old), notice(new)]),
            (
                ApiChangeKind::SummaryChanged,
                [old.summary.clone(), new.summary.clone()],
            ),
            (
                ApiChangeKind::OperationDescriptionChanged,
                [old.description.clone(), new.description.clone()],
            ),
        ];
        for (kind, [from, to]) in texts {
            if from != to {
                changes.push(self.change(kind, [from, to]));
            }
        }
        changes.extend(compare_parameters(self, &old.parameters, &new.parameters));
        changes.extend(compare_responses(self, &old.responses, &new.responses));
        changes
    }
}

/// Pairs the old and the new method on each API page that lists the operation in both schemas, or the first methods
/// without such a page.
fn method_pairs<'a>(old: &Operation<'a>, new: &Operation<'a>) -> Vec<(&'a Method, &'a Method)> {
    let pairs =
        { old.methods.iter() }.filter_map(|(api, before)| Some((*before, *new.methods.get(api)?)));
    let pairs: Vec<_> = pairs.collect();
    if pairs.is_empty() {
        old.first().zip(new.first()).into_iter().collect()
    } else {
        pairs
    }
}
