//! Names definitions after the `id`s of their schemas.

use std::collections::{BTreeMap, BTreeSet};

/// The start of an `id` that is a URN.
const URN: &str = "urn:jsonschema:";

/// Returns the name of the definition for each `id`. Different `id`s have different names.
///
/// The parts of a URN are joined in upper camel case, without the version before the last one: the official SDKs call
/// `urn:jsonschema:ship:event:v2:ShipPosition` `ShipEventShipPosition`. If several `id`s would have the same name, the version
/// is part of their names.
pub fn definition_names<'a>(ids: &BTreeSet<&'a str>) -> BTreeMap<&'a str, String> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for id in ids {
        *counts.entry(short_name(id)).or_default() += 1;
    }
    let mut taken = BTreeSet::new();
    let names = ids.iter().map(|id| {
        let short = short_name(id);
        let name = match counts.get(&short) {
            Some(1) => short,
            _ => long_name(id),
        };
        // Even long names can be equal, because they do not contain punctuation.
        let name = if taken.insert(name.clone()) {
            name
        } else {
            (*id).to_owned()
        };
        (*id, name)
    });
    names.collect()
}

fn short_name(id: &str) -> String {
    let mut parts = parts(id);
    let before_last = parts.len().saturating_sub(2);
    if parts.len() > 1 && parts.get(before_last).is_some_and(|part| is_version(part)) {
        parts.remove(before_last);
    }
    join(&parts)
}

fn long_name(id: &str) -> String {
    join(&parts(id))
}

fn parts(id: &str) -> Vec<&str> {
    let parts = id.strip_prefix(URN).unwrap_or(id);
    let parts = parts.split(|c: char| !c.is_ascii_alphanumeric());
    parts.filter(|part| !part.is_empty()).collect()
}

/// Checks whether a part is a version, such as `v2`.
fn is_version(part: &str) -> bool {
    let digits = part.strip_prefix('v').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn join(parts: &[&str]) -> String {
    let capitalized = parts.iter().map(|part| {
        let rest = part.get(1..).unwrap_or_default();
        let first = part.get(..1).unwrap_or_default();
        first.to_ascii_uppercase() + rest
    });
    capitalized.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(ids: &[&'static str]) -> Vec<String> {
        let ids = ids.iter().copied().collect();
        definition_names(&ids).into_values().collect()
    }

    #[test]
    fn a_urn_has_the_name_that_the_official_sdks_use() {
        let ids = [
            "urn:jsonschema:ant:v2:topic:Ant",
            "urn:jsonschema:hill:event:v12:AntHill",
            "urn:jsonschema:v2:nest:Egg",
        ];
        assert_eq!(
            names(&ids),
            ["AntV2TopicAnt", "HillEventAntHill", "V2NestEgg"]
        );
        assert_eq!(names(&["Ant", "urn:jsonschema:v2"]), ["Ant", "V2"]);
    }

    #[test]
    fn names_are_longer_where_they_would_be_equal() {
        let ids = [
            "urn:jsonschema:a:v1:B",
            "urn:jsonschema:a:v2:B",
            "urn:jsonschema:a:v2:C",
        ];
        assert_eq!(names(&ids), ["AV1B", "AV2B", "AC"]);
    }

    #[test]
    fn different_ids_never_have_the_same_name() {
        let ids = ["a-b", "a:b", "a_b"];
        assert_eq!(names(&ids), ["AB", "a:b", "a_b"]);
    }
}
