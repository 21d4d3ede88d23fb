//! Numbers, which keep their precision and notation.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use std::cmp::Ordering;

use genesys_runtime::Number;
use proptest::prelude::*;
use serde_json::{Value, json};

const TWO_POW_53: i64 = 1 << 53;
const TWO_POW_63: f64 = 9_223_372_036_854_775_808.0;

fn decode(text: &str) -> Number {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_number_is_two_words_wide() {
    assert_eq!(size_of::<Number>(), 16);
    assert_eq!(size_of::<Option<Number>>(), 16);
}

#[test]
fn the_default_is_the_integer_zero() {
    assert_eq!(Number::default().to_string(), "0");
}

#[test]
fn encoding_returns_the_decoded_text() {
    for text in [
        "0",
        "5",
        "-5",
        "5.0",
        "-0.0",
        "5.25",
        "1e+300",
        "9007199254740993",
        "-9223372036854775808",
        "9223372036854775808",
        "18446744073709551615",
    ] {
        let number = decode(text);
        assert_eq!(serde_json::to_string(&number).unwrap(), text);
        assert_eq!(number.to_string(), text);
        assert_eq!(format!("{number:?}"), text);
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_value(number).unwrap(), value);
        assert_eq!(serde_json::from_value::<Number>(value).unwrap(), number);
    }
}

#[test]
fn integers_and_floats_are_distinguished() {
    assert!(decode("5").is_integer() && !decode("5").is_float());
    assert!(decode("5.0").is_float() && !decode("5.0").is_integer());
    assert!(decode("18446744073709551615").is_integer());
}

#[test]
fn other_json_types_fail_to_decode() {
    for json in [
        json!("5"),
        json!(null),
        json!(true),
        json!([5]),
        json!({"a": 5}),
    ] {
        let error = serde_json::from_value::<Number>(json).unwrap_err();
        assert!(error.to_string().contains("number"), "{error}");
    }
}

#[test]
fn conversions_to_integers_are_exact() {
    assert_eq!(decode("5.0").as_i64(), Some(5));
    assert_eq!(decode("5.5").as_i64(), None);
    assert_eq!(decode("-5").as_i64(), Some(-5));
    assert_eq!(decode("-5").as_u64(), None);
    assert_eq!(decode("-0.0").as_u64(), Some(0));
    assert_eq!(decode("9223372036854775808").as_i64(), None);
    assert_eq!(Number::from(TWO_POW_63).as_i64(), None);
    assert_eq!(Number::from(TWO_POW_63).as_u64(), Some(1 << 63));
    assert_eq!(Number::from(-TWO_POW_63).as_i64(), Some(i64::MIN));
    assert_eq!(Number::from(2.0 * TWO_POW_63).as_u64(), None);
    assert_eq!(Number::from(1e300).as_i64(), None);
    assert_eq!(Number::from(f64::INFINITY).as_i64(), None);
    assert_eq!(Number::from(f64::NAN).as_i64(), None);
}

#[test]
fn conversions_to_floats_are_exact() {
    assert_eq!(
        Number::from(TWO_POW_53).as_f64(),
        Some(9_007_199_254_740_992.0)
    );
    assert_eq!(Number::from(TWO_POW_53 + 1).as_f64(), None);
    assert_eq!(Number::from(i64::MIN).as_f64(), Some(-TWO_POW_63));
    assert_eq!(Number::from(i64::MAX).as_f64(), None);
    assert_eq!(Number::from(u64::MAX).as_f64(), None);
    assert_eq!(Number::from(0.1).as_f64(), Some(0.1));
    assert!(Number::from(f64::NAN).as_f64().is_some_and(f64::is_nan));
}

#[test]
fn lossy_conversions_round() {
    let rounded = Number::from(TWO_POW_53 + 1).to_f64_lossy();
    assert_eq!(rounded.to_bits(), 9_007_199_254_740_992.0_f64.to_bits());
}

#[test]
fn conversions_to_standard_types_are_exact_or_fail() {
    assert_eq!(i8::try_from(Number::from(-128)).unwrap(), -128);
    assert_eq!(u8::try_from(Number::from(255.0)).unwrap(), 255);
    assert_eq!(usize::try_from(Number::from(7)).unwrap(), 7);
    assert_eq!(f32::try_from(Number::from(0.5)), Ok(0.5));
    assert_eq!(f64::try_from(Number::from(7)), Ok(7.0));

    let error = u8::try_from(Number::from(256)).unwrap_err();
    assert_eq!((error.found(), error.expected()), ("256", "u8"));
    assert_eq!(
        error.to_string(),
        "`256` cannot be represented exactly as u8"
    );
    assert!(i64::try_from(Number::from(5.5)).is_err());
    assert!(f32::try_from(Number::from(0.1)).is_err());
    assert!(f64::try_from(Number::from(TWO_POW_53 + 1)).is_err());
}

#[test]
fn integers_and_floats_compare_exactly() {
    assert_eq!(Number::from(5), Number::from(5.0));
    assert_eq!(Number::from(0), Number::from(-0.0));
    assert_ne!(
        Number::from(TWO_POW_53 + 1),
        Number::from(9_007_199_254_740_992.0)
    );
    assert!(Number::from(TWO_POW_53 + 1) > Number::from(9_007_199_254_740_992.0));
    assert!(Number::from(u64::MAX) < Number::from(2.0 * TWO_POW_63));
    assert!(Number::from(i64::MAX) < Number::from(u64::MAX));
    assert!(Number::from(5) < Number::from(5.5));
    assert!(Number::from(-5) > Number::from(-5.5));
    assert!(Number::from(u64::MAX) < Number::from(f64::INFINITY));
    assert!(Number::from(i64::MIN) > Number::from(f64::NEG_INFINITY));
}

#[test]
fn nan_is_equal_to_itself_and_greater_than_all_numbers() {
    let nan = Number::from(f64::NAN);
    assert_eq!(nan, nan);
    assert!(nan > Number::from(0) && nan > Number::from(f64::INFINITY));
    assert!(Number::from(u64::MAX) < nan);
}

#[test]
fn equal_numbers_have_equal_hashes() {
    let hash = |number: Number| BuildHasherDefault::<DefaultHasher>::default().hash_one(number);
    assert_eq!(hash(decode("5")), hash(decode("5.0")));
    assert_eq!(hash(0.into()), hash((-0.0).into()));
    assert_eq!(hash(u64::MAX.into()), hash(u64::MAX.into()));
    assert_eq!(hash(2_i64.pow(62).into()), hash(2_f64.powi(62).into()));
    assert_eq!(hash(f64::NAN.into()), hash((-f64::NAN).into()));
    assert_ne!(hash(decode("5")), hash(decode("5.5")));
}

#[test]
#[allow(clippy::float_cmp)] // The comparison is exact on purpose.
fn standard_types_compare_on_either_side() {
    let five = decode("5.0");
    assert!(five == 5_i32 && 5_u8 == five && five == 5.0 && 5.0_f32 == five);
    assert!(five < 6_u64 && 4_i8 < five && five <= 5.5 && 4.5 < five && five != -5);
}

#[test]
fn json_numbers_parse() {
    for text in ["0", "-5", "5.0", "18446744073709551615", "-0.0", "1e+300"] {
        assert_eq!(text.parse::<Number>().unwrap().to_string(), text);
    }
    assert_eq!("-0".parse::<Number>().unwrap().to_string(), "-0.0");
    assert_eq!("1E2".parse::<Number>().unwrap().to_string(), "100.0");
}

#[test]
fn other_text_and_numbers_out_of_range_fail_to_parse() {
    for text in [
        "",
        " 5",
        "5 ",
        "5\n",
        "+5",
        "05",
        ".5",
        "5.",
        "1e",
        "0x5",
        "NaN",
        "inf",
        "five",
        "٥",
        "18446744073709551616",
        "-9223372036854775809",
        "1e400",
    ] {
        let error = text.parse::<Number>().unwrap_err();
        assert_eq!(error.found(), text);
    }
}

#[test]
fn floats_that_are_not_finite_fail_to_encode() {
    for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = serde_json::to_string(&Number::from(float)).unwrap_err();
        assert!(error.to_string().contains(&float.to_string()), "{error}");
        assert!(serde_json::Number::try_from(Number::from(float)).is_err());
    }
}

#[test]
fn width_sign_and_precision_format_as_for_integers() {
    assert_eq!(
        format!(
            "{:6}|{:<6}|{:06}",
            Number::from(5),
            Number::from(-5),
            Number::from(5)
        ),
        "     5|-5    |000005"
    );
    assert_eq!(
        format!(
            "{:6}|{:+}|{:.1}",
            Number::from(-5.25),
            Number::from(5.25),
            Number::from(5.25)
        ),
        " -5.25|+5.25|5.25"
    );
}

fn any_number() -> impl Strategy<Value = Number> {
    prop_oneof![
        any::<i64>().prop_map(Number::from),
        any::<u64>().prop_map(Number::from),
        any::<f64>().prop_map(Number::from),
        any::<i32>().prop_map(|integer| Number::from(f64::from(integer))),
        (-4..4_i64).prop_map(|step| Number::from(TWO_POW_53 + step)),
        (-4..4_i32).prop_map(|step| Number::from(TWO_POW_63 + f64::from(step) * 2048.0)),
    ]
}

proptest! {
    #[test]
    fn conversion_to_serde_json_and_text_round_trips(number in any_number()) {
        let json = serde_json::Number::try_from(number).unwrap();
        let back = Number::try_from(&json).unwrap();
        prop_assert_eq!(back, number);
        prop_assert_eq!(back.is_float(), number.is_float());
        let parsed: Number = number.to_string().parse().unwrap();
        prop_assert_eq!(parsed, number);
        prop_assert_eq!(parsed.is_float(), number.is_float());
    }

    #[test]
    fn integers_are_ordered_as_integers(left in any::<i64>(), right in any::<u64>()) {
        let expected = i128::from(left).cmp(&i128::from(right));
        prop_assert_eq!(Number::from(left).partial_cmp(&Number::from(right)), Some(expected));
    }

    #[test]
    fn the_order_is_consistent(a in any_number(), b in any_number(), c in any_number()) {
        prop_assert_eq!(a.partial_cmp(&b), b.partial_cmp(&a).map(Ordering::reverse));
        prop_assert_eq!(a == b, a.partial_cmp(&b) == Some(Ordering::Equal));
        if a <= b && b <= c {
            prop_assert!(a <= c);
        }
    }

    #[test]
    fn a_number_equals_what_it_converts_to(number in any_number()) {
        prop_assert!(number.as_i64().is_none_or(|integer| number == integer));
        prop_assert!(number.as_u64().is_none_or(|integer| number == integer));
        prop_assert!(number.as_f64().is_none_or(|float| number == float));
        prop_assert!(f32::try_from(number).map_or(true, |float| number == float));
    }
}
