//! Lowers topics.

use std::collections::BTreeMap;

use genesys_runtime::Scalar;

use crate::{
    diagnostic::{Code, Diagnostic},
    events::{EventsFile, TopicObject, TopicSchema},
    limit,
    openapi::Text,
    schema::{Origin, Schema, Topic, Type, nearest::did_you_mean},
    span::Source,
};

/// Lowers the topics of all files, in no particular order. Of topics that match the same names, only the first one is kept.
pub fn lower_topics(files: &[EventsFile<'_>], schema: &Schema) -> (Vec<Topic>, Vec<Diagnostic>) {
    let mut lowering = TopicLowering {
        files,
        schema,
        diagnostics: Vec::new(),
    };
    let mut topics: BTreeMap<String, Topic> = BTreeMap::new();
    for file in files {
        for object in &file.topics {
            let Some(topic) = lowering.topic(file.source, object) else {
                continue;
            };
            let key = without_parameter_names(&object.name.value);
            match topics.get(&key) {
                None => drop(topics.insert(key, topic)),
                Some(earlier) => lowering.report_duplicate(&topic, earlier),
            }
        }
    }
    lowering.report_missing(&topics);
    (topics.into_values().collect(), lowering.diagnostics)
}

struct TopicLowering<'a> {
    files: &'a [EventsFile<'a>],
    /// All definitions, sorted by name.
    schema: &'a Schema,
    diagnostics: Vec<Diagnostic>,
}

impl TopicLowering<'_> {
    /// Lowers a topic. Returns `None` and reports an error if its name is invalid or its schema is not defined.
    fn topic(&mut self, source: &Source, object: &TopicObject<'_>) -> Option<Topic> {
        if !is_template(&object.name.value) {
            let message = format!("`{}` is not the name of a topic", object.name.value);
            let diagnostic = Diagnostic::new(Code::InvalidTopic, message)
                .label(source, object.name.span.clone(), "this name")
                .help("a name has parts between dots, and parameters in braces, as in `v2.ships.{id}.position`");
            self.diagnostics.push(diagnostic);
            return None;
        }
        let strings = |texts: &[Text<'_>]| {
            let strings = texts.iter().map(|text| text.value.clone().into_owned());
            strings.collect::<Vec<_>>()
        };
        Some(Topic {
            name: object.name.value.clone().into_owned().into(),
            description: object.description.as_ref().map(ToString::to_string),
            division_permissions: object.division_permissions,
            permissions: strings(&object.permissions),
            preview: object.preview,
            transports: strings(&object.transports),
            ty: self.ty(source, object)?,
            unenforced: object.unenforced,
            origin: Origin {
                source: source.clone(),
                span: object.name.span.clone(),
            },
        })
    }

    fn ty(&mut self, source: &Source, object: &TopicObject<'_>) -> Option<Type> {
        let any = Type::Scalar(Scalar::Any);
        let name = match &object.schema {
            TopicSchema::Named(name) => name,
            TopicSchema::Inline(_) | TopicSchema::Unknown => return Some(any),
        };
        if self.schema.definition(&name.value).is_some() {
            return Some(Type::Ref(name.value.clone().into_owned().into()));
        }
        // A definition such as a list is inlined, so that the schema does not contain it.
        let definitions = || self.files.iter().flat_map(|file| &file.definitions);
        if definitions().any(|definition| definition.name.value == name.value) {
            return Some(any);
        }
        let message = format!("`{}` is not defined", name.value);
        let names = definitions().map(|definition| &*definition.name.value);
        let help = did_you_mean(&name.value, names).unwrap_or_else(|| {
            "add the file with the definitions of events: `--events` can be given more than once".to_owned()
        });
        let diagnostic = Diagnostic::new(Code::MissingEvent, message)
            .label(
                source,
                name.span.clone(),
                "not a definition in a file of events",
            )
            .help(help);
        self.diagnostics.push(diagnostic);
        None
    }

    fn report_duplicate(&mut self, topic: &Topic, earlier: &Topic) {
        let message = format!("`{}` and `{}` are the same topic", topic.name, earlier.name);
        let diagnostic = Diagnostic::new(Code::DuplicateInEvents, message)
            .label(
                &topic.origin.source,
                topic.origin.span.clone(),
                "given again here",
            )
            .label(
                &earlier.origin.source,
                earlier.origin.span.clone(),
                "first given here",
            )
            .help("remove one of the two");
        self.diagnostics.push(diagnostic);
    }

    /// Reports that there are no topics, or that some have no schema.
    fn report_missing(&mut self, topics: &BTreeMap<String, Topic>) {
        let objects = || self.files.iter().flat_map(|file| &file.topics);
        let Some(first) = self.files.first() else {
            return;
        };
        if objects().next().is_none() {
            let message = format!("`{}` has no topics", first.source.path.display());
            let diagnostic = Diagnostic::new(Code::InvalidEvents, message)
                .label(first.source, 0..1, "")
                .help("also give the file that maps topics to definitions: `--events` can be given more than once");
            self.diagnostics.push(diagnostic);
            return;
        }
        let untyped = topics
            .values()
            .filter(|topic| topic.ty.reference().is_none());
        let untyped: Vec<_> = untyped.collect();
        if let Some(first) = untyped.first() {
            let message = match untyped.len() {
                1 => "a topic has no schema".to_owned(),
                count => format!("{count} topics have no schema"),
            };
            let diagnostic = Diagnostic::new(Code::UntypedTopic, message)
                .label(
                    &first.origin.source,
                    first.origin.span.clone(),
                    "its events are any JSON value",
                )
                .help("request the topics with `?expand=schema`");
            self.diagnostics.push(diagnostic);
        }
    }
}

/// Checks whether each part of a name is a parameter in braces, or text without braces and white space.
fn is_template(name: &str) -> bool {
    let is_plain = |part: &str| {
        let is_invalid = |c: char| "{}\"\\".contains(c) || c.is_whitespace() || c.is_control();
        !part.is_empty() && !part.contains(is_invalid)
    };
    let mut parts = name.split('.');
    name.len() <= limit::NAME && parts.all(|part| is_plain(parameter_name(part).unwrap_or(part)))
}

fn parameter_name(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

/// Returns a name without the names of its parameters, such as `v2.users.{}`. Topics with the same result match the same names.
fn without_parameter_names(name: &str) -> String {
    let parts = name.split('.').map(|part| match parameter_name(part) {
        Some(_) => "{}".to_owned(),
        None => part.to_lowercase(),
    });
    parts.collect::<Vec<_>>().join(".")
}
