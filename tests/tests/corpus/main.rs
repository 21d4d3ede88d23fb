//! Whole editions of the docs, compared with what the generator makes of them.
//!
//! The docs are not part of the project, so these tests are ignored by default: `scripts/corpus-tests` runs them. `page` and
//! `api_page` parse pages a second time, without any code of the generator, and the other modules compare the results.

mod api_page;
mod apis;
mod areas;
mod changes;
mod definitions;
mod page;
mod prose;
mod schema;
