//! Iteration over paged listings.

use std::{iter::FusedIterator, marker::PhantomData, vec};

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{Client, Error};

/// An iterator over the entities of a listing, which fetches each page when it reaches it.
///
/// An entity that does not decode is an error, and the next entity follows it. A page that fails is an error and the last
/// item.
#[derive(Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Pages<'a, T> {
    client: &'a Client,
    path: &'static str,
    page_size: u32,
    /// The number of the next page, if any.
    next_page: Option<u64>,
    entities: vec::IntoIter<Value>,
    entity: PhantomData<fn() -> T>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Page {
    entities: Option<Vec<Value>>,
    #[serde(rename = "pageCount")]
    count: Option<u64>,
    next_uri: Option<String>,
}

impl Page {
    fn is_last(&self, page_number: u64) -> bool {
        match self.count {
            Some(count) => page_number >= count,
            None => self.next_uri.is_none(),
        }
    }
}

impl<'a, T> Pages<'a, T> {
    pub(crate) fn new(client: &'a Client, path: &'static str, page_size: u32) -> Self {
        Self {
            client,
            path,
            page_size,
            next_page: Some(1),
            entities: vec::IntoIter::default(),
            entity: PhantomData,
        }
    }

    fn fetch(&mut self, page_number: u64) -> Result<(), Error> {
        let (path, page_size) = (self.path, self.page_size);
        let query = format!("pageNumber={page_number}&pageSize={page_size}");
        let page: Page = self.client.get(&format!("{path}?{query}"))?;
        if !page.is_last(page_number) {
            self.next_page = page_number.checked_add(1);
        }
        self.entities = page.entities.unwrap_or_default().into_iter();
        Ok(())
    }
}

impl<T: DeserializeOwned> Iterator for Pages<'_, T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entity) = self.entities.next() {
                return Some(serde_json::from_value(entity).map_err(Error::Decode));
            }
            // `fetch` sets the next page again, unless it fails.
            let page_number = self.next_page.take()?;
            if let Err(error) = self.fetch(page_number) {
                return Some(Err(error));
            }
        }
    }
}

impl<T: DeserializeOwned> FusedIterator for Pages<'_, T> {}
