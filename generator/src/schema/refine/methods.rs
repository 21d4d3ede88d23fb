//! Refines methods, their parameters and their responses.

use super::{
    disagreement::{Disagreements, Places},
    method_index::MethodIndex,
    types::{RefinedType, TypeRefiner},
};
use crate::{
    diagnostic::Code,
    schema::{Method, Parameter, Response, Schema, Type},
};
use genesys_runtime::Place;

/// Refines the methods whose endpoint is in both the docs and the file, and reports methods whose endpoint differs.
pub fn refine_methods(
    docs: &mut Schema,
    exact: &Schema,
    types: &TypeRefiner,
    disagreements: &mut Disagreements,
) {
    let index = MethodIndex::new(exact);
    for method in docs.apis.iter_mut().flat_map(|api| &mut api.methods) {
        if let Some(exact) = index.same_endpoint(method) {
            let refinement = MethodRefinement {
                name: method.name.to_string(),
                exact,
                types,
            };
            refinement.apply(method, disagreements);
        } else if let Some(other) = index.same_name(method) {
            let endpoints = [&*method, other].map(|it| format!("`{} {}`", it.http_method, it.path));
            let places = places(method, other);
            let subject = format!("`{}`", method.name);
            let [documented, exact] = [endpoints[0].as_str(), endpoints[1].as_str()];
            disagreements.difference(
                Code::DifferentEndpoint,
                &subject,
                [documented, exact],
                places,
            );
        }
    }
}

const fn places<'a>(method: &'a Method, exact: &'a Method) -> Places<'a> {
    Places {
        docs: &method.origin,
        exact: &exact.origin,
    }
}

/// The refinement of one method.
struct MethodRefinement<'a> {
    name: String,
    exact: &'a Method,
    types: &'a TypeRefiner,
}

impl MethodRefinement<'_> {
    fn apply(&self, method: &mut Method, disagreements: &mut Disagreements) {
        if self.exact.permissions.is_some() {
            method.permissions.clone_from(&self.exact.permissions);
        }
        method.preview |= self.exact.preview;
        let origin = method.origin.clone();
        let places = Places {
            docs: &origin,
            exact: &self.exact.origin,
        };
        self.refine_parameters(method, places, disagreements);
        for response in &mut method.responses {
            let mut responses = self.exact.responses.iter();
            if let Some(exact) = responses.find(|it| it.status == response.status) {
                self.refine_response(response, exact, places, disagreements);
            }
        }
    }

    fn refine_parameters(
        &self,
        method: &mut Method,
        places: Places<'_>,
        disagreements: &mut Disagreements,
    ) {
        for exact in &self.exact.parameters {
            if !{ method.parameters.iter() }.any(|it| is_same_parameter(it, exact)) {
                disagreements.only_in_file(&self.subject(exact), places);
            }
        }
        for parameter in &mut method.parameters {
            let mut parameters = self.exact.parameters.iter();
            match parameters.find(|it| is_same_parameter(it, parameter)) {
                Some(exact) => self.refine_parameter(parameter, exact, places, disagreements),
                None => disagreements.only_in_docs(&self.subject(parameter), places),
            }
        }
    }

    fn refine_parameter(
        &self,
        parameter: &mut Parameter,
        exact: &Parameter,
        places: Places<'_>,
        disagreements: &mut Disagreements,
    ) {
        let subject = self.subject(parameter);
        self.refine_type(
            &mut parameter.ty,
            &exact.ty,
            &subject,
            places,
            disagreements,
        );
        if parameter.required != exact.required {
            disagreements.requirement(&subject, parameter.required, places);
        }
        if exact.default.is_some() {
            parameter.default.clone_from(&exact.default);
        }
    }

    fn refine_response(
        &self,
        response: &mut Response,
        exact: &Response,
        places: Places<'_>,
        disagreements: &mut Disagreements,
    ) {
        let subject = format!("the response {} of `{}`", response.status, self.name);
        match (&mut response.ty, &exact.ty) {
            (Some(ty), Some(exact)) => self.refine_type(ty, exact, &subject, places, disagreements),
            (None, None) => {}
            (documented @ Some(_), None) | (documented @ None, Some(_)) => {
                let [documented, exact] = [&*documented, &exact.ty].map(|ty| match ty {
                    Some(ty) => format!("`{ty}`"),
                    None => "without a type".to_owned(),
                });
                let names = [documented.as_str(), exact.as_str()];
                disagreements.difference(Code::DifferentType, &subject, names, places);
            }
        }
        response.error_codes.extend(exact.error_codes.clone());
    }

    fn refine_type(
        &self,
        ty: &mut Type,
        exact: &Type,
        subject: &str,
        places: Places<'_>,
        disagreements: &mut Disagreements,
    ) {
        let RefinedType {
            ty: refined,
            conflict,
        } = self.types.refine(ty, exact);
        if let Some(conflict) = conflict {
            disagreements.conflict(subject, conflict, [ty, exact], places);
        }
        *ty = refined;
    }

    fn subject(&self, parameter: &Parameter) -> String {
        match parameter.place {
            Place::Body => format!("the body of `{}`", self.name),
            Place::Path | Place::Query | Place::Header => {
                format!("the parameter `{}` of `{}`", parameter.name, self.name)
            }
        }
    }
}

fn is_same_parameter(one: &Parameter, other: &Parameter) -> bool {
    one.place == other.place && (one.place == Place::Body || one.name == other.name)
}
