//! Documents error codes: the codes of most methods once for all endpoints, the others with each method.
//!
//! On the platform, nine in ten codes are the same for all methods. Repeating them for each method would make the crate's
//! sources several times as large, and hide the codes that are specific to a method.

use std::collections::BTreeMap;

use super::{
    doc_tables::{cell, table},
    escape::escape_code,
};
use crate::schema::{Api, Method, Status};

/// An error code with its status and its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ErrorCode<'a> {
    status: Status,
    code: &'a str,
    meaning: &'a str,
}

/// The error codes that are documented for more than half of the methods with error codes.
#[derive(Debug, Default)]
pub struct CommonErrorCodes<'a> {
    codes: Vec<ErrorCode<'a>>,
}

impl<'a> CommonErrorCodes<'a> {
    pub fn new(apis: &'a [Api]) -> Self {
        let methods = { apis.iter() }.flat_map(|api| &api.methods);
        let mut counts: BTreeMap<ErrorCode<'_>, usize> = BTreeMap::new();
        let mut with_codes = 0;
        for method in methods {
            with_codes += usize::from(error_codes(method).next().is_some());
            for code in error_codes(method) {
                *counts.entry(code).or_default() += 1;
            }
        }
        let common = counts
            .into_iter()
            .filter(|(_, count)| 2 * count > with_codes);
        Self {
            codes: common.map(|(code, _)| code).collect(),
        }
    }

    /// Returns the documentation of the codes, for the module of all endpoints.
    pub fn doc(&self) -> Vec<String> {
        let introduction =
            "Most endpoints can return these errors. Other errors are listed with the endpoint.";
        error_table(&self.codes, Some(introduction)).unwrap_or_default()
    }

    /// Returns the documentation of the other error codes of a method, or `None` if it has none.
    pub fn doc_of_others(&self, method: &Method) -> Option<Vec<String>> {
        let others: Vec<_> = error_codes(method)
            .filter(|code| self.codes.binary_search(code).is_err())
            .collect();
        let introduction = "Besides the [errors of most endpoints](super#error-codes):";
        error_table(&others, (!self.codes.is_empty()).then_some(introduction))
    }
}

fn error_codes(method: &Method) -> impl Iterator<Item = ErrorCode<'_>> {
    method.responses.iter().flat_map(|response| {
        let codes = response.error_codes.iter();
        codes.map(|(code, meaning)| ErrorCode {
            status: response.status,
            code,
            meaning,
        })
    })
}

/// Returns a table of error codes below a heading and an introduction, or `None` if there are no codes.
fn error_table(codes: &[ErrorCode<'_>], introduction: Option<&str>) -> Option<Vec<String>> {
    let row = |code: &ErrorCode<'_>| {
        [
            code.status.to_string(),
            escape_code(code.code),
            cell(code.meaning),
        ]
    };
    let columns = ["Status", "Code", "Description"];
    let mut lines = table("Error codes", columns, codes.iter().map(row))?;
    if let Some(introduction) = introduction {
        // After the heading and the blank line.
        lines.splice(2..2, [introduction.to_owned(), String::new()]);
    }
    Some(lines)
}

#[cfg(test)]
mod tests;
