#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| genesys_tests::invariants::openapi::check(bytes));
