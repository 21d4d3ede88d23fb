//! From pages to APIs.

use rayon::prelude::*;

use super::{
    duplicate::{duplicate_apis, duplicate_methods, duplicate_statuses},
    model::{Api, HttpMethod, Method, PathTemplate, Response},
    parameter::parameters,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    markdown::{ApiPage, MethodPart, ResponseRow},
    schema::{
        Origin,
        index::Index,
        resolve::{Mention, resolve},
    },
    span::{Source, Span},
};

/// Makes APIs of all pages, sorted by name, and finds what is wrong with and between them.
#[must_use]
pub fn lower_apis(pages: &[ApiPage], index: &Index<'_>) -> (Vec<Api>, Vec<Diagnostic>) {
    let lowered: Vec<_> = pages.par_iter().map(|page| api(page, index)).collect();
    let (mut apis, found): (Vec<_>, Vec<_>) = lowered.into_iter().unzip();
    let mut diagnostics = duplicate_apis(pages);
    diagnostics.extend(found.into_iter().flatten());
    apis.sort_by(|a, b| a.name.cmp(&b.name));
    (apis, diagnostics)
}

fn api(page: &ApiPage, index: &Index<'_>) -> (Api, Vec<Diagnostic>) {
    let mut lowering = Lowering {
        source: &page.source,
        index,
        diagnostics: duplicate_methods(page),
    };
    let methods = { page.methods.iter() }.filter_map(|part| lowering.method(part));
    let api = Api {
        name: page.title.value.clone().into(),
        description: page.description.clone(),
        methods: methods.collect(),
        origin: Origin {
            source: page.source.clone(),
            span: page.title.span.clone(),
        },
    };
    (api, lowering.diagnostics)
}

/// What is at hand while an API is made, and what was found on the way.
pub(super) struct Lowering<'a> {
    source: &'a Source,
    index: &'a Index<'a>,
    diagnostics: Vec<Diagnostic>,
}

impl Lowering<'_> {
    fn method(&mut self, part: &MethodPart) -> Option<Method> {
        let endpoint = self.endpoint(part);
        let path = endpoint.as_ref().map(|(_, path)| path);
        let parameters = path.map(|path| parameters(self, part, path));
        self.diagnostics
            .extend(duplicate_statuses(part, self.source));
        let responses = part
            .responses
            .iter()
            .filter_map(|row| self.response(row))
            .collect();
        let (http_method, path) = endpoint?;
        Some(Method {
            name: part.name.value.clone().into(),
            summary: part.summary.clone(),
            description: part.description.clone(),
            deprecated: part.deprecated.clone(),
            http_method,
            path,
            parameters: parameters?,
            responses,
            origin: Origin {
                source: self.source.clone(),
                span: part.name.span.clone(),
            },
        })
    }

    fn endpoint(&mut self, part: &MethodPart) -> Option<(HttpMethod, PathTemplate)> {
        let endpoint = part.endpoint.as_ref()?;
        let text = &endpoint.value;
        let (verb, path) = (text.verb.parse(), text.path.parse());
        if let (Ok(verb), Ok(path)) = (verb, path) {
            return Some((verb, path));
        }
        let message = match verb {
            Ok(_) => format!("`{}` is no path", text.path),
            Err(_) => format!("`{}` is no HTTP method", text.verb),
        };
        self.report(
            Code::InvalidEndpoint,
            message,
            endpoint.span.clone(),
            "of this endpoint",
            "an endpoint is written so: \"`GET /path/{parameter}`\"",
        );
        None
    }

    fn response(&mut self, row: &ResponseRow) -> Option<Response> {
        let ty = match &row.ty {
            Some(cell) => Some(self.resolve(&Mention {
                source: self.source,
                cell,
                of: &row.status.value,
                description: "",
            })?),
            None => None,
        };
        Some(Response {
            status: row.status.value.parse().ok()?,
            ty,
            description: row.description.clone(),
        })
    }

    /// The type that is mentioned; `None`, with an error, if it is none.
    pub(super) fn resolve(&mut self, mention: &Mention<'_>) -> Option<crate::schema::Type> {
        let resolved = resolve(mention, self.index);
        self.diagnostics.extend(resolved.diagnostic);
        resolved.ty
    }

    pub(super) const fn source(&self) -> &Source {
        self.source
    }

    pub(super) fn extend(&mut self, found: Vec<Diagnostic>) {
        self.diagnostics.extend(found);
    }

    pub(super) fn report(
        &mut self,
        code: Code,
        message: String,
        span: Span,
        label: &str,
        help: &str,
    ) {
        let found = Diagnostic::new(code, message)
            .label(self.source, span, label)
            .help(help);
        self.diagnostics.push(found);
    }
}
