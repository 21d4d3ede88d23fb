//! The record of the schema that the output was made from: it tells later runs what has changed.

/// The record's path in the output: beside the sources, which it is no part of.
pub const PATH: &str = "schema.json";

/// Whether a text is the generator's own record, perhaps edited or in conflict.
///
/// JSON has no comments in which a mark could stand, but nobody else breaks lines in these places.
#[must_use]
pub fn is_record(text: &[u8]) -> bool {
    let text = text.trim_ascii_end();
    let mut lines = text
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii_end);
    let first = lines.next().unwrap_or_default();
    let last = lines.next_back().unwrap_or_default();
    let starts = [br#"{"definitions":{"#.as_slice(), br#"{"apis":{"#];
    starts.contains(&first) && last.starts_with(br#"},"version":"#)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Schema, print};

    #[test]
    fn what_is_written_is_recognized_with_any_line_ends() {
        let text = print::compact(&Schema::default());
        assert!(is_record(text.as_bytes()));
        assert!(is_record(text.replace('\n', "\r\n").as_bytes()));
    }

    #[test]
    fn a_conflict_in_it_does_not_make_it_foreign() {
        let text = "{\"definitions\":{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n},\"version\":1}\n";
        assert!(is_record(text.as_bytes()));
    }

    #[test]
    fn other_json_is_not_the_generators() {
        for text in [
            "",
            "{}\n",
            "{\"definitions\":{\n",
            "{\"definitions\":{},\"version\":1}\n",
            "{\n  \"definitions\": {},\n  \"version\": 1\n}\n",
            "{\"definitions\":{\n},\"$schema\":\"x\"}\n",
        ] {
            assert!(!is_record(text.as_bytes()), "{text}");
        }
    }
}
