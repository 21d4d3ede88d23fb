//! Suggestions for misspelled names.

/// Returns the known name that is most similar to an unknown one.
///
/// A name that differs only in case comes first, then the name with the smallest edit distance. More than one edit for every
/// three characters is not similar.
pub fn nearest<'a>(unknown: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let mut names = known.clone();
    if let Some(name) = names.find(|name| name.eq_ignore_ascii_case(unknown)) {
        return Some(name);
    }
    let characters = |name: &str| name.to_lowercase().chars().collect::<Vec<_>>();
    let unknown = characters(unknown);
    let limit = unknown.len().div_ceil(3);
    known
        .map(|name| (name, characters(name)))
        .filter(|(_, name)| name.len().abs_diff(unknown.len()) <= limit)
        .map(|(name, characters)| (edits(&unknown, &characters), name))
        .filter(|(edits, _)| *edits <= limit)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

/// Returns the edit distance, in which swapping two neighbours is one edit.
fn edits(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, character) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let at =
                |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX);
            let replaced = at(&above, column) + usize::from(character != other);
            let inserted = at(&current, column) + 1;
            let removed = at(&above, column + 1) + 1;
            let is_swap = |column: usize| {
                to.get(column) == Some(character) && from.get(row.wrapping_sub(1)) == Some(other)
            };
            let swapped = match column.checked_sub(1) {
                Some(column) if is_swap(column) => at(&before, column).saturating_add(1),
                _ => usize::MAX,
            };
            current.push(replaced.min(inserted).min(removed).min(swapped));
        }
        before = ::core::mem::replace(&mut above, current);
    }
    above.last().copied().unwrap_or_default()
}
