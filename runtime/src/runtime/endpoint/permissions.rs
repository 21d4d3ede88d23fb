//! The permissions that operations require.

use ::core::fmt;

/// The permissions that a client needs to call an operation: one of them, or all.
///
/// ```
/// # use genesys_runtime::{HttpMethod, Operation};
/// # const PATCH_HILL: Operation = Operation {
/// #     name: "patchHill",
/// #     method: HttpMethod::Patch,
/// #     template: "/api/v2/hills/{hillId}",
/// #     parameters: &["| hills:hill:edit", "| hills:hill:admin", "path ! string hillId"],
/// #     responses: &["200 Hill"],
/// # };
/// let permissions = PATCH_HILL.permissions();
/// assert!(permissions.names().eq(["hills:hill:edit", "hills:hill:admin"]));
/// assert!(!permissions.requires_all());
/// assert_eq!(permissions.to_string(), "hills:hill:edit or hills:hill:admin");
///
/// let granted = ["ants:ant:view", "hills:hill:edit"];
/// assert!(permissions.are_granted(|name| granted.contains(&name)));
/// assert!(!permissions.are_granted(|name| name == "ants:ant:view"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permissions {
    /// A line for each permission: `| ` if one of them is enough or `& ` if all are needed, and then the name.
    lines: &'static [&'static str],
}

impl Permissions {
    pub(super) const fn new(lines: &'static [&'static str]) -> Self {
        Self { lines }
    }

    /// Returns the names, such as `routing:queue:view`.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let lines = self.lines.iter();
        lines.filter_map(|line| Some(line.split_once(' ')?.1))
    }

    /// Checks whether no permissions are known.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.lines.is_empty()
    }

    /// Checks whether a client needs all of the permissions instead of one of them.
    #[must_use]
    pub fn requires_all(self) -> bool {
        self.lines.iter().any(|line| line.starts_with('&'))
    }

    /// Checks whether `is_granted` returns `true` for enough of the names: one of them or all, as the operation requires.
    ///
    /// Returns `true` if no permissions are known. The platform may still refuse a request, for example because of the division
    /// of an object.
    pub fn are_granted(self, is_granted: impl FnMut(&'static str) -> bool) -> bool {
        let mut names = self.names();
        if self.requires_all() {
            names.all(is_granted)
        } else {
            self.is_empty() || names.any(is_granted)
        }
    }
}

/// Writes the names, separated by `or` or `and`.
impl fmt::Display for Permissions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if self.requires_all() { " and " } else { " or " };
        for (at, name) in self.names().enumerate() {
            if at > 0 {
                f.write_str(separator)?;
            }
            f.write_str(name)?;
        }
        Ok(())
    }
}
