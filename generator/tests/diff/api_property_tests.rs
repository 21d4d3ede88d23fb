//! Property tests: the changes between the APIs of two random schemas are exactly the edits between them.

use std::collections::BTreeSet;

use genesys_modelgen::{
    diff::{ApiChangeKind, Change, ChangeKind, compare},
    schema::{from_json, print::json},
    span::SourceFile,
};
use proptest::prelude::*;

use crate::{
    random_apis::{
        APIS, METHODS, OperationEdit, ParameterEdit, ResponseEdit, api_edits, api_schema, path,
    },
    random_edits::{Presence, RandomType, description},
};

/// Formats a change as its kind, the changed part, and the old and the new value.
fn line(change: &Change) -> String {
    let part = change.subject.operation().unwrap();
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let item = [
        or_dash(part.method.map(|method| method.to_string())),
        part.path.clone(),
        or_dash(part.parameter.clone()),
        or_dash(part.response.map(|status| status.to_string())),
    ];
    let (from, to) = (or_dash(change.from.clone()), or_dash(change.to.clone()));
    let kind = change.kind.as_str();
    format!("{} {kind} {from} {to}", item.join(" "))
}

/// The expected changes of one operation.
struct Expected {
    operation: String,
    lines: Vec<String>,
}

impl Expected {
    /// Adds a change, unless the old and the new value are equal.
    fn add(&mut self, part: &str, kind: &str, [from, to]: [Option<String>; 2]) {
        if from != to {
            self.always_add(part, kind, [from, to]);
        }
    }

    fn always_add(&mut self, part: &str, kind: &str, values: [Option<String>; 2]) {
        let [from, to] = values.map(|value| value.unwrap_or_else(|| "-".to_owned()));
        let operation = &self.operation;
        self.lines
            .push(format!("{operation} {part} {kind} {from} {to}"));
    }

    fn compare(&mut self, index: usize, edit: &OperationEdit) {
        for (tag, api) in edit.tags.iter().zip(APIS) {
            let api = Some(api.to_owned());
            match tag {
                [true, false] => self.add("- -", "tag-removed", [api, None]),
                [false, true] => self.add("- -", "tag-added", [None, api]),
                [true, true] | [false, false] => {}
            }
        }
        let names = edit.names.map(|name| Some(format!("m{index}n{name}")));
        self.add("- -", "method-name-changed", names);
        let [notices, summaries, descriptions] = edit.texts.map(|texts| texts.map(description));
        let deprecation = match &notices {
            [None, _] => "deprecated",
            [_, None] => "undeprecated",
            _ => "deprecation-notice-changed",
        };
        self.add("- -", deprecation, notices);
        self.add("- -", "summary-changed", summaries);
        self.add("- -", "operation-description-changed", descriptions);
        for (number, edit) in edit.parameters.iter().enumerate() {
            self.compare_parameter(&format!("q{number} -"), edit);
        }
        for (edit, status) in edit.responses.iter().zip(200..) {
            self.compare_response(&format!("- {status}"), edit);
        }
    }

    fn compare_parameter(&mut self, part: &str, edit: &ParameterEdit) {
        let types = edit.types.map(|ty| Some(ty.name()));
        if self.is_added_or_removed(part, "parameter", edit.presence, types.clone()) {
            return;
        }
        let places = edit.places.map(|place| Some(place.to_string()));
        self.add(part, "parameter-place-changed", places);
        self.add(part, "parameter-type-changed", types);
        let [optional, required] = ["optional", "required"].map(|it| Some(it.to_owned()));
        match edit.required {
            [false, true] => self.add(part, "parameter-required-added", [optional, required]),
            [true, false] => self.add(part, "parameter-required-removed", [required, optional]),
            _ => {}
        }
        let descriptions = edit.descriptions.map(description);
        self.add(part, "parameter-description-changed", descriptions);
        let [old, new] = edit.types.map(RandomType::values);
        if !old.is_empty() && !new.is_empty() {
            for value in old.difference(&new) {
                self.add(
                    part,
                    "parameter-value-removed",
                    [Some((*value).to_owned()), None],
                );
            }
            for value in new.difference(&old) {
                self.add(
                    part,
                    "parameter-value-added",
                    [None, Some((*value).to_owned())],
                );
            }
        }
    }

    fn compare_response(&mut self, part: &str, edit: &ResponseEdit) {
        let types = edit.types.map(|ty| ty.map(RandomType::name));
        if !self.is_added_or_removed(part, "response", edit.presence, types.clone()) {
            self.add(part, "response-type-changed", types);
            let descriptions = edit.descriptions.map(description);
            self.add(part, "response-description-changed", descriptions);
        }
    }

    fn is_added_or_removed(
        &mut self,
        part: &str,
        item: &str,
        presence: Presence,
        [from, to]: [Option<String>; 2],
    ) -> bool {
        match presence {
            Presence::Both => {}
            Presence::OldOnly => self.always_add(part, &format!("{item}-removed"), [from, None]),
            Presence::NewOnly => self.always_add(part, &format!("{item}-added"), [None, to]),
        }
        presence != Presence::Both
    }
}

fn expected_changes(edits: &[OperationEdit]) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for (path_index, operations) in edits.chunks(METHODS.len()).enumerate() {
        let path = path(path_index * METHODS.len());
        let [is_old, is_new] = [0, 1].map(|side| operations.iter().any(|it| it.is_in(side)));
        match (is_old, is_new) {
            (true, false) => drop(lines.insert(format!("- {path} - - path-removed - -"))),
            (false, true) => drop(lines.insert(format!("- {path} - - path-added - -"))),
            _ => {}
        }
        for (number, edit) in operations.iter().enumerate() {
            let mut expected = Expected {
                operation: format!("{} {path}", METHODS[number]),
                lines: Vec::new(),
            };
            let [_, summaries, _] = edit.texts.map(|texts| texts.map(description));
            let [from, to] = summaries;
            match (edit.is_in(0), edit.is_in(1)) {
                (true, true) => expected.compare(path_index * METHODS.len() + number, edit),
                (true, false) if is_new => {
                    expected.always_add("- -", "operation-removed", [from, None]);
                }
                (false, true) => {
                    let to = to.filter(|_| is_old);
                    expected.always_add("- -", "operation-added", [None, to]);
                }
                _ => {}
            }
            lines.extend(expected.lines);
        }
    }
    lines
}

/// Returns the inverse of a line, or `None` for an operation of an added path, which is not listed if the path is removed.
fn inverse(change: &Change, added_paths: &BTreeSet<&str>) -> Option<String> {
    use ApiChangeKind as Kind;

    let ChangeKind::Api(kind) = change.kind else {
        return None;
    };
    let path = &change.subject.operation()?.path;
    if kind == Kind::OperationAdded && added_paths.contains(path.as_str()) {
        return None;
    }
    let pairs = [
        (Kind::PathAdded, Kind::PathRemoved),
        (Kind::OperationAdded, Kind::OperationRemoved),
        (Kind::TagAdded, Kind::TagRemoved),
        (Kind::Deprecated, Kind::Undeprecated),
        (Kind::ParameterAdded, Kind::ParameterRemoved),
        (Kind::ParameterRequiredAdded, Kind::ParameterRequiredRemoved),
        (Kind::ParameterValueAdded, Kind::ParameterValueRemoved),
        (Kind::ResponseAdded, Kind::ResponseRemoved),
    ];
    let inverse = pairs.iter().find_map(|(one, other)| {
        let is_one = kind == *one;
        (is_one || kind == *other).then_some(if is_one { *other } else { *one })
    });
    Some(line(&Change {
        kind: ChangeKind::Api(inverse.unwrap_or(kind)),
        from: change.to.clone(),
        to: change.from.clone(),
        ..change.clone()
    }))
}

fn added_paths<'a>(changes: impl Iterator<Item = &'a Change>) -> BTreeSet<&'a str> {
    changes
        .filter(|change| change.kind == ChangeKind::Api(ApiChangeKind::PathAdded))
        .map(|change| change.subject.operation().unwrap().path.as_str())
        .collect()
}

proptest! {
    #[test]
    fn the_changes_to_apis_are_exactly_the_edits(edits in api_edits()) {
        let changes = compare(&api_schema(&edits, 0), &api_schema(&edits, 1));
        let lines: BTreeSet<_> = changes.iter().map(line).collect();
        prop_assert_eq!(&lines, &expected_changes(&edits));
        prop_assert_eq!(changes.iter().count(), lines.len());
    }

    #[test]
    fn swapped_apis_give_the_inverse_changes(edits in api_edits()) {
        let (old, new) = (api_schema(&edits, 0), api_schema(&edits, 1));
        let (forward, backward) = (compare(&old, &new), compare(&new, &old));
        let added = added_paths(forward.iter());
        let inverted: BTreeSet<_> = forward.iter().filter_map(|it| inverse(it, &added)).collect();
        let added = added_paths(backward.iter());
        let is_listed = |change: &&Change| {
            let path = &change.subject.operation().unwrap().path;
            change.kind != ChangeKind::Api(ApiChangeKind::OperationAdded) || !added.contains(path.as_str())
        };
        let expected: BTreeSet<_> = backward.iter().filter(is_listed).map(line).collect();
        prop_assert_eq!(inverted, expected);
    }

    #[test]
    fn apis_survive_a_round_trip_through_json(edits in api_edits()) {
        let schema = api_schema(&edits, 0);
        let file = SourceFile { path: "schema.json".into(), text: json(&schema) };
        let parsed = from_json(&file.into()).unwrap();
        prop_assert!(compare(&schema, &parsed).is_empty());
        prop_assert!(compare(&parsed, &schema).is_empty());
    }
}
