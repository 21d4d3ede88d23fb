//! Complete editions of the docs, compared with the schema and the output that the generator produces for them.
//!
//! The docs are not part of the project, so these tests are ignored by default: `scripts/corpus-tests` runs them. `page` and
//! `api_page` have independent parsers of the pages, and the other modules compare the results.

mod api_page;
mod apis;
mod areas;
mod changes;
mod definitions;
mod endpoints;
mod events;
mod openapi;
mod page;
mod prose;
mod refine;
mod schema;
