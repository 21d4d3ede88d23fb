//! Prose as sentences and words.

/// A word and what separates it from the word before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// Letters, digits and underscores.
    pub text: &'a str,
    /// Everything between the previous word and this one: spaces, marks, quotes.
    pub gap: &'a str,
    /// Where the word starts, in bytes of its sentence.
    pub start: usize,
}

impl Word<'_> {
    /// Whether this is `word`, in any case.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether this is one of `words`, in any case.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether this is `noun` or its plural in `s`, in any case.
    pub fn is_noun(&self, noun: &str) -> bool {
        self.is(noun)
            || self
                .text
                .strip_suffix(['s', 'S'])
                .is_some_and(|stem| stem.eq_ignore_ascii_case(noun))
    }

    /// Whether the sentence starts with this word.
    pub fn is_first(&self) -> bool {
        self.start == self.gap.len()
    }

    /// Whether a mark cuts this word off from the one before. Hyphens, slashes and quotes join: `date-time`
    /// and `date/time` are two words of one phrase.
    pub fn is_cut_off(&self) -> bool {
        !self
            .gap
            .chars()
            .all(|mark| mark.is_whitespace() || "-/&'\"`".contains(mark))
    }
}

/// Whether `words` starts with `phrase`, its last word in singular or plural, with no mark inside.
pub(super) fn starts_with(words: &[Word], phrase: &[&str]) -> bool {
    let Some((last, init)) = phrase.split_last() else {
        return true;
    };
    let Some(head) = words.get(..phrase.len()) else {
        return false;
    };
    head.iter()
        .zip(init)
        .all(|(word, expected)| word.is(expected))
        && head.last().is_some_and(|word| word.is_noun(last))
        && head.iter().skip(1).all(|word| !word.is_cut_off())
}

/// The words from each of them on.
pub(super) fn from_each<'w, 'a>(words: &'w [Word<'a>]) -> impl Iterator<Item = &'w [Word<'a>]> {
    (0..words.len()).filter_map(|at| words.get(at..))
}

/// The description's sentences, without what is between them.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '!', '?']) {
        let end = at + mark.len();
        let (Some(sentence), Some(after)) = (text.get(start..at), text.get(end..)) else {
            continue;
        };
        if ends_sentence(sentence, after) {
            found.push(sentence);
            start = end;
        }
    }
    found.extend(text.get(start..));
    found
}

/// The words of one sentence, in order.
pub(super) fn words<'a>(sentence: &'a str) -> Vec<Word<'a>> {
    let mut found = Vec::new();
    let mut rest = sentence;
    let next = |rest: &'a str| rest.split_at_checked(rest.find(is_word_char)?);
    while let Some((gap, at_word)) = next(rest) {
        let text = at_word.split(|c| !is_word_char(c)).next();
        let text = text.unwrap_or_default();
        found.push(Word {
            text,
            gap,
            start: sentence.len() - at_word.len(),
        });
        rest = at_word.strip_prefix(text).unwrap_or_default();
    }
    found
}

/// How far the quote after a name is looked for.
const LONGEST_NAME: usize = 100;

/// Whether a full stop between these two is the end of a sentence, and neither an abbreviation's nor a part of
/// a name or number.
fn ends_sentence(before: &str, after: &str) -> bool {
    match after.chars().next() {
        None => true,
        Some(next) if next.is_whitespace() => !ends_in_abbreviation(before),
        Some(_) => starts_sentence(after) && before.ends_with(char::is_lowercase),
    }
}

/// Whether a sentence starts here, without a space before it: the docs often leave it out. A name in quotes
/// with a dot inside, such as `'v1.Beta'`, does not look like it.
fn starts_sentence(text: &str) -> bool {
    let mut word = text
        .chars()
        .take_while(|c| !c.is_whitespace())
        .take(LONGEST_NAME);
    text.starts_with(char::is_uppercase) && !word.any(|c| matches!(c, '\'' | '"' | '`' | '’' | '”'))
}

fn ends_in_abbreviation(before: &str) -> bool {
    let last = before
        .rsplit(|c| !is_word_char(c))
        .next()
        .unwrap_or_default();
    ["e", "g", "i", "eg", "ie", "ex", "vs"]
        .iter()
        .any(|word| last.eq_ignore_ascii_case(word))
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(sentence: &str) -> Vec<&str> {
        words(sentence).iter().map(|word| word.text).collect()
    }

    #[test]
    fn a_sentence_ends_at_a_full_stop_even_without_a_space() {
        assert_eq!(sentences("One.Two. three"), ["One", "Two", " three"]);
    }

    #[test]
    fn a_dot_inside_a_name_or_after_an_abbreviation_ends_nothing() {
        assert_eq!(
            sentences("Sort by text.size, e.g. small. End"),
            ["Sort by text.size, e.g. small", " End"]
        );
    }

    #[test]
    fn a_dot_inside_a_quoted_name_ends_nothing() {
        assert_eq!(sentences("'beta.One', 'two'"), ["'beta.One', 'two'"]);
    }

    #[test]
    fn hyphens_and_slashes_join_words_and_commas_do_not() {
        let words = words("date-time, date/time");
        let cut: Vec<bool> = words.iter().map(Word::is_cut_off).collect();
        assert_eq!(cut, [false, false, true, false]);
    }

    #[test]
    fn words_hold_letters_of_any_script() {
        assert_eq!(texts("«été» 42 — x_y"), ["été", "42", "x_y"]);
    }

    #[test]
    fn a_phrase_is_found_in_any_case_and_in_plural() {
        assert!(starts_with(&words("Date-Times of day"), &["date", "time"]));
        assert!(!starts_with(&words("date, time"), &["date", "time"]));
        assert!(!starts_with(&words("date"), &["date", "time"]));
    }
}
