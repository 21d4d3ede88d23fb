//! Suggestions for misspelled names.

use crate::limit;

/// The Jaro-Winkler similarity below which a name is not suggested.
const SIMILARITY: f64 = 0.8;

/// Returns a help line with the known name that is most similar to an unknown one, if any is similar enough.
pub fn did_you_mean<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    nearest(unknown, known).map(|name| format!("did you mean `{name}`?"))
}

fn nearest<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if unknown.len() > limit::NAME {
        return None;
    }
    let lower = unknown.to_lowercase();
    known
        .map(|name| (strsim::jaro_winkler(&lower, &name.to_lowercase()), name))
        .filter(|(similarity, _)| *similarity >= SIMILARITY)
        // `max_by` returns the last of equals; the first one does not depend on what follows it.
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_similar_name_is_suggested() {
        let known = ["boolean", "number", "string", "strings"];
        assert_eq!(nearest("strng", known.into_iter()), Some("string"));
        assert_eq!(nearest("Number", known.into_iter()), Some("number"));
    }

    #[test]
    fn nothing_is_suggested_if_no_name_is_similar() {
        assert_eq!(nearest("xyz", ["boolean", "number"].into_iter()), None);
    }
}
