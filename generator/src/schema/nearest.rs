//! What somebody who wrote an unknown name may have meant.

use crate::limit;

/// The known name that is nearest to an unknown one, if any is near.
pub fn nearest<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this two names are just two names.
    const NEAR: f64 = 0.8;
    if unknown.len() > limit::NAME {
        return None;
    }
    let lower = unknown.to_lowercase();
    known
        .map(|name| (strsim::jaro_winkler(&lower, &name.to_lowercase()), name))
        .filter(|(score, _)| *score >= NEAR)
        // The first of equals, so that the answer does not hang on the order's end.
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        })
        .map(|(_, name)| name)
}

/// The help line that goes with [`nearest`].
pub fn did_you_mean<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    nearest(unknown, known).map(|name| format!("did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_wins() {
        let known = ["boolean", "number", "string", "strings"];
        assert_eq!(nearest("strng", known.into_iter()), Some("string"));
        assert_eq!(nearest("Number", known.into_iter()), Some("number"));
    }

    #[test]
    fn nothing_near_is_nothing() {
        assert_eq!(nearest("xyz", ["boolean", "number"].into_iter()), None);
    }
}
