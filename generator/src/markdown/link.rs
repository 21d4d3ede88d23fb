//! Link targets.

use super::document::LinkTarget;

impl LinkTarget {
    /// Reads a link's destination.
    pub(super) fn new(destination: &str) -> Self {
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        let last = path.rsplit('/').next().unwrap_or_default();
        Self {
            destination: destination.to_owned(),
            file_name: percent_decoded(last),
        }
    }
}

/// The text with `%2D` and the like decoded; as it stands where that makes no UTF-8.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let decoded = after.get(..2).filter(|_| byte == b'%').and_then(hex_byte);
        bytes.push(decoded.unwrap_or(byte));
        rest = if decoded.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*digits.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_name_is_the_last_segment_without_anchor_and_query() {
        for destination in [
            "ant-definition.md",
            "./ant-definition.md",
            "../definitions/ant-definition.md#ant",
            "https://example.com/docs/ant-definition.md?x=a/b#c/d",
            "ant%2Ddefinition%2emd",
        ] {
            let target = LinkTarget::new(destination);
            assert_eq!(target.file_name, "ant-definition.md", "{destination}");
            assert_eq!(target.destination, destination);
        }
    }

    #[test]
    fn what_is_no_percent_encoding_stays() {
        for name in ["100%", "%zz.md", "%ff.md", "a%2", "%+1"] {
            assert_eq!(LinkTarget::new(name).file_name, name);
        }
    }

    #[test]
    fn an_anchor_alone_names_no_file() {
        assert_eq!(LinkTarget::new("#ant").file_name, "");
    }
}
