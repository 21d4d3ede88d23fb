//! Files that are nearly the same for every spec.

use crate::{header, plan::ApiModule};

const ENDPOINTS_DOC: &str = "//! What can be asked of the API is in [`endpoints`], as data: a constant for each method, which knows its path, its
//! parameters and its types, and which any HTTP client can send.
";

const ENDPOINTS: &str = "#[rustfmt::skip]\npub mod endpoints;\n";

/// The text of `lib.rs`; without APIs it has no endpoints.
pub fn lib(apis: &[ApiModule]) -> String {
    let of_endpoints = |text| if apis.is_empty() { "" } else { text };
    let text = include_str!("lib.rs.in")
        .replace("//! {endpoints}\n", of_endpoints(ENDPOINTS_DOC))
        .replace("mod endpoints;\n", of_endpoints(ENDPOINTS));
    header::for_all() + &text
}
