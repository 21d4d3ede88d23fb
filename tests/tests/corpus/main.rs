//! Whole editions of the docs, read and generated; where there are none, these tests say that they are skipped.

mod api_page;
mod apis;
mod areas;
mod changes;
mod faithful;
mod generated;
mod page;
mod prose;
mod schema;
