//! Conversions of time values from text that is nearly valid.

use genesys_tests::invariants::time;
use proptest::prelude::*;

/// Returns texts that are valid or nearly valid.
fn time_like() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[-+0-9TtZzPpYMWDHS:./, ]{0,40}",
        "[+-]?[0-9]{4,6}-[0-1][0-9]-[0-3][0-9]([T ][0-2][0-9]:[0-6][0-9](:[0-6][0-9]([.,][0-9]{0,12})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?",
        "[+-]?P(-?[0-9]{1,20}[YMWD]){0,4}(T(-?[0-9]{1,20}(\\.[0-9]{1,12})?[HMS]){0,3})?",
        "[0-9]{4}-[0-1][0-9]-[0-3][0-9]/-?P([0-9]{1,20}[YMWD]){0,2}(T[0-9]{1,20}[HMS])?",
    ]
}

proptest! {
    #[test]
    fn conversions_succeed_or_fail_with_the_text(text in time_like()) {
        time::check(&text);
    }
}
