//! The plan of notification topics: the modules of the events' definitions, and a constant for each topic.

use super::{
    check_definitions, collisions,
    crate_plan::{EventsPlan, TopicConst},
    docs::lines,
    modules::{file_name, plan_modules},
    types::{FieldType, Types},
};
use crate::{
    diagnostic::Diagnostic,
    name::{ConstIdent, VariantIdent},
    printable::code_span,
    schema::{Events, Topic},
};
use genesys_runtime::Scalar;

/// Plans the events of a schema.
pub fn plan_events(events: &Events) -> (EventsPlan, Vec<Diagnostic>) {
    let types = Types::new(&events.definitions);
    let (mut modules, in_modules) = plan_modules(&events.definitions, &types);
    let mut diagnostics = check_definitions(&events.definitions, &modules);
    diagnostics.extend(in_modules);
    diagnostics.extend(collisions::topics(&events.topics));
    modules.sort_by(|a, b| a.name.cmp(&b.name));
    let topics = events.topics.iter().map(|topic| topic_const(topic, &types));
    let mut topics: Vec<_> = topics.collect();
    topics.sort_by_key(|topic| precedence(&topic.template));
    let plan = EventsPlan { modules, topics };
    (plan, diagnostics)
}

/// Returns a sort key that places exact templates before more general ones: `v2.system.{id}.{id}` comes after
/// `v2.system.socket_closing.{id}`.
///
/// This works because names match without case, and a brace sorts after all lower-case ASCII letters.
fn precedence(template: &str) -> String {
    template.to_lowercase()
}

fn topic_const(topic: &Topic, types: &Types<'_>) -> TopicConst {
    let name = topic.name.as_str();
    let event = match types.without_enums(&topic.ty) {
        FieldType::Model(ident) => FieldType::Model(ident),
        FieldType::Alias(ident) => FieldType::Alias(ident),
        FieldType::Scalar(_) | FieldType::Enum(_) | FieldType::List(_) | FieldType::Map(_) => {
            FieldType::Scalar(Scalar::Any)
        }
    };
    TopicConst {
        ident: ConstIdent::of_topic(name),
        variant: VariantIdent::of_topic(name),
        doc: doc(topic),
        template: name.to_owned(),
        details: details(topic),
        event,
        origin: topic.origin.clone(),
        source: file_name(&topic.origin.source),
    }
}

/// Returns the documentation of a topic's constant.
fn doc(topic: &Topic) -> Vec<String> {
    let name = code_span(topic.name.as_str());
    let description = topic.description.as_ref();
    let mut paragraphs = match description.map(|text| lines(text, |_| None)) {
        Some(description) => vec![description, vec![name]],
        None => vec![vec![format!("{name}.")]],
    };
    if topic.preview {
        let note = "**Preview.** The topic can change without notice.";
        paragraphs.push(vec![note.to_owned()]);
    }
    let spans = |names: &[String]| {
        let spans: Vec<_> = names.iter().map(|name| code_span(name)).collect();
        spans.join(", ")
    };
    if !topic.permissions.is_empty() {
        let place = if topic.division_permissions {
            " in the division of the topic's object"
        } else {
            ""
        };
        let enforced = if topic.unenforced {
            ", not yet enforced"
        } else {
            ""
        };
        let permissions = spans(&topic.permissions);
        paragraphs.push(vec![format!(
            "Permissions: {permissions}{place}{enforced}."
        )]);
    }
    if !topic.transports.is_empty() {
        paragraphs.push(vec![format!("Transports: {}.", spans(&topic.transports))]);
    }
    paragraphs.join(&String::new())
}

/// Returns the lines that describe a topic; see [`genesys_runtime::TopicInfo`].
fn details(topic: &Topic) -> Vec<String> {
    let described = topic.description.iter().map(|text| format!("# {text}"));
    let permissions = { topic.permissions.iter() }.map(|name| format!("permission {name}"));
    let transports = { topic.transports.iter() }.map(|name| format!("transport {name}"));
    let flags = [
        ("division", topic.division_permissions),
        ("unenforced", topic.unenforced),
        ("preview", topic.preview),
    ];
    let flags = { flags.into_iter() }.filter(|(_, is_set)| *is_set);
    let flags = flags.map(|(flag, _)| flag.to_owned());
    described
        .chain(permissions)
        .chain(transports)
        .chain(flags)
        .collect()
}
