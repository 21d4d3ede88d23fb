//! The file of the notification topics: a constant for each topic, and the enum of all events.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{
    Target,
    format::format,
    syntax::{doc, spaced},
};
use crate::{
    diagnostic::Diagnostic,
    header,
    plan::{EventsPlan, FieldType, TopicConst},
};

/// Emits the text of the file.
pub fn emit(events: &EventsPlan, target: Target<'_>) -> Result<String, Vec<Diagnostic>> {
    let source = events.topics.first().map_or("", |topic| &topic.source);
    let about = about(events, target);
    let about = about.trim_end().lines().map(spaced);
    let topics: TokenStream = events.topics.iter().map(topic).collect();
    let models = { events.topics.iter() }.any(|topic| topic.event.ident().is_some());
    let models = models.then(|| quote! { use super::events; });
    let event = event_enum(&events.topics);
    let tokens = quote! {
        #(#![doc = #about])*
        #models
        use super::runtime;
        #topics
        #event
    };
    let text = format(tokens)?;
    Ok(header::for_source(source) + &text + include_str!("topics.rs.in"))
}

/// Returns the documentation of the module, with an example for the first topic that has a model.
fn about(events: &EventsPlan, target: Target<'_>) -> String {
    let (fence, library) = match target {
        Target::Workspace => ("```", "genesys_models".to_owned()),
        Target::Crate { name, .. } => ("```", name.replace('-', "_")),
        Target::Module { .. } => ("```ignore", "models".to_owned()),
    };
    let mut topics = events.topics.iter();
    let example = topics.find(|topic| matches!(topic.event, FieldType::Model(_)));
    let example = example.map_or(String::new(), |topic| {
        let parts = topic.template.split('.');
        let (names, values): (Vec<_>, Vec<_>) = { parts.map(example_part) }.unzip();
        let pairs: Vec<_> = names.into_iter().flatten().collect();
        include_str!("topics_example.in")
            .replace("{fence}", fence)
            .replace("{library}", &library)
            .replace("{topic}", topic.ident.as_str())
            .replace("{variant}", topic.variant.as_str())
            .replace("{pairs}", &pairs.join(", "))
            .replace("{name}", &values.join("."))
    });
    include_str!("topics_doc.in").replace("{example}", &example)
}

/// Returns the argument for a part of a template, if it is a parameter, and the part of the name.
fn example_part(part: &str) -> (Option<String>, &str) {
    let parameter = part
        .strip_prefix('{')
        .and_then(|part| part.strip_suffix('}'));
    match parameter {
        Some(name) => (Some(format!("({name:?}, \"a1b2\")")), "a1b2"),
        None => (None, part),
    }
}

fn topic(topic: &TopicConst) -> TokenStream {
    let TopicConst {
        ident,
        template,
        details,
        ..
    } = topic;
    let (doc, event) = (doc(&topic.doc), event_type(&topic.event));
    quote! {
        #doc
        pub const #ident: runtime::Topic<#event> = runtime::Topic {
            info: runtime::TopicInfo {
                template: #template,
                details: &[#(#details),*],
            },
            event: ::core::marker::PhantomData,
        };
    }
}

/// Emits the enum of all events. The impls that depend on no topic are in a template.
fn event_enum(topics: &[TopicConst]) -> TokenStream {
    let idents: Vec<_> = topics.iter().map(|topic| &topic.ident).collect();
    let variants: Vec<_> = topics.iter().map(|topic| &topic.variant).collect();
    let docs = { topics.iter() }.map(|topic| format!(" An event of [`{}`].", topic.ident));
    let types = topics.iter().map(|topic| match &topic.event {
        FieldType::Model(ident) => quote! { Box<events::#ident> },
        other => event_type(other),
    });
    let blanks = { topics.iter() }.map(|TopicConst { variant, event, .. }| match event {
        FieldType::Model(_) => quote! { Self::#variant(Box::default()) },
        _ => quote! { Self::#variant(::serde_json::Value::Null) },
    });
    let (shared, mutable): (Vec<_>, Vec<_>) = { topics.iter() }
        .map(|topic| match topic.event {
            FieldType::Model(_) => (
                quote! { runtime::ValueRef::Model(&**event) },
                quote! { runtime::ValueMut::Model(&mut **event) },
            ),
            _ => (
                quote! { runtime::ValueRef::Any(event) },
                quote! { runtime::ValueMut::Any(event) },
            ),
        })
        .unzip();
    let indices: Vec<_> = (0..topics.len()).map(Literal::usize_unsuffixed).collect();
    quote! {
        #[doc = " An event of one of the topics."]
        #[non_exhaustive]
        pub enum Event {
            #(#[doc = #docs] #variants(#types),)*
            #[doc = " An event of an unknown topic, such as a heartbeat, or one of another type than its topic's."]
            Other(::serde_json::Value),
        }
        impl Event {
            #[doc = " All topics, each before those that match its names less exactly."]
            pub const TOPICS: &'static [runtime::TopicInfo] = &[#(#idents.info),*];
        }
        impl runtime::EventVariants for Event {
            const TOPICS: &'static [runtime::TopicInfo] = Self::TOPICS;
            fn blank(topic: usize) -> Self {
                match topic {
                    #(#indices => #blanks,)*
                    _ => Self::Other(::serde_json::Value::Null),
                }
            }
            fn value(&self) -> (usize, runtime::ValueRef<'_>) {
                match self {
                    #(Self::#variants(event) => (#indices, #shared),)*
                    Self::Other(event) => (usize::MAX, runtime::ValueRef::Any(event)),
                }
            }
            fn value_mut(&mut self) -> runtime::ValueMut<'_> {
                match self {
                    #(Self::#variants(event) => #mutable,)*
                    Self::Other(event) => runtime::ValueMut::Any(event),
                }
            }
        }
    }
}

/// Returns the type of a topic's events.
fn event_type(event: &FieldType) -> TokenStream {
    match event.ident() {
        Some(ident) => quote! { events::#ident },
        None => quote! { ::serde_json::Value },
    }
}
