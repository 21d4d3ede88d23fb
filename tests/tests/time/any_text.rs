//! What holds for any text.

use genesys_models::runtime::Duration;
use genesys_tests::invariants::time;
use proptest::prelude::*;

/// Texts near the grammar, where a parser's mistakes are.
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
    fn converts_or_gives_an_error_that_shows_it(text in time_like()) {
        time::check(&text);
    }

    #[test]
    fn survives_json(text in any::<String>()) {
        let json = serde_json::to_string(&text).unwrap();
        let value: Duration = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&value, &text);
        prop_assert_eq!(serde_json::to_string(&value).unwrap(), json);
    }
}
