//! Listings that are split into pages.
//!
//! `next` derives the request for the next page from a request and its page. [`Pages`] repeats that up to the last page, with a
//! function that sends requests.

mod next;
mod pages;

pub use self::pages::Pages;

/// A page of a listing that contains the URI of the next page.
///
/// The models of such pages implement this trait.
pub trait Listing {
    /// The type of the listed items.
    type Entity;

    /// Returns the items of this page.
    fn into_entities(self) -> Vec<Self::Entity>;

    /// Returns the URI of the next page, which is usually relative. `None` on the last page.
    fn next_uri(&self) -> Option<&str>;
}

/// A page of a listing that contains a cursor, which the request for the next page must contain.
///
/// The models of such pages implement this trait.
pub trait Cursored {
    /// The type of the listed items.
    type Entity;

    /// Returns the items of this page.
    fn into_entities(self) -> Vec<Self::Entity>;

    /// Returns the cursor of the next page. `None` on the last page.
    fn cursor(&self) -> Option<&str>;
}
