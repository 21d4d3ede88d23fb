//! Finds methods by endpoint or by name.

use std::collections::BTreeMap;

use crate::schema::{Method, PathTemplate, Schema};

/// The methods of a schema by endpoint and by name.
pub struct MethodIndex<'a> {
    by_endpoint: BTreeMap<Endpoint, Vec<&'a Method>>,
    by_name: BTreeMap<&'a str, &'a Method>,
}

/// An HTTP method and a path in which the parameters have no names.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Endpoint(&'static str, String);

impl Endpoint {
    fn new(method: &Method) -> Self {
        Self(method.http_method.as_str(), without_names(&method.path))
    }
}

/// Returns a path with `{}` in place of each parameter, such as `/users/{}`.
fn without_names(path: &PathTemplate) -> String {
    let mut parts = path.as_str().split('{');
    let mut unnamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        unnamed += "{}";
        unnamed += part.split_once('}').map_or("", |(_, rest)| rest);
    }
    unnamed
}

impl<'a> MethodIndex<'a> {
    /// Creates the index of the methods of all APIs.
    pub fn new(schema: &'a Schema) -> Self {
        let (mut by_endpoint, mut by_name) = (BTreeMap::new(), BTreeMap::new());
        for method in schema.apis.iter().flat_map(|api| &api.methods) {
            let methods: &mut Vec<_> = by_endpoint.entry(Endpoint::new(method)).or_default();
            methods.push(method);
            by_name.entry(method.name.as_str()).or_insert(method);
        }
        Self {
            by_endpoint,
            by_name,
        }
    }

    /// Returns the method with the same HTTP method and path. If there are several, one with the same name is preferred.
    pub fn same_endpoint(&self, method: &Method) -> Option<&'a Method> {
        let methods = self.by_endpoint.get(&Endpoint::new(method))?;
        let same_name = methods.iter().find(|it| it.name == method.name);
        same_name.or_else(|| methods.first()).copied()
    }

    /// Returns the method with the same name.
    pub fn same_name(&self, method: &Method) -> Option<&'a Method> {
        self.by_name.get(method.name.as_str()).copied()
    }

    /// Checks whether a method has the same endpoint or the same name.
    pub fn contains(&self, method: &Method) -> bool {
        self.same_endpoint(method).is_some() || self.same_name(method).is_some()
    }

    /// Returns the number of endpoints. An endpoint on the pages of several APIs counts once.
    pub fn endpoint_count(&self) -> usize {
        self.by_endpoint.len()
    }

    /// Returns the number of endpoints that are also in another schema.
    pub fn count_common(&self, other: &Self) -> usize {
        let endpoints = self.by_endpoint.keys();
        endpoints
            .filter(|it| other.by_endpoint.contains_key(*it))
            .count()
    }
}
