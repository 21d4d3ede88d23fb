//! Compares the parameters and responses of an operation.

use super::{ApiChangeKind, compare::OperationChanges};
use crate::{
    diff::{Change, OperationPart},
    schema::{Parameter, Response},
};

/// Compares the parameters of an operation, and lists those that were added or removed.
pub(super) fn compare_parameters(
    operation: &OperationChanges,
    old: &[Parameter],
    new: &[Parameter],
) -> Vec<Change> {
    let change = |parameter: &Parameter, kind, values| {
        let part = OperationPart {
            parameter: Some(parameter.name.clone()),
            ..operation.operation()
        };
        OperationChanges::change_of(part, kind, values)
    };
    let mut changes = Vec::new();
    let pairs = pair_parameters(old, new);
    for (before, after) in &pairs {
        for (kind, values) in parameter_changes(before, after) {
            changes.push(change(before, kind, values));
        }
    }
    for before in old {
        if !pairs
            .iter()
            .any(|(paired, _)| std::ptr::eq(*paired, before))
        {
            let values = [Some(before.ty.to_string()), None];
            changes.push(change(before, ApiChangeKind::ParameterRemoved, values));
        }
    }
    for after in new {
        if !pairs.iter().any(|(_, paired)| std::ptr::eq(*paired, after)) {
            let values = [None, Some(after.ty.to_string())];
            changes.push(change(after, ApiChangeKind::ParameterAdded, values));
        }
    }
    changes
}

/// Pairs parameters with the same name and place. A parameter without such a partner is paired by its name alone, because it
/// may have moved to another part of the request.
fn pair_parameters<'a>(
    old: &'a [Parameter],
    new: &'a [Parameter],
) -> Vec<(&'a Parameter, &'a Parameter)> {
    let is_same = |a: &Parameter, b: &Parameter| a.name == b.name && a.place == b.place;
    let has = |list: &[Parameter], it: &Parameter| list.iter().any(|other| is_same(it, other));
    let mut pairs = Vec::new();
    for before in old {
        let same = new.iter().find(|after| is_same(before, after));
        let mut moved = new.iter().filter(|after| after.name == before.name);
        if let Some(after) = same.or_else(|| moved.find(|after| !has(old, after))) {
            pairs.push((before, after));
        }
    }
    pairs
}

fn parameter_changes(
    old: &Parameter,
    new: &Parameter,
) -> Vec<(ApiChangeKind, [Option<String>; 2])> {
    let required = if new.required {
        ApiChangeKind::ParameterRequiredAdded
    } else {
        ApiChangeKind::ParameterRequiredRemoved
    };
    let requirement = |parameter: &Parameter| {
        let text = if parameter.required {
            "required"
        } else {
            "optional"
        };
        Some(text.to_owned())
    };
    let texts = [
        (
            ApiChangeKind::ParameterPlaceChanged,
            [old, new].map(|it| Some(it.place.to_string())),
        ),
        (
            ApiChangeKind::ParameterTypeChanged,
            [old, new].map(|it| Some(it.ty.to_string())),
        ),
        (required, [old, new].map(requirement)),
        (
            ApiChangeKind::ParameterDescriptionChanged,
            [old, new].map(|it| it.description.clone()),
        ),
    ];
    let mut changes: Vec<_> = { texts.into_iter() }
        .filter(|(_, [from, to])| from != to)
        .collect();
    if let (Some(before), Some(after)) = (old.ty.listed_values(), new.ty.listed_values()) {
        let (before, after) = (&before.values, &after.values);
        let removed = before.iter().filter(|value| !after.contains(value));
        let removed = removed.map(|value| [Some(value.clone()), None]);
        let added = after.iter().filter(|value| !before.contains(value));
        let added = added.map(|value| [None, Some(value.clone())]);
        changes.extend(removed.map(|values| (ApiChangeKind::ParameterValueRemoved, values)));
        changes.extend(added.map(|values| (ApiChangeKind::ParameterValueAdded, values)));
    }
    changes
}

/// Compares responses with the same status.
pub(super) fn compare_responses(
    operation: &OperationChanges,
    old: &[Response],
    new: &[Response],
) -> Vec<Change> {
    let change = |response: &Response, kind, values| {
        let part = OperationPart {
            response: Some(response.status),
            ..operation.operation()
        };
        OperationChanges::change_of(part, kind, values)
    };
    let ty = |response: &Response| response.ty.as_ref().map(ToString::to_string);
    let with_status = |list: &[Response], response: &Response| {
        list.iter()
            .position(|other| other.status == response.status)
    };
    let mut changes = Vec::new();
    for before in old {
        let Some(after) = with_status(new, before).and_then(|index| new.get(index)) else {
            let values = [ty(before), None];
            changes.push(change(before, ApiChangeKind::ResponseRemoved, values));
            continue;
        };
        let texts = [
            (ApiChangeKind::ResponseTypeChanged, [ty(before), ty(after)]),
            (
                ApiChangeKind::ResponseDescriptionChanged,
                [before.description.clone(), after.description.clone()],
            ),
        ];
        for (kind, [from, to]) in texts {
            if from != to {
                changes.push(change(before, kind, [from, to]));
            }
        }
    }
    for after in new.iter().filter(|after| with_status(old, after).is_none()) {
        let values = [None, ty(after)];
        changes.push(change(after, ApiChangeKind::ResponseAdded, values));
    }
    changes
}
