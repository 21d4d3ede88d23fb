//! Which part of a schema is wanted.

use super::{
    api::Method,
    model::{Definition, DefinitionName, Origin, Schema, Type},
    nearest::did_you_mean,
    reach::reachable,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
};

/// A definition that somebody named, and where, if that is a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// The definition's name.
    pub name: String,
    /// The place of the name.
    pub origin: Option<Origin>,
}

impl From<&str> for Root {
    fn from(name: &str) -> Self {
        let name = name.to_owned();
        Self { name, origin: None }
    }
}

/// Which part of a schema is wanted; by default all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The definitions that are wanted with all that they reach; without any, all are.
    pub roots: Vec<Root>,
    /// The definitions to which references become any JSON value.
    pub without: Vec<Root>,
}

impl Selection {
    /// The part of a schema that is wanted.
    ///
    /// # Errors
    ///
    /// A diagnostic for each name that is no definition.
    pub fn of(&self, schema: Schema) -> Result<Schema, Vec<Diagnostic>> {
        let mut schema = self.cut(schema)?;
        if self.roots.is_empty() {
            schema
                .definitions
                .retain(|definition| !self.cuts(&definition.name));
            return Ok(schema);
        }
        let roots = self.roots.iter().map(|root| root.name.as_str());
        Ok(reachable(&schema, roots))
    }

    /// The whole schema, without the references that are not wanted.
    ///
    /// # Errors
    ///
    /// A diagnostic for each name that is no definition.
    pub fn cut(&self, mut schema: Schema) -> Result<Schema, Vec<Diagnostic>> {
        let unknown = self.unknown(&schema);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        if !self.without.is_empty() {
            let definitions = schema.definitions.iter_mut();
            definitions.for_each(|definition| self.cut_definition(definition));
            let methods = schema.apis.iter_mut().flat_map(|api| &mut api.methods);
            methods.for_each(|method| self.cut_method(method));
        }
        Ok(schema)
    }

    /// What there is to say of the names that are no definitions.
    fn unknown(&self, schema: &Schema) -> Vec<Diagnostic> {
        let named = self.roots.iter().chain(&self.without);
        let unknown: Vec<_> = named
            .filter(|root| schema.definition(&root.name).is_none())
            .collect();
        // Of very many names none is compared with all definitions: nobody would read what came of it.
        let known = match unknown.len() {
            ..=limit::SUGGESTIONS => schema.definitions.as_slice(),
            _ => &[],
        };
        let unknown = unknown.into_iter();
        unknown.map(|root| no_definition(root, known)).collect()
    }

    fn cut_definition(&self, definition: &mut Definition) {
        for property in &mut definition.properties {
            self.cut_type(&mut property.ty);
        }
    }

    fn cut_method(&self, method: &mut Method) {
        let taken = method.parameters.iter_mut().map(|it| &mut it.ty);
        let answers = method.responses.iter_mut();
        let returned = answers.filter_map(|answer| answer.ty.as_mut());
        taken.chain(returned).for_each(|ty| self.cut_type(ty));
    }

    fn cut_type(&self, ty: &mut Type) {
        match ty {
            Type::Array(inner) | Type::Map(inner) => self.cut_type(inner),
            Type::Ref(name) if self.cuts(name) => *ty = Type::Object,
            _ => {}
        }
    }

    fn cuts(&self, name: &DefinitionName) -> bool {
        self.without.iter().any(|cut| cut.name == name.as_str())
    }
}

/// What there is to say of a name that is no definition, and may have been meant for one of these.
pub(super) fn no_definition(root: &Root, known: &[Definition]) -> Diagnostic {
    let names = known.iter().map(|it| it.name.as_str());
    let message = format!("there is no definition `{}`", root.name);
    let mut diagnostic = Diagnostic::new(Code::UnknownRoot, message);
    if let Some(Origin { source, span }) = &root.origin {
        diagnostic = diagnostic.label(source, span.clone(), "");
    }
    let help = did_you_mean(&root.name, names);
    help.into_iter().fold(diagnostic, Diagnostic::help)
}
