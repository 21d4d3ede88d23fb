//! The context of lowering: an index of the definitions, and the collected diagnostics.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::{
    diagnostic::{Code, Diagnostic},
    limit,
    openapi::{NamedSchema, SchemaObject, Text},
    schema::Origin,
    span::{Source, Span},
};

/// The definitions of a file by name.
pub struct SchemaIndex<'a> {
    pub source: &'a Source,
    pub definitions: &'a [NamedSchema<'a>],
    by_name: BTreeMap<&'a str, &'a NamedSchema<'a>>,
    /// The number of bytes of the file that references and tags repeat.
    repeated: AtomicUsize,
}

impl<'a> SchemaIndex<'a> {
    /// Creates the index; of two definitions with the same name, it holds the first.
    pub fn new(source: &'a Source, definitions: &'a [NamedSchema<'a>]) -> Self {
        let mut by_name = BTreeMap::new();
        for definition in definitions {
            by_name.entry(&*definition.name.value).or_insert(definition);
        }
        Self {
            source,
            definitions,
            by_name,
            repeated: AtomicUsize::new(0),
        }
    }

    /// Returns the definition with this name.
    pub fn definition(&self, name: &str) -> Option<&'a NamedSchema<'a>> {
        self.by_name.get(name).copied()
    }

    /// Counts the repetition of a part of the file, and checks whether all repetitions are within `limit::REPEATED`.
    ///
    /// Without the limit, many references to a long enum would exhaust memory.
    pub fn may_repeat(&self, span: &Span) -> bool {
        let before = self.repeated.fetch_add(span.len(), Ordering::Relaxed);
        before.saturating_add(span.len()) <= limit::REPEATED
    }

    /// Returns an error if references repeat more of the file than the limit.
    pub fn report_repeated(&self) -> Option<Diagnostic> {
        let is_exceeded = self.repeated.load(Ordering::Relaxed) > limit::REPEATED;
        is_exceeded.then(|| {
            let message = format!(
                "references and tags repeat more than {} bytes of the file",
                limit::REPEATED
            );
            Diagnostic::new(Code::TooLarge, message)
                .label(self.source, 0..0, "in this file")
                .help("refer to large enums, parameters and responses less often")
        })
    }
}

/// The state of lowering one part of a file, such as a definition or an operation.
pub struct Lowering<'a> {
    pub index: &'a SchemaIndex<'a>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Lowering<'a> {
    /// Creates a state without diagnostics.
    pub const fn new(index: &'a SchemaIndex<'a>) -> Self {
        Self {
            index,
            diagnostics: Vec::new(),
        }
    }

    /// Returns the location of a name.
    pub fn origin(&self, name: &Text<'_>) -> Origin {
        Origin {
            source: self.index.source.clone(),
            span: name.span.clone(),
        }
    }

    /// Reports a diagnostic with one label.
    pub fn report(&mut self, code: Code, message: String, span: Span, label: &str, help: &str) {
        let diagnostic = Diagnostic::new(code, message)
            .label(self.index.source, span, label)
            .help(help);
        self.diagnostics.push(diagnostic);
    }

    /// Reports a schema that is treated as any JSON value.
    pub fn report_any(&mut self, schema: &SchemaObject<'_>, message: String, help: &str) {
        let span = schema.span.clone();
        let label = "treated as any JSON value";
        self.report(Code::IgnoredSchema, message, span, label, help);
    }
}
