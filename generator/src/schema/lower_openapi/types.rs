//! Lowers schema objects to types.

use genesys_runtime::Scalar;

use super::{
    lowering::Lowering,
    scalars::{integer_format, number},
};
use crate::{diagnostic::Code, limit, openapi::SchemaObject, schema::Type};

/// The reason why a schema has no type.
pub enum NoType {
    /// Definitions without properties refer to each other in a cycle.
    Cycle,
    /// Too many lists, maps and references are nested.
    TooDeep,
}

/// The state of determining the type of a schema, which follows nested schemas and references.
pub struct TypeSearch<'a, 'l> {
    pub lowering: &'l mut Lowering<'a>,
    /// The property, parameter or response that has the type, for diagnostics.
    pub owner: &'l str,
    /// The names of the inlined definitions that contain the current schema, to detect cycles.
    pub replaced: Vec<&'a str>,
    /// The number of schemas that contain the current one.
    depth: usize,
}

impl<'a> Lowering<'a> {
    /// Returns the type of a property, parameter or response. Diagnostics call it `owner`.
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

    /// Reports problems in a definition that is inlined.
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

/// Checks whether a definition is inlined: it has a type, such as an enum or a map, but no properties.
pub fn is_replaced(schema: &SchemaObject<'_>) -> bool {
    let is_object = schema.ty.as_ref().is_none_or(|ty| is_any(&ty.value));
    let is_typed = |values: &SchemaObject<'_>| !values.properties.is_empty() || is_replaced(values);
    let has_parts = schema.items.is_some()
        || schema.values.as_deref().is_some_and(is_typed)
        || schema.reference.is_some()
        || schema.listed.is_some()
        || schema.all_of.len() == 1;
    schema.properties.is_empty() && (has_parts || !is_object)
}

/// Checks whether a `type` allows any JSON value if the schema has no properties.
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

    /// Returns the type of a schema inside the current one.
    pub fn inner(
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

    fn any(&mut self, schema: &SchemaObject<'_>, has: &str, help: &str) -> Type {
        if self.replaced.is_empty() {
            let message = format!("the schema of `{}` {has}", self.owner);
            self.lowering.report_any(schema, message, help);
        }
        Type::Scalar(Scalar::Any)
    }
}
