//! The file with the schema that the output was generated from, which later runs compare with the new schema.

/// The record's path in the output folder, beside the sources.
pub const PATH: &str = "schema.json";

/// Checks whether a text is a record, even if it was edited or has merge conflicts.
///
/// JSON has no comments for a header, so the first and the last line identify a record.
#[must_use]
pub fn is_record(text: &[u8]) -> bool {
    let text = text.trim_ascii_end();
    let mut lines = text
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii_end);
    let first = lines.next().unwrap_or_default();
    let last = lines.next_back().unwrap_or_default();
    let starts = [br#"{"definitions":{"#.as_slice(), br#"{"apis":{"#];
    let ends = [br#"},"version":"#.as_slice(), br#"}},"version":"#];
    starts.contains(&first) && ends.iter().any(|end| last.starts_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Schema, print};

    #[test]
    fn a_record_is_recognized_with_any_line_endings() {
        let text = print::compact(&Schema::default());
        assert!(is_record(text.as_bytes()));
        assert!(is_record(text.replace('\n', "\r\n").as_bytes()));
    }

    #[test]
    fn a_record_with_merge_conflicts_is_recognized() {
        let text = "{\"definitions\":{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n},\"version\":1}\n";
        assert!(is_record(text.as_bytes()));
    }

    #[test]
    fn other_json_is_not_a_record() {
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
