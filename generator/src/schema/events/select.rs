//! Restricts a schema to selected topics and the definitions that their events reach.

use super::model::{Events, Topic};
use crate::{
    diagnostic::{Code, Diagnostic},
    name::ConstIdent,
    schema::{DefinitionName, Schema, nearest::did_you_mean, reach::restrict_to_reachable},
};

/// Returns an error for each selector that matches no topic.
pub fn check_topics(schema: &Schema, selectors: &[String]) -> Vec<Diagnostic> {
    let topics = schema.events.as_ref().map_or(&[][..], |it| &it.topics);
    { selectors.iter() }
        .filter(|selector| !topics.iter().any(|topic| is_selected(topic, selector)))
        .map(|selector| unknown_topic(selector, topics))
        .collect()
}

/// Removes topics that no selector matches, and definitions that no remaining event reaches.
pub fn restrict_to_topics(schema: &mut Schema, selectors: &[String]) {
    let Some(events) = &mut schema.events else {
        return;
    };
    let Events {
        definitions,
        topics,
    } = &mut **events;
    topics.retain(|topic| { selectors.iter() }.any(|selector| is_selected(topic, selector)));
    let roots = topics.iter().filter_map(|topic| topic.ty.reference());
    restrict_to_reachable(definitions, roots.map(DefinitionName::as_str));
    if topics.is_empty() {
        schema.events = None;
    }
}

/// Checks whether a selector matches a topic: the topic's name, the name of its constant, or the start of its name and `*`.
fn is_selected(topic: &Topic, selector: &str) -> bool {
    let name = topic.name.as_str();
    match selector.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == selector || ConstIdent::of_topic(name).as_str() == selector.to_uppercase(),
    }
}

fn unknown_topic(selector: &str, topics: &[Topic]) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnknownTopic, format!("unknown topic `{selector}`"));
    let names = topics.iter().map(|topic| topic.name.as_str());
    match did_you_mean(selector, names) {
        _ if topics.is_empty() => {
            diagnostic.help("the spec has no topics: add a file of them with `--events FILE`")
        }
        Some(help) => diagnostic.help(help),
        None => diagnostic.help(
            "a topic is named as in `v2.users.{id}.presence`; `v2.users.*` selects all topics that begin with `v2.users.`",
        ),
    }
}
