//! The SDK against a real HTTP server on this machine.

mod events;
mod failures;
mod ids;
mod paging;
mod readme;
mod round_trip;
mod secrecy;
mod server;
mod tutorial;
