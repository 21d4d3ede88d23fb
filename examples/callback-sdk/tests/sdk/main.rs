//! Tests of the SDK against an HTTP server on this machine.

mod asynchronous;
mod failures;
mod paging;
mod readme;
mod redaction;
mod requests;
mod retry;
mod server;
mod tutorial;
