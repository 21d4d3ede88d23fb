//! Conversions of text, numbers, booleans, time values and open enums.

use ::std::borrow::Cow;

use ::serde_json::{Map, Value};

use super::{
    super::{Date, DateTime, Duration, Interval, Listed, LocalDateTime, Number, OpenEnum},
    IntoField,
};

/// Implements the trait for types with `From` impls.
macro_rules! convert {
    ($($field:ty: $($value:ty)*;)*) => {$($(
        impl IntoField<$field> for $value {
            fn into_field(self) -> Option<$field> {
                Some(self.into())
            }
        }
    )*)*};
}

convert! {
    String: String &str &String Cow<'_, str> Box<str> char;
    bool: bool;
    i64: i8 i16 i32 i64 u8 u16 u32;
    f64: f32 f64 i8 i16 i32 u8 u16 u32;
    Number: Number f32 f64 i8 i16 i32 i64 isize u8 u16 u32 u64 usize;
    Value: Value Map<String, Value> String &str Cow<'_, str> bool f32 f64 i8 i16 i32 i64 isize u8 u16 u32 u64 usize;
}

impl IntoField<Value> for &String {
    fn into_field(self) -> Option<Value> {
        Some(self.as_str().into())
    }
}

/// Accepts everything that converts to a time value: text and the types of the time libraries.
macro_rules! convert_time {
    ($($field:ident)*) => {$(
        impl<V: Into<$field>> IntoField<$field> for V {
            fn into_field(self) -> Option<$field> {
                Some(self.into())
            }
        }
    )*};
}

convert_time!(DateTime LocalDateTime Date Interval Duration);

impl<E: Listed, V: Into<OpenEnum<E>>> IntoField<OpenEnum<E>> for V {
    fn into_field(self) -> Option<OpenEnum<E>> {
        Some(self.into())
    }
}
