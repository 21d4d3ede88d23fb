//! Text that rustdoc reads as the text that it is.

use crate::printable::printable;

/// A line of text with all that means something to Markdown or HTML escaped, web addresses as links, and
/// words replaced where `link` says so.
pub fn escape(line: &str, link_to: impl Fn(&str) -> Option<String>) -> String {
    let line = printable(line.trim());
    let mut out = String::with_capacity(line.len() + 16);
    let mut rest = line.as_ref();
    while let Some(first) = rest.chars().next() {
        let piece = web_address(rest)
            .or_else(|| word(rest))
            .or_else(|| rest.get(..first.len_utf8()))
            .unwrap_or(rest);
        rest = rest.strip_prefix(piece).unwrap_or_default();
        if web_address(piece).is_some() {
            out.extend(["<", piece, ">"]);
        } else if word(piece).is_some() {
            out.push_str(link_to(piece).as_deref().unwrap_or(piece));
        } else {
            if means_something(first, &out, rest) {
                out.push('\\');
            }
            out.push(first);
        }
    }
    escape_start(out)
}

/// The web address at a text's start, without punctuation that belongs to the sentence around it.
fn web_address(text: &str) -> Option<&str> {
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return None;
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
    let url = text.split(|c| !is_part(c)).next()?;
    let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*']);
    (!url.ends_with('/') || url.len() > "https://".len()).then_some(url)
}

/// The word at a text's start.
fn word(text: &str) -> Option<&str> {
    let word = text.split(|c: char| !c.is_alphanumeric()).next();
    word.filter(|word| !word.is_empty())
}

/// Whether a sign between words means something to Markdown or HTML.
fn means_something(sign: char, before: &str, after: &str) -> bool {
    match sign {
        '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' | '|' => true,
        // Between letters an underscore is just that.
        '_' => {
            !before.ends_with(char::is_alphanumeric) || !after.starts_with(char::is_alphanumeric)
        }
        '&' => after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
        // Two of them would be printed as a dash.
        '-' => after.starts_with('-') || before.ends_with('-'),
        _ => false,
    }
}

/// Escapes what makes a list, a heading or a rule at a line's start.
fn escape_start(line: String) -> String {
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.strip_suffix(behind).unwrap_or_default();
    match behind.chars().next() {
        Some('#' | '-' | '+' | '=' | ':') if digits.is_empty() => format!("\\{line}"),
        Some('.' | ')') if !digits.is_empty() => format!("{digits}\\{behind}"),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(line: &str) -> String {
        escape(line, |_| None)
    }

    #[test]
    fn signs_that_mean_something_are_escaped() {
        assert_eq!(
            plain("a <b> [c] `d` *e* ~f~ \\ |"),
            r"a \<b\> \[c\] \`d\` \*e\* \~f\~ \\ \|"
        );
    }

    #[test]
    fn underscores_are_escaped_where_they_could_emphasise() {
        assert_eq!(plain("snake_case _emphasis_"), r"snake_case \_emphasis\_");
    }

    #[test]
    fn entities_are_escaped_and_lone_ampersands_are_not() {
        assert_eq!(plain("date & time &lt; &#60;"), r"date & time \&lt; \&#60;");
    }

    #[test]
    fn line_starts_make_no_blocks() {
        assert_eq!(plain("    indented"), "indented");
        assert_eq!(plain("# heading"), r"\# heading");
        assert_eq!(plain("- item"), r"\- item");
        assert_eq!(plain("12. item"), r"12\. item");
        assert_eq!(plain("==="), r"\===");
        assert_eq!(plain("3.5 is a number"), r"3\.5 is a number");
    }

    #[test]
    fn web_addresses_become_links_without_the_sentence_around_them() {
        assert_eq!(
            plain("See https://example.com/a_b?c=d."),
            "See <https://example.com/a_b?c=d>."
        );
        assert_eq!(plain("(http://example.com)"), "(<http://example.com>)");
        assert_eq!(plain("https://<url link>"), r"https://\<url link\>");
    }

    #[test]
    fn words_become_links_where_they_are_known() {
        let link = |word: &str| (word == "DomainEntityRef").then(|| "[link]".to_owned());
        assert_eq!(
            escape("a DomainEntityRef, no DomainEntityReference", link),
            "a [link], no DomainEntityReference"
        );
    }

    #[test]
    fn signs_that_cannot_be_seen_are_spelled_out() {
        assert_eq!(plain("a\u{202e}b\tc\rd"), "a\\\\u{202e}b c\\\\u{d}d");
        assert_eq!(plain("a\u{200b}b\u{2028}c"), "a\\\\u{200b}b\\\\u{2028}c");
    }
}
