//! The methods of all APIs by path and HTTP method.

use std::collections::BTreeMap;

use genesys_runtime::HttpMethod;

use crate::schema::{ApiName, Method, Schema};

/// An operation: the methods of all API pages with the same path and HTTP method, by the name of the API.
///
/// If a page lists an operation twice, only its first method is compared.
#[derive(Debug, Default)]
pub struct Operation<'a> {
    pub methods: BTreeMap<&'a ApiName, &'a Method>,
}

impl<'a> Operation<'a> {
    /// Returns the method of the first API.
    pub fn first(&self) -> Option<&'a Method> {
        self.methods.values().next().copied()
    }
}

/// The operations of a schema.
#[derive(Debug, Default)]
pub struct Operations<'a> {
    by_path: BTreeMap<&'a str, BTreeMap<HttpMethod, Operation<'a>>>,
}

impl<'a> Operations<'a> {
    pub fn new(schema: &'a Schema) -> Self {
        let mut operations = Self::default();
        for api in &schema.apis {
            for method in &api.methods {
                let path = operations.by_path.entry(method.path.as_str()).or_default();
                let operation = path.entry(method.http_method).or_default();
                operation.methods.entry(&api.name).or_insert(method);
            }
        }
        operations
    }

    /// Iterates over the paths and their operations.
    pub fn paths(&self) -> impl Iterator<Item = (&'a str, &BTreeMap<HttpMethod, Operation<'a>>)> {
        self.by_path
            .iter()
            .map(|(path, operations)| (*path, operations))
    }

    /// Returns the operations of a path.
    pub fn path(&self, path: &str) -> Option<&BTreeMap<HttpMethod, Operation<'a>>> {
        self.by_path.get(path)
    }
}
