//! The values that a description lists.
//!
//! A list counts where the prose introduces it as the property's values:
//!
//! - it is announced: `Values can be:`, `Allowed values are`, `one of`; or
//! - it stands beside a word that classifies, and ends the sentence: `The state, either OPEN or CLOSED.`
//!
//! Examples (`e.g.`, `such as`), conditions (`if the type is ...`) and names of other properties (`only one of
//! a or b`) are no lists. The docs often cut lists short, so no list is ever taken to be complete.

mod introduction;
mod list;
mod scene;

#[cfg(test)]
mod tests;

use super::words::{Word, sentences, words};
use introduction::Introduction;
use list::List;
use scene::Scene;

/// The values that the description lists for a property of type `string`, or for each item of a `string[]`:
/// at least two, each once, in the docs' order and spelling. `None` where it lists none.
///
/// A last value that has lost its closing quote is kept: whether it is whole cannot be told.
///
/// ```
/// use genesys_modelgen::schema::prose::listed_values;
///
/// let values = listed_values("The door's state. Values can be: 'open', 'shut', 'ajar");
/// assert_eq!(values, Some(vec!["open".into(), "shut".into(), "ajar".into()]));
/// assert_eq!(listed_values("One of the other doors"), None);
/// ```
#[must_use]
pub fn listed_values(description: &str) -> Option<Vec<String>> {
    let mut scene = Scene::default();
    sentences(description).into_iter().find_map(|sentence| {
        scene.start_sentence();
        in_sentence(sentence, &mut scene)
    })
}

fn in_sentence(sentence: &str, scene: &mut Scene) -> Option<Vec<String>> {
    let words = words(sentence);
    let mut read = 0;
    // A list can start at any word, or in the marks at the end: `'<', '>'`.
    for (before, after) in (0..=words.len()).filter_map(|at| words.split_at_checked(at)) {
        scene.see(before);
        let start = list_start(sentence, before, after);
        // What has been read as a list of something else is not read again.
        let Some(introduction) =
            introduction::of(before, start.gap, scene).filter(|_| start.at >= read)
        else {
            continue;
        };
        let list = list::read(sentence.get(start.at..).unwrap_or_default());
        if is_list_of_values(&list, introduction) {
            return Some(owned(&list));
        }
        read = start.at + list.length;
    }
    None
}

/// Where a list can start.
struct Start<'a> {
    /// What stands between the word before and the list.
    gap: &'a str,
    /// The place, in bytes of the sentence.
    at: usize,
}

/// Where a list starts that starts after the words `before` and no later than with the next word.
fn list_start<'a>(sentence: &'a str, before: &[Word<'a>], after: &[Word<'a>]) -> Start<'a> {
    let gap_start = before.last().map_or(0, |word| word.start + word.text.len());
    let gap = match after.first() {
        Some(word) => word.gap,
        None => sentence.get(gap_start..).unwrap_or_default(),
    };
    let gap = list::without_opening_quote(gap);
    Start {
        gap,
        at: gap_start + gap.len(),
    }
}

fn is_list_of_values(list: &List, introduction: Introduction) -> bool {
    distinct(&list.values).count() >= 2 && introduction.fits(list)
}

fn owned(list: &List) -> Vec<String> {
    distinct(&list.values).map(str::to_owned).collect()
}

/// The values without those that came before.
fn distinct<'a>(values: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let mut seen = std::collections::BTreeSet::new();
    values
        .iter()
        .copied()
        .filter(move |value| seen.insert(*value))
}
