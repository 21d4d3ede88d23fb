//! Escaping of text for rustdoc: the one place where text from the docs becomes Markdown.

use crate::printable::{code_span, printable};

/// Escapes a line of text so that rustdoc renders it verbatim.
///
/// Web addresses become links, and words for which `link_to` returns a link are replaced by it.
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
            if needs_escape(first, &out, rest) {
                out.push('\\');
            }
            out.push(first);
        }
    }
    escape_start(out)
}

/// Returns a name as code for a cell of a table, or as plain text if it contains a pipe, which would end the cell.
pub fn escape_code(name: &str) -> String {
    if name.contains('|') {
        escape(name, |_| None)
    } else {
        code_span(name)
    }
}

/// Returns the web address at the start of `text`, without punctuation that ends a sentence.
fn web_address(text: &str) -> Option<&str> {
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return None;
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
    let url = text.split(|c| !is_part(c)).next()?;
    let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*']);
    (!url.ends_with('/') || url.len() > "https://".len()).then_some(url)
}

/// Returns the word at the start of `text`.
fn word(text: &str) -> Option<&str> {
    let word = text.split(|c: char| !c.is_alphanumeric()).next();
    word.filter(|word| !word.is_empty())
}

/// Checks whether a character between words would be Markdown or HTML syntax.
fn needs_escape(c: char, before: &str, after: &str) -> bool {
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' | '|' => true,
        // An underscore between letters is literal.
        '_' => {
            !before.ends_with(char::is_alphanumeric) || !after.starts_with(char::is_alphanumeric)
        }
        '&' => after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
        // rustdoc renders `--` as a dash.
        '-' => after.starts_with('-') || before.ends_with('-'),
        _ => false,
    }
}

/// Escapes characters that would start a list, a heading or a rule.
fn escape_start(line: String) -> String {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.strip_suffix(rest).unwrap_or_default();
    match rest.chars().next() {
        Some('#' | '-' | '+' | '=' | ':') if digits.is_empty() => format!("\\{line}"),
        Some('.' | ')') if !digits.is_empty() => format!("{digits}\\{rest}"),
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
    fn markdown_syntax_is_escaped() {
        assert_eq!(
            plain("a <b> [c] `d` *e* ~f~ \\ |"),
            r"a \<b\> \[c\] \`d\` \*e\* \~f\~ \\ \|"
        );
    }

    #[test]
    fn a_name_in_a_table_is_code_without_pipes() {
        assert_eq!(escape_code("a[]"), "`a[]`");
        assert_eq!(escape_code("a|b"), r"a\|b");
        assert_eq!(escape_code(r"a\|b"), r"a\\\|b");
    }

    #[test]
    fn underscores_are_escaped_where_they_could_mean_emphasis() {
        assert_eq!(plain("snake_case _emphasis_"), r"snake_case \_emphasis\_");
    }

    #[test]
    fn entities_are_escaped_but_not_lone_ampersands() {
        assert_eq!(plain("date & time &lt; &#60;"), r"date & time \&lt; \&#60;");
    }

    #[test]
    fn block_syntax_at_the_start_of_a_line_is_escaped() {
        assert_eq!(plain("    indented"), "indented");
        assert_eq!(plain("# heading"), r"\# heading");
        assert_eq!(plain("- item"), r"\- item");
        assert_eq!(plain("12. item"), r"12\. item");
        assert_eq!(plain("==="), r"\===");
        assert_eq!(plain("3.5 is a number"), r"3\.5 is a number");
    }

    #[test]
    fn web_addresses_become_links_without_trailing_punctuation() {
        assert_eq!(
            plain("See https://example.com/a_b?c=d."),
            "See <https://example.com/a_b?c=d>."
        );
        assert_eq!(plain("(http://example.com)"), "(<http://example.com>)");
        assert_eq!(plain("https://<url link>"), r"https://\<url link\>");
    }

    #[test]
    fn known_words_become_links() {
        let link = |word: &str| (word == "DomainEntityRef").then(|| "[link]".to_owned());
        assert_eq!(
            escape("a DomainEntityRef, no DomainEntityReference", link),
            "a [link], no DomainEntityReference"
        );
    }

    #[test]
    fn invisible_characters_are_written_as_escapes() {
        assert_eq!(plain("a\u{202e}b\tc\rd"), "a\\\\u{202e}b c\\\\u{d}d");
        assert_eq!(plain("a\u{200b}b\u{2028}c"), "a\\\\u{200b}b\\\\u{2028}c");
    }
}
