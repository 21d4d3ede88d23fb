//! The JSON form of a type: an object with a `kind` and the keys that belong to the kind.

use std::{borrow::Cow, ops::Not};

use genesys_runtime::Scalar;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::schema::{DefinitionName, ListedValues, NumberFormat, Type};

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct TypeForm<'a> {
    #[serde(default, skip_serializing_if = "Not::not")]
    cut_short: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<NumberFormat>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Cow<'a, Type>>,
    kind: KindForm,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'a, DefinitionName>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<ValuesForm<'a>>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum KindForm {
    #[default]
    String,
    DateTime,
    LocalDateTime,
    Date,
    Interval,
    Duration,
    Number,
    Boolean,
    Object,
    Enum,
    Array,
    Ref,
}

/// The listed values of an `enum`, or the type of the values of an `object`.
#[derive(Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "`values` is neither a list of strings nor a type"
)]
enum ValuesForm<'a> {
    Listed(Cow<'a, [String]>),
    Typed(Cow<'a, Type>),
}

/// Serializes the type in the JSON form of the schema, such as `{"kind":"string"}`.
impl Serialize for Type {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        TypeForm::from(self).serialize(serializer)
    }
}

/// Deserializes the type from the JSON form of the schema.
impl<'de> Deserialize<'de> for Type {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        TypeForm::deserialize(deserializer)?.into_type()
    }
}

impl<'a> From<&'a Type> for TypeForm<'a> {
    fn from(ty: &'a Type) -> Self {
        let plain = |kind| Self {
            kind,
            ..Self::default()
        };
        match ty {
            Type::Scalar(scalar) => match scalar {
                Scalar::Text => plain(KindForm::String),
                Scalar::DateTime => plain(KindForm::DateTime),
                Scalar::LocalDateTime => plain(KindForm::LocalDateTime),
                Scalar::Date => plain(KindForm::Date),
                Scalar::Interval => plain(KindForm::Interval),
                Scalar::Duration => plain(KindForm::Duration),
                Scalar::Number | Scalar::Integer | Scalar::Float => plain(KindForm::Number),
                Scalar::Boolean => plain(KindForm::Boolean),
                Scalar::Any => plain(KindForm::Object),
            },
            Type::Number(format) => Self {
                format: Some(*format),
                ..plain(KindForm::Number)
            },
            Type::Map(values) => Self {
                values: Some(ValuesForm::Typed(Cow::Borrowed(values))),
                ..plain(KindForm::Object)
            },
            Type::Enum(listed) => Self {
                cut_short: listed.is_cut_short,
                values: Some(ValuesForm::Listed((&listed.values).into())),
                ..plain(KindForm::Enum)
            },
            Type::Array(items) => Self {
                items: Some(Cow::Borrowed(items)),
                ..plain(KindForm::Array)
            },
            Type::Ref(name) => Self {
                name: Some(Cow::Borrowed(name)),
                ..plain(KindForm::Ref)
            },
        }
    }
}

impl TypeForm<'_> {
    /// Returns the type; keys that do not belong to the kind are ignored.
    fn into_type<E: Error>(self) -> Result<Type, E> {
        Ok(match self.kind {
            KindForm::String => Type::Scalar(Scalar::Text),
            KindForm::DateTime => Type::Scalar(Scalar::DateTime),
            KindForm::LocalDateTime => Type::Scalar(Scalar::LocalDateTime),
            KindForm::Date => Type::Scalar(Scalar::Date),
            KindForm::Interval => Type::Scalar(Scalar::Interval),
            KindForm::Duration => Type::Scalar(Scalar::Duration),
            KindForm::Boolean => Type::Scalar(Scalar::Boolean),
            KindForm::Number => match self.format {
                None => Type::Scalar(Scalar::Number),
                Some(format) => Type::Number(format),
            },
            KindForm::Object => match self.values {
                None => Type::Scalar(Scalar::Any),
                Some(ValuesForm::Typed(values)) => Type::Map(Box::new(values.into_owned())),
                Some(ValuesForm::Listed(_)) => {
                    return Err(E::custom("the `values` of an `object` are not a type"));
                }
            },
            KindForm::Enum => match self.values {
                Some(ValuesForm::Listed(values)) => Type::Enum(ListedValues {
                    values: values.into_owned(),
                    is_cut_short: self.cut_short,
                }),
                Some(ValuesForm::Typed(_)) => {
                    return Err(E::custom(
                        "the `values` of an `enum` are not a list of strings",
                    ));
                }
                None => return Err(E::missing_field("values")),
            },
            KindForm::Array => {
                let items = self.items.ok_or_else(|| E::missing_field("items"))?;
                Type::Array(Box::new(items.into_owned()))
            }
            KindForm::Ref => {
                let name = self.name.ok_or_else(|| E::missing_field("name"))?;
                Type::Ref(name.into_owned())
            }
        })
    }
}
