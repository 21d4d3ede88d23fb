//! Tests of the SDK against an HTTP server on this machine.

mod events;
mod failures;
mod ids;
mod paging;
mod readme;
mod redaction;
mod round_trip;
mod server;
mod tutorial;
