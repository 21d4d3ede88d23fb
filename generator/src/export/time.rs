//! The libraries of time that a module converts to.

/// A library of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeLibrary {
    /// `jiff`
    Jiff,
    /// `chrono`
    Chrono,
    /// `time`
    Time,
}

impl TimeLibrary {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Jiff, Self::Chrono, Self::Time];

    /// Its name, which is that of its crate.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jiff => "jiff",
            Self::Chrono => "chrono",
            Self::Time => "time",
        }
    }

    /// The path of its conversions, below the sources.
    pub(super) fn path(self) -> String {
        format!("runtime/time/with_{}.rs", self.as_str())
    }
}

/// A text of the runtime without conditions on features: a module has none of its own.
///
/// The runtime asks for one feature or for any of some, on lines of their own above an item.
pub(super) fn without_features(text: &str, chosen: &[TimeLibrary]) -> String {
    let mut kept = String::new();
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        match condition(line) {
            None => kept.push_str(line),
            Some(condition) if holds(condition, chosen) => {}
            Some(_) => skip_item(&mut lines, indent(line)),
        }
    }
    kept
}

/// What a line asks for of features.
fn condition(line: &str) -> Option<&str> {
    let condition = line.trim().strip_prefix("#[cfg(")?.strip_suffix(")]")?;
    condition.contains("feature = ").then_some(condition)
}

fn holds(condition: &str, chosen: &[TimeLibrary]) -> bool {
    let is_asked_for =
        |library: &TimeLibrary| condition.contains(&format!("\"{}\"", library.as_str()));
    chosen.iter().any(is_asked_for)
}

/// Goes past an item: up to the line of the same indentation that ends it.
fn skip_item<'a>(lines: &mut impl Iterator<Item = &'a str>, depth: usize) {
    let ends = |line: &&str| indent(line) == depth && line.trim_end().ends_with([';', '}']);
    lines.find(ends);
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
#[cfg(feature = \"jiff\")]
mod with_jiff;
impl A {
    #[cfg(any(feature = \"jiff\", feature = \"time\"))]
    fn a() {
        if b {
        }
    }

    fn c() {}
}
";

    #[test]
    fn what_is_not_chosen_goes_with_its_condition() {
        let expected = "impl A {\n\n    fn c() {}\n}\n";
        assert_eq!(without_features(TEXT, &[]), expected);
        assert_eq!(without_features(TEXT, &[TimeLibrary::Chrono]), expected);
    }

    #[test]
    fn of_what_is_chosen_only_the_condition_goes() {
        let expected: String = TEXT
            .split_inclusive('\n')
            .filter(|line| condition(line).is_none())
            .collect();
        assert_eq!(without_features(TEXT, &[TimeLibrary::Jiff]), expected);
        let time = without_features(TEXT, &[TimeLibrary::Time]);
        assert!(time.contains("fn a()") && !time.contains("with_jiff"));
    }
}
