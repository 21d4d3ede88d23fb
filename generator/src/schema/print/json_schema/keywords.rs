//! A schema as plain data.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

/// A schema: its keywords, sorted; without any, it takes every value.
#[derive(Debug, Default, Serialize)]
pub(super) struct Keywords<'a>(BTreeMap<&'static str, Value<'a>>);

/// The value of a keyword.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Value<'a> {
    Flag(bool),
    Text(&'a str),
    Texts(Vec<&'a str>),
    Reference(String),
    Schema(Box<Keywords<'a>>),
    Schemas(Vec<Keywords<'a>>),
    /// Schemas by name, in an order of their own.
    #[serde(serialize_with = "in_order")]
    Named(Vec<(&'a str, Keywords<'a>)>),
}

impl<'a> Keywords<'a> {
    /// The schema with one more keyword.
    pub(super) fn with(mut self, keyword: &'static str, value: Value<'a>) -> Self {
        self.0.insert(keyword, value);
        self
    }

    /// The schema that takes `null` too, said as shortly as can be.
    pub(super) fn or_null(mut self) -> Self {
        if self.0.is_empty() {
            return self;
        }
        if let Some(Value::Schemas(branches)) = self.0.get_mut("anyOf") {
            branches.push(null());
            return self;
        }
        if let Some(Value::Text(name)) = self.0.get("type") {
            let types = vec![*name, "null"];
            return self.with("type", Value::Texts(types));
        }
        Self::default().with("anyOf", Value::Schemas(vec![self, null()]))
    }
}

impl<'a> From<Keywords<'a>> for Value<'a> {
    fn from(schema: Keywords<'a>) -> Self {
        Self::Schema(Box::new(schema))
    }
}

fn null() -> Keywords<'static> {
    Keywords::default().with("type", Value::Text("null"))
}

fn in_order<S: Serializer>(
    named: &[(&str, Keywords<'_>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(named.iter().map(|(name, schema)| (name, schema)))
}
