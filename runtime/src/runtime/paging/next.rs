//! The requests for next pages.

use super::{
    super::endpoint::{
        Operation, Place, Request, RequestError, RequestErrorKind, canonical, push_encoded,
        push_pair, repaired,
    },
    Cursored, Listing,
};

/// The names of the query parameter for a cursor.
const CURSOR_NAMES: [&str; 2] = ["cursor", "after"];

impl<Success: Listing, Error> Request<Success, Error> {
    /// Returns the request for the page after `page`, or `None` if it is the last one.
    ///
    /// Only the path and the query of the page's next URI are used, never its host, so that credentials are not sent elsewhere.
    /// The method, the headers and the body stay the same. A next URI that is empty or leads to the same page again is ignored.
    #[must_use]
    pub fn next_request(&self, page: &Success) -> Option<Self> {
        let (path, query) = resolve(&self.path, page.next_uri()?)?;
        self.moved_to(path, query)
    }
}

impl<Success: Cursored, Error> Request<Success, Error> {
    /// Returns the request for the page after `page`, or `None` if it is the last one.
    ///
    /// That is the same request with the page's cursor in the query parameter `cursor` or `after`, whichever the docs list. A
    /// cursor that is empty or leads to the same page again is ignored.
    ///
    /// # Errors
    ///
    /// Fails if the docs list no such parameter.
    pub fn next_cursor_request(&self, page: &Success) -> Result<Option<Self>, RequestError> {
        let name = cursor_name(self.operation())?;
        let cursor = page.cursor().filter(|cursor| !cursor.is_empty());
        let query = cursor.map(|cursor| with_value(&self.query, name, cursor));
        Ok(query.and_then(|query| self.moved_to(self.path.clone(), query)))
    }
}

impl<Success, Error> Request<Success, Error> {
    /// Returns the request with another path and query, or `None` if they are the same.
    fn moved_to(&self, path: String, query: String) -> Option<Self> {
        let mut next = self.clone();
        next.path = path;
        next.query = query;
        (page_key(&next) != page_key(self)).then_some(next)
    }
}

/// Returns what identifies the page of a request, in any spelling of its path and query.
pub fn page_key<Success, Error>(request: &Request<Success, Error>) -> Vec<u8> {
    canonical(&request.path_and_query())
}

/// Returns the name of the query parameter for a cursor.
pub fn cursor_name(operation: &Operation) -> Result<&'static str, RequestError> {
    let is_documented =
        |name: &&str| { operation.parameters_in(Place::Query) }.any(|other| other.name == *name);
    let [first, _] = CURSOR_NAMES;
    let mut names = CURSOR_NAMES.into_iter();
    names.find(is_documented).ok_or_else(|| {
        RequestError::new(*operation, Place::Query, first, RequestErrorKind::Unknown)
    })
}

/// Returns a query in which the parameter has this value.
fn with_value(query: &str, name: &str, value: &str) -> String {
    let mut changed = String::with_capacity(query.len() + value.len());
    let mut encoded = String::new();
    push_encoded(&mut encoded, name);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        if pair.split('=').next() != Some(&encoded) {
            changed.extend([if changed.is_empty() { "" } else { "&" }, pair]);
        }
    }
    push_pair(&mut changed, name, value);
    changed
}

/// Returns the path and the query of a URI that was received in response to a request for `path`.
fn resolve(path: &str, uri: &str) -> Option<(String, String)> {
    let uri = uri.trim();
    let uri = uri.split_once('#').map_or(uri, |(uri, _)| uri);
    if uri.is_empty() {
        return None;
    }
    let reference = without_host(uri);
    let (next, query) = reference.split_once('?').unwrap_or((reference, ""));
    let next = match next.strip_prefix('/') {
        // A path with two slashes would be read as a host where it is resolved against another URL.
        Some(absolute) => format!("/{}", absolute.trim_start_matches('/')),
        None if reference != uri => "/".to_owned(),
        None if next.is_empty() => path.to_owned(),
        None => {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/{next}")
        }
    };
    Some((repaired(&next), repaired(query)))
}

/// Removes the scheme and the host of a URI.
fn without_host(uri: &str) -> &str {
    let is_scheme = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    };
    let after_scheme = match uri.split_once("//") {
        Some(("", rest)) => rest,
        Some((scheme, rest)) if scheme.strip_suffix(':').is_some_and(is_scheme) => rest,
        _ => return uri,
    };
    let end = after_scheme.find(['/', '?']).unwrap_or(after_scheme.len());
    after_scheme.get(end..).unwrap_or_default()
}
