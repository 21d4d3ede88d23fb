//! Lowers the schemas of strings and numbers to types.

use std::{borrow::Cow, collections::BTreeSet};

use genesys_runtime::Scalar;

use super::types::TypeSearch;
use crate::{
    diagnostic::Code,
    limit,
    openapi::{EnumObject, SchemaObject},
    schema::{ListedValues, NumberFormat, Type, prose::time_kind},
};

impl<'a> TypeSearch<'a, '_> {
    /// Returns the type of a string: an enum, a time or text.
    pub fn string(&mut self, schema: &'a SchemaObject<'a>, description: Option<&str>) -> Type {
        if let Some(listed) = &schema.listed {
            return self.listed(listed);
        }
        let format = schema.format.as_ref().map(|format| &*format.value);
        let scalar = match format {
            Some("date-time") => Scalar::DateTime,
            Some("date") => Scalar::Date,
            Some("interval") => Scalar::Interval,
            Some("local-date-time") => Scalar::LocalDateTime,
            // The runtime has no types for `uri`, `uuid` and `local-time`.
            Some(_) => Scalar::Text,
            None => description.and_then(time_kind).unwrap_or(Scalar::Text),
        };
        Type::Scalar(scalar)
    }

    fn listed(&mut self, listed: &'a EnumObject<'a>) -> Type {
        let owner = self.owner;
        let (code, message, help) = if listed.other.is_some() {
            let message = format!("`{owner}` lists values that are no strings");
            (Code::IgnoredSchema, message, "list strings")
        } else if listed.strings.len() > limit::VALUES {
            let count = listed.strings.len();
            let message = format!("`{owner}` lists {count} values, too many for an enum");
            (Code::TooManyValues, message, "list fewer values")
        } else if let Some(long) = listed.strings.iter().find(|text| text.len() > limit::NAME) {
            let message = format!(
                "`{owner}` lists a value of {} bytes, more than the limit of {}",
                long.len(),
                limit::NAME
            );
            (Code::TooLarge, message, "list shorter values")
        } else {
            return listed_type(&listed.strings);
        };
        if self.replaced.is_empty() {
            let span = listed.other.as_ref().unwrap_or(&listed.span);
            let label = "treated as a plain string";
            self.lowering
                .report(code, message, span.clone(), label, help);
        }
        Type::Scalar(Scalar::Text)
    }
}

/// Returns the format of an integer.
pub fn integer_format(schema: &SchemaObject<'_>) -> NumberFormat {
    match schema.format.as_ref().map(|format| &*format.value) {
        Some("int32") => NumberFormat::Int32,
        Some(_) | None => NumberFormat::Int64,
    }
}

/// Returns the type of a number.
pub fn number(schema: &SchemaObject<'_>) -> Type {
    Type::Number(match schema.format.as_ref().map(|format| &*format.value) {
        Some("int32") => NumberFormat::Int32,
        Some("int64") => NumberFormat::Int64,
        Some("float") => NumberFormat::Float,
        Some("double") => NumberFormat::Double,
        Some(_) | None => return Type::Scalar(Scalar::Number),
    })
}

/// Returns an enum of the distinct values, or text for an empty list.
fn listed_type(strings: &[Cow<'_, str>]) -> Type {
    if strings.is_empty() {
        return Type::Scalar(Scalar::Text);
    }
    let mut seen = BTreeSet::new();
    let mut values: Vec<_> = strings.iter().map(AsRef::<str>::as_ref).collect();
    values.retain(|value| seen.insert(*value));
    Type::Enum(ListedValues {
        values: values.into_iter().map(str::to_owned).collect(),
        is_cut_short: false,
    })
}
