//! As much of the differences as people read.

use super::Difference;

/// The first lines of some diffs, and how much is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines that are shown.
    pub text: String,
    /// How many lines are not.
    pub lines_left: usize,
    /// How many files these lines are of.
    pub files_left: usize,
}

/// The diffs, one after the other, up to a number of lines.
#[must_use]
pub fn excerpt(differences: &[Difference], limit: usize) -> Excerpt {
    let mut excerpt = Excerpt::default();
    let mut room = limit;
    for difference in differences {
        let lines: Vec<_> = difference.diff.split_inclusive('\n').collect();
        let (shown, left) = lines.split_at(room.min(lines.len()));
        room -= shown.len();
        excerpt.text.extend(shown.iter().copied());
        excerpt.lines_left += left.len();
        excerpt.files_left += usize::from(!left.is_empty());
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Change;

    fn difference(diff: &str) -> Difference {
        Difference {
            file: "x".to_owned(),
            path: "out/x".to_owned(),
            change: Change::Modified,
            diff: diff.to_owned(),
        }
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let differences = ["1\n2\n", "3\n4\n5\n", "6\n"].map(difference);
        let expected = Excerpt {
            text: "1\n2\n3\n".to_owned(),
            lines_left: 3,
            files_left: 2,
        };
        assert_eq!(excerpt(&differences, 3), expected);
    }

    #[test]
    fn what_fits_is_shown_whole() {
        let shown = excerpt(&["1\n2\n", "3\n"].map(difference), 3);
        assert_eq!((shown.text.as_str(), shown.lines_left), ("1\n2\n3\n", 0));
    }
}
