//! Lowers references to types.

use genesys_runtime::Scalar;

use super::{
    lowering::Lowering,
    types::{NoType, TypeSearch, is_replaced},
};
use crate::{
    diagnostic::Code,
    openapi::{NamedSchema, Text},
    percent::percent_decode,
    schema::Type,
};

/// The start of references to definitions.
const DEFINITIONS: &str = "#/definitions/";

impl<'a> TypeSearch<'a, '_> {
    /// Returns the type of a reference: the type of the definition if it is inlined, or else a reference to it.
    pub fn reference(
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
