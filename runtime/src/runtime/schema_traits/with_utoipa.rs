//! `ToSchema` of utoipa.

use ::utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat,
        schema::{AdditionalProperties, Type},
    },
};

use super::super::{Date, DateTime, Duration, Extra, Interval, LocalDateTime, Number};

/// Implements `ToSchema` with the schema that a function returns.
macro_rules! impl_to_schema {
    ($($ty:ident: $schema:expr,)*) => {$(
        impl PartialSchema for $ty {
            fn schema() -> RefOr<Schema> {
                $schema.into()
            }
        }

        impl ToSchema for $ty {}
    )*};
}

impl_to_schema! {
    Number: ObjectBuilder::new().schema_type(Type::Number),
    DateTime: text(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime))),
    LocalDateTime: text(None),
    Date: text(Some(SchemaFormat::KnownFormat(KnownFormat::Date))),
    Interval: text(None),
    Duration: text(Some(SchemaFormat::KnownFormat(KnownFormat::Duration))),
    Extra: ObjectBuilder::new()
        .schema_type(Type::Object)
        .additional_properties(Some(AdditionalProperties::FreeForm(true))),
}

/// Returns the schema of a string with a format.
fn text(format: Option<SchemaFormat>) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .format(format)
}
