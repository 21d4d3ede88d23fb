//! `JsonSchema` of schemars.

use ::std::{any::type_name, borrow::Cow};

use ::schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::super::{
    Date, DateTime, Duration, Extra, Interval, Listed, LocalDateTime, Number, OpenEnum,
};

/// Implements `JsonSchema` with the given schema, which is written in place and not as a definition.
macro_rules! impl_json_schema {
    ($($ty:ident: $schema:tt,)*) => {$(
        impl JsonSchema for $ty {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($ty).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($ty)).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

impl_json_schema! {
    Number: { "type": "number" },
    DateTime: { "type": "string", "format": "date-time" },
    LocalDateTime: { "type": "string" },
    Date: { "type": "string", "format": "date" },
    Interval: { "type": "string" },
    Duration: { "type": "string", "format": "duration" },
    Extra: { "type": "object", "additionalProperties": true },
}

/// Accepts every string, and lists the values that the docs list.
impl<E: Listed> JsonSchema for OpenEnum<E> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OpenEnum".into()
    }

    fn schema_id() -> Cow<'static, str> {
        type_name::<Self>().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "enum": E::VALUES }, { "type": "string" }] })
    }
}
