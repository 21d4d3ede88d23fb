//! Moves the schemas of topics, and the schemas with an `id` in them, to definitions.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use super::definition_names::definition_names;
use crate::{
    diagnostic::{Code, Diagnostic},
    events::{TopicObject, TopicSchema},
    name::VariantIdent,
    openapi::{NamedSchema, SchemaObject, Text},
    span::{Source, Spanned},
};

/// Replaces the schemas in topics by references, and returns the definitions to which these refer.
///
/// The platform writes out a schema where its `id` occurs first. Later occurrences are a reference to the `id`, or a schema
/// with only the `id`. A topic's schema without an `id` is named after the topic.
pub fn move_to_definitions<'a>(
    source: &Source,
    topics: &mut [TopicObject<'a>],
) -> (Vec<NamedSchema<'a>>, Vec<Diagnostic>) {
    let mut ids = BTreeSet::new();
    for topic in topics.iter() {
        if let TopicSchema::Inline(schema) = &topic.schema {
            collect_ids(schema, &mut ids);
        }
    }
    let names = definition_names(&ids);
    let names = { names.into_iter() }.map(|(id, name)| (id.to_owned(), name));
    let mut moving = Moving {
        source,
        names: names.collect(),
        found: BTreeMap::new(),
        diagnostics: Vec::new(),
    };
    for topic in topics {
        if let TopicSchema::Inline(schema) = &mut topic.schema {
            let schema = std::mem::take(&mut **schema);
            topic.schema = TopicSchema::Named(moving.move_root(schema, topic.name.clone()));
        }
    }
    (moving.found.into_values().collect(), moving.diagnostics)
}

/// Adds the `id`s of a schema and of its parts.
fn collect_ids<'s>(schema: &'s SchemaObject<'_>, ids: &mut BTreeSet<&'s str>) {
    ids.extend(schema.id.as_ref().map(|id| &*id.value));
    let properties = schema.properties.iter().map(|property| &property.schema);
    let inner = [&schema.items, &schema.values].into_iter().flatten();
    let inner = inner.map(|schema| &**schema);
    for part in properties.chain(inner).chain(&schema.all_of) {
        collect_ids(part, ids);
    }
}

/// The state of moving schemas to definitions.
struct Moving<'a, 's> {
    source: &'s Source,
    /// The names of definitions by `id`.
    names: BTreeMap<String, String>,
    /// The definitions that were moved so far, by name.
    found: BTreeMap<String, NamedSchema<'a>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Moving<'a, '_> {
    /// Moves the schema of a topic, and returns the name of its definition.
    fn move_root(&mut self, schema: SchemaObject<'a>, topic: Text<'a>) -> Text<'a> {
        let id = schema.id.clone();
        let reference = schema.reference.clone();
        let named = id.or(reference).and_then(|id| {
            let name = self.names.get(&*id.value)?.clone();
            Some(Spanned::new(Cow::Owned(name), id.span))
        });
        let name = named.unwrap_or_else(|| {
            let name = VariantIdent::of_topic(&topic.value).to_string();
            Spanned::new(Cow::Owned(name), topic.span)
        });
        let has_id = schema.id.is_some();
        let schema = self.moved(schema);
        if !has_id && schema.reference.is_none() {
            self.define(name.clone(), schema);
        }
        name
    }

    /// Moves the parts of a schema, and replaces the schema by a reference if it has an `id`.
    fn moved(&mut self, mut schema: SchemaObject<'a>) -> SchemaObject<'a> {
        let mut boxed = |part: Box<SchemaObject<'a>>| Box::new(self.moved(*part));
        schema.items = schema.items.map(&mut boxed);
        schema.values = schema.values.map(&mut boxed);
        for property in &mut schema.properties {
            property.schema = self.moved(std::mem::take(&mut property.schema));
        }
        for part in &mut schema.all_of {
            *part = self.moved(std::mem::take(part));
        }
        if let Some(reference) = &mut schema.reference
            && let Some(name) = self.names.get(&*reference.value)
        {
            reference.value = reference_to(name);
        }
        let Some(id) = schema.id.take() else {
            return schema;
        };
        let Some(name) = self.names.get(&*id.value).cloned() else {
            return schema;
        };
        let reference = SchemaObject {
            span: schema.span.clone(),
            reference: Some(Spanned::new(reference_to(&name), id.span.clone())),
            // The description belongs to the property, not to the definition.
            description: schema.description.take(),
            read_only: schema.read_only,
            is_required: schema.is_required,
            ..SchemaObject::default()
        };
        self.define(Spanned::new(Cow::Owned(name), id.span), schema);
        reference
    }

    /// Adds a definition. If the name is taken, the first definition that is not empty is kept.
    fn define(&mut self, name: Text<'a>, schema: SchemaObject<'a>) {
        let Some(earlier) = self.found.get_mut(&*name.value) else {
            let key = name.value.clone().into_owned();
            self.found.insert(key, NamedSchema { name, schema });
            return;
        };
        // A schema with only an `id` is a reference.
        if is_empty(&schema) {
            return;
        }
        if is_empty(&earlier.schema) {
            *earlier = NamedSchema { name, schema };
            return;
        }
        if property_names(&earlier.schema) != property_names(&schema) {
            let message = format!("the schemas of `{}` differ", name.value);
            let diagnostic = Diagnostic::new(Code::DifferentSchemas, message)
                .label(self.source, name.span, "other properties than before")
                .label(
                    self.source,
                    earlier.name.span.clone(),
                    "this schema is used",
                )
                .help("give the schemas different `id`s, or the same properties");
            self.diagnostics.push(diagnostic);
        }
    }
}

fn reference_to(name: &str) -> Cow<'static, str> {
    // Escapes are not needed: a reference is first resolved without decoding it.
    Cow::Owned(format!("#/definitions/{name}"))
}

/// Checks whether a schema describes nothing but its `id`, its `type` and the like.
fn is_empty(schema: &SchemaObject<'_>) -> bool {
    schema.properties.is_empty()
        && schema.all_of.is_empty()
        && schema.items.is_none()
        && schema.values.is_none()
        && schema.listed.is_none()
        && schema.reference.is_none()
}

fn property_names<'s>(schema: &'s SchemaObject<'_>) -> BTreeSet<&'s str> {
    { schema.properties.iter() }
        .map(|property| &*property.name.value)
        .collect()
}
