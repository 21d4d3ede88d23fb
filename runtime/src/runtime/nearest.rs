//! Suggestions for misspelled names.

/// Returns the known name that an unknown one most likely stands for.
///
/// That is a name that differs in case only, or else the name that takes the fewest edits, if it takes at most one for every
/// three characters.
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

/// Returns how many characters must be inserted, removed, replaced or swapped with their neighbour to get from one to the other.
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
