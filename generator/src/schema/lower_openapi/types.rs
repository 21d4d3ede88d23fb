//! The types of schema objects.

use std::{borrow::Cow, collections::BTreeSet};

use genesys_runtime::Scalar;

use super::lowering::Lowering;
use crate::{
    diagnostic::Code,
    limit,
    openapi::{EnumObject, NamedSchema, SchemaObject, Text},
    percent::percent_decode,
    schema::{ListedValues, NumberFormat, Type, prose::time_kind},
};

/// The path of definitions in references.
const DEFINITIONS: &str = "#/definitions/";

/// The reason why a schema has no type.
enum NoType {
    /// Definitions without properties refer to each other in a cycle.
    Cycle,
    /// Too many lists, maps and references are nested.
    TooDeep,
}

/// A schema of which the type is looked for.
struct TypeSearch<'a, 'l> {
    lowering: &'l mut Lowering<'a>,
    /// The property, parameter or response that has the type, for diagnostics.
    owner: &'l str,
    /// The definitions without properties whose types have replaced references to them.
    replaced: Vec<&'a str>,
    /// The number of schemas around the current one.
    depth: usize,
}

impl<'a> Lowering<'a> {
    /// Returns the type of a property, parameter or response, `owner`.
    pub fn ty(&mut self, schema: &'a SchemaObject<'a>, owner: &str) -> Type {
        match TypeSearch::new(self, owner).ty(schema, schema.description.as_deref()) {
            Ok(ty) => ty,
            // The definitions in a cycle are reported themselves.
            Err(NoType::Cycle) => Type::Scalar(Scalar::Any),
            Err(NoType::TooDeep) => {
                self.report_depth(schema, owner);
                Type::Scalar(Scalar::Any)
            }
        }
    }

    /// Reports what is wrong with a definition whose type replaces references to it.
    pub fn check_replaced(&mut self, schema: &'a SchemaObject<'a>, name: &str) {
        match TypeSearch::new(self, name).ty(schema, None) {
            Ok(_) => {}
            Err(NoType::Cycle) => self.report_any(
                schema,
                format!("the references of `{name}` lead back to it without a property"),
                "define a property between them",
            ),
            Err(NoType::TooDeep) => self.report_depth(schema, name),
        }
    }

    fn report_depth(&mut self, schema: &SchemaObject<'_>, owner: &str) {
        self.report(
            Code::TooLarge,
            format!(
                "the type of `{owner}` has more than {} nested lists, maps and references",
                limit::LISTS
            ),
            schema.span.clone(),
            "in this schema",
            "define a property between them",
        );
    }
}

/// Checks whether references to a definition are replaced by its type, because it has no properties.
pub fn is_replaced(schema: &SchemaObject<'_>) -> bool {
    let is_object = schema.ty.as_ref().is_none_or(|ty| is_any(&ty.value));
    let has_parts = schema.items.is_some()
        || schema.values.is_some()
        || schema.reference.is_some()
        || schema.listed.is_some()
        || schema.all_of.len() == 1;
    schema.properties.is_empty() && (has_parts || !is_object)
}

/// Checks whether a `type` says nothing about a value without properties.
fn is_any(ty: &str) -> bool {
    matches!(ty, "object" | "any")
}

impl<'a, 'l> TypeSearch<'a, 'l> {
    fn new(lowering: &'l mut Lowering<'a>, owner: &'l str) -> Self {
        Self {
            lowering,
            owner,
            replaced: Vec::new(),
            depth: 0,
        }
    }

    fn ty(
        &mut self,
        schema: &'a SchemaObject<'a>,
        description: Option<&str>,
    ) -> Result<Type, NoType> {
        if self.depth > limit::LISTS {
            return Err(NoType::TooDeep);
        }
        if let Some(reference) = &schema.reference {
            return self.reference(reference, description);
        }
        match schema.all_of.as_slice() {
            [] => {}
            [part] if schema.properties.is_empty() => return self.inner(part, description),
            _ => {
                return Ok(self.any(
                    schema,
                    "combines several schemas",
                    "refer to one definition",
                ));
            }
        }
        if !schema.properties.is_empty() {
            let help = "move it to `definitions`, and refer to it";
            return Ok(self.any(schema, "has properties without a definition", help));
        }
        let ty = schema.ty.as_ref();
        Ok(match ty.map(|ty| &*ty.value) {
            Some("string") => self.string(schema, description),
            Some("integer") => Type::Number(integer_format(schema)),
            Some("number") => number(schema),
            Some("boolean") => Type::Scalar(Scalar::Boolean),
            Some("array") => self.array(schema.items.as_deref(), description)?,
            None if schema.items.is_some() => self.array(schema.items.as_deref(), description)?,
            None if schema.listed.is_some() => self.string(schema, description),
            None => self.map(schema)?,
            Some(ty) if is_any(ty) => self.map(schema)?,
            Some("file" | "null") => Type::Scalar(Scalar::Any),
            Some(other) => {
                let has = format!("has the unknown type `{other}`");
                let help =
                    "a type is `string`, `integer`, `number`, `boolean`, `array` or `object`";
                self.any(schema, &has, help)
            }
        })
    }

    fn inner(
        &mut self,
        schema: &'a SchemaObject<'a>,
        description: Option<&str>,
    ) -> Result<Type, NoType> {
        self.depth += 1;
        let ty = self.ty(schema, description);
        self.depth -= 1;
        ty
    }

    fn array(
        &mut self,
        items: Option<&'a SchemaObject<'a>>,
        description: Option<&str>,
    ) -> Result<Type, NoType> {
        let items = match items {
            Some(items) => self.inner(items, description)?,
            None => Type::Scalar(Scalar::Any),
        };
        Ok(Type::Array(Box::new(items)))
    }

    fn map(&mut self, schema: &'a SchemaObject<'a>) -> Result<Type, NoType> {
        Ok(match &schema.values {
            Some(values) => Type::Map(Box::new(self.inner(values, None)?)),
            None => Type::Scalar(Scalar::Any),
        })
    }

    fn reference(
        &mut self,
        reference: &'a Text<'a>,
        description: Option<&str>,
    ) -> Result<Type, NoType> {
        let Some(definition) = self.lowering.resolve_definition(reference) else {
            if self.replaced.is_empty() {
                let owner = self.owner;
                self.lowering.report(
                    Code::UnresolvedReference,
                    format!(
                        "the reference of `{owner}` to `{}` leads nowhere",
                        reference.value
                    ),
                    reference.span.clone(),
                    "treated as any JSON value",
                    "a reference is `#/definitions/` and the name of a definition",
                );
            }
            return Ok(Type::Scalar(Scalar::Any));
        };
        let name = &*definition.name.value;
        if !is_replaced(&definition.schema) {
            return Ok(Type::Ref(name.to_owned().into()));
        }
        if self.replaced.contains(&name) {
            return Err(NoType::Cycle);
        }
        if !self.lowering.index.may_repeat(&definition.schema.span) {
            return Ok(Type::Scalar(Scalar::Any));
        }
        self.replaced.push(name);
        let ty = self.inner(&definition.schema, description);
        self.replaced.pop();
        ty
    }

    fn string(&mut self, schema: &'a SchemaObject<'a>, description: Option<&str>) -> Type {
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

    fn any(&mut self, schema: &SchemaObject<'_>, has: &str, help: &str) -> Type {
        if self.replaced.is_empty() {
            let message = format!("the schema of `{}` {has}", self.owner);
            self.lowering.report_any(schema, message, help);
        }
        Type::Scalar(Scalar::Any)
    }
}

impl<'a> Lowering<'a> {
    /// Returns the definition to which a reference leads.
    fn resolve_definition(&self, reference: &Text<'_>) -> Option<&'a NamedSchema<'a>> {
        let name = reference.value.strip_prefix(DEFINITIONS)?;
        let found = self.index.definition(name);
        found.or_else(|| self.index.definition(&decode_segment(name)))
    }
}

/// Decodes the last segment of a reference, a JSON pointer in a URI.
pub fn decode_segment(segment: &str) -> String {
    let decoded = percent_decode(segment);
    decoded.replace("~1", "/").replace("~0", "~")
}

fn integer_format(schema: &SchemaObject<'_>) -> NumberFormat {
    match schema.format.as_ref().map(|format| &*format.value) {
        Some("int32") => NumberFormat::Int32,
        Some(_) | None => NumberFormat::Int64,
    }
}

fn number(schema: &SchemaObject<'_>) -> Type {
    Type::Number(match schema.format.as_ref().map(|format| &*format.value) {
        Some("int32") => NumberFormat::Int32,
        Some("int64") => NumberFormat::Int64,
        Some("float") => NumberFormat::Float,
        Some("double") => NumberFormat::Double,
        Some(_) | None => return Type::Scalar(Scalar::Number),
    })
}

/// Returns the type of a string with listed values, without duplicates.
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
