//! What is said about an API's page.

use crate::{diagnostic::Code, markdown::report::Report, span::Span};

const PARAMETER_HELP: &str =
    "a parameter is written so: \"- `name` - **(string, required)** What it is\"";

impl Report {
    pub(super) fn invalid_api(&mut self, span: Span) {
        self.add(
            Code::InvalidApi,
            span,
            "the page has no title that names an API".to_owned(),
            "expected a title",
            "start the page with the API's name: \"# `NameAPI` Class\"",
        );
    }

    pub(super) fn invalid_endpoint(&mut self, method: &str, span: Span) {
        self.add(
            Code::InvalidEndpoint,
            span,
            format!("`{method}` has no endpoint that can be read"),
            "expected an endpoint",
            "write it below the heading `#### Endpoint`: \"`GET /path/{parameter}`\"",
        );
    }

    pub(super) fn invalid_parameter(&mut self, span: Span) {
        self.add(
            Code::InvalidParameter,
            span,
            "a parameter cannot be read".to_owned(),
            "no name with a type",
            PARAMETER_HELP,
        );
    }

    pub(super) fn parameter_type(&mut self, parameter: &str, text: &str, span: Span) {
        let what = if text.is_empty() {
            "no type"
        } else {
            "a type that cannot be read"
        };
        self.add(
            Code::InvalidParameter,
            span,
            format!("the parameter `{parameter}` has {what}"),
            "expected a type",
            PARAMETER_HELP,
        );
    }

    pub(super) fn invalid_status(&mut self, text: &str, span: Span) {
        self.add(
            Code::InvalidStatus,
            span,
            format!("`{text}` is no HTTP status"),
            "expected a status",
            "a status is a number from 100 to 599, or `default`",
        );
    }

    pub(super) fn missing_responses(&mut self, method: &str, span: Span) {
        self.add(
            Code::MissingResponses,
            span,
            format!("`{method}` has no table of returned types"),
            "of this method",
            "below `#### Returns`, the table starts with `| HTTP Status Code | Returned type | Description |` and `|---|---|---|`",
        );
    }

    pub(super) fn missing_method(&mut self, method: &str, span: Span) {
        self.add(
            Code::MissingMethod,
            span,
            format!("`{method}` is listed, but not described"),
            "left out",
            "describe it below a heading of its name, or remove it from the list",
        );
    }
}
