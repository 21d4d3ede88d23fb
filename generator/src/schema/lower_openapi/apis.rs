//! Lowers operations to the methods of APIs.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{
    lowering::{Lowering, SchemaIndex},
    methods::lower_operation,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    openapi::{OpenApiFile, OperationObject, ParameterObject, PathItem, ResponseObject, Text},
    schema::{Api, Method, Origin, resolve::duplicates},
    span::Spanned,
};

/// The name of the API of operations without a tag.
const UNTAGGED: &str = "DefaultAPI";

/// The parameters and responses to which operations refer, by name.
pub struct SharedObjects<'a> {
    pub parameters: BTreeMap<&'a str, &'a ParameterObject<'a>>,
    pub responses: BTreeMap<&'a str, &'a ResponseObject<'a>>,
}

/// Lowers all operations to methods, grouped by API. APIs are sorted by name, and so are their methods, ignoring case.
pub fn lower_apis<'a>(
    file: &'a OpenApiFile<'a>,
    index: &SchemaIndex<'a>,
) -> (Vec<Api>, Vec<Diagnostic>) {
    let shared = SharedObjects {
        parameters: by_name(&file.parameters),
        responses: by_name(&file.responses),
    };
    let operations = file.paths.iter().flat_map(|item| {
        let operations = item.operations.iter();
        operations.map(move |operation| (item, operation))
    });
    let operations: Vec<_> = operations.collect();
    let lowered: Vec<_> = { operations.par_iter() }
        .map(|(item, operation)| lower(item, operation, &shared, index))
        .collect();
    let mut apis = declared_apis(file);
    let mut diagnostics = Vec::new();
    for (method, found) in lowered {
        diagnostics.extend(found);
        if let Some((method, tags)) = method {
            add_method(&mut apis, method, &tags);
        }
    }
    let mut apis: Vec<_> = apis.into_values().collect();
    apis.retain(|api| !api.methods.is_empty());
    for api in &mut apis {
        diagnostics.extend(sort_methods(api));
    }
    (apis, diagnostics)
}

fn by_name<'a, T>(objects: &'a [(Text<'a>, T)]) -> BTreeMap<&'a str, &'a T> {
    { objects.iter() }
        .map(|(name, object)| (&*name.value, object))
        .collect()
}

/// A method and the names of its APIs.
type TaggedMethod = (Method, Vec<Spanned<String>>);

fn lower<'a>(
    item: &'a PathItem<'a>,
    operation: &'a OperationObject<'a>,
    shared: &SharedObjects<'a>,
    index: &SchemaIndex<'a>,
) -> (Option<TaggedMethod>, Vec<Diagnostic>) {
    let mut lowering = Lowering::new(index);
    let tags = api_names(operation);
    let method = lower_operation(item, operation, shared, &mut lowering);
    // Each API has a copy of the method, so a further tag repeats a part of the file, as a reference does.
    let copies = tags.len().saturating_sub(1);
    let is_small = (0..copies).all(|_| index.may_repeat(&operation.span));
    let method = method.filter(|_| is_small).map(|method| (method, tags));
    (method, lowering.diagnostics)
}

/// Returns the names of an operation's APIs, without duplicates.
fn api_names(operation: &OperationObject<'_>) -> Vec<Spanned<String>> {
    let mut names = BTreeMap::new();
    for tag in &operation.tags {
        names.entry(api_name(&tag.value)).or_insert(&tag.span);
    }
    if names.is_empty() {
        names.insert(UNTAGGED.to_owned(), &operation.key);
    }
    { names.into_iter() }
        .map(|(name, span)| Spanned::new(name, span.clone()))
        .collect()
}

/// Returns the name of a tag's API: the letters and digits of the tag, followed by `API`.
fn api_name(tag: &str) -> String {
    let mut name: String = tag.chars().filter(|c| c.is_alphanumeric()).collect();
    name.push_str("API");
    name
}

/// Returns the APIs of the declared tags, without methods.
fn declared_apis(file: &OpenApiFile<'_>) -> BTreeMap<String, Api> {
    let mut apis = BTreeMap::new();
    for tag in &file.tags {
        let name = api_name(&tag.name.value);
        let api = Api {
            name: name.clone().into(),
            description: tag.description.as_ref().map(ToString::to_string),
            methods: Vec::new(),
            origin: Origin {
                source: file.source.clone(),
                span: tag.name.span.clone(),
            },
        };
        apis.entry(name).or_insert(api);
    }
    apis
}

fn add_method(apis: &mut BTreeMap<String, Api>, method: Method, tags: &[Spanned<String>]) {
    let Some((last, others)) = tags.split_last() else {
        return;
    };
    for tag in others {
        api_of(apis, &method, tag).methods.push(method.clone());
    }
    api_of(apis, &method, last).methods.push(method);
}

/// Returns the API of a tag, after adding it if the file does not declare the tag.
fn api_of<'a>(
    apis: &'a mut BTreeMap<String, Api>,
    method: &Method,
    tag: &Spanned<String>,
) -> &'a mut Api {
    apis.entry(tag.value.clone()).or_insert_with(|| Api {
        name: tag.value.clone().into(),
        description: None,
        methods: Vec::new(),
        origin: Origin {
            source: method.origin.source.clone(),
            span: tag.span.clone(),
        },
    })
}

/// Sorts the methods of an API by name, ignoring case, and reports repeated names.
fn sort_methods(api: &mut Api) -> Vec<Diagnostic> {
    api.methods
        .sort_by_cached_key(|method| (method.name.as_str().to_lowercase(), method.name.clone()));
    let names = { api.methods.iter() }.map(|method| {
        let name = Spanned::new(method.name.to_string(), method.origin.span.clone());
        (&method.origin.source, name)
    });
    let names: Vec<_> = names.collect();
    let names = names.iter().map(|(source, name)| (*source, name));
    duplicates(Code::DuplicateInOpenApi, names, |name| {
        format!("`{}` has more than one method `{name}`", api.name)
    })
}
