//! The effects of changes to APIs on Rust code: on the constants of endpoints and on the requests built from them.

use genesys_runtime::Place;

use super::{ApiChangeKind, operations::Operation};
use crate::{
    diff::{Change, OperationPart, Subject, rust_view::RustView},
    name::{ConstIdent, FeatureName, ModuleName},
    plan::BodyTypes,
    schema::{ApiName, Method, Parameter, Status},
};

/// Returns the effect of a change to an API on Rust code, if any.
pub fn api_effect(
    change: &Change,
    kind: ApiChangeKind,
    old: &RustView<'_>,
    new: &RustView<'_>,
) -> Option<String> {
    use ApiChangeKind as Kind;

    if let Subject::Api { api } = &change.subject {
        return (kind == Kind::ApiRemoved).then(|| removed_module(api));
    }
    let part = change.subject.operation()?;
    match kind {
        Kind::PathRemoved => {
            let operations = old.operations.path(&part.path)?.values();
            removed(&operations.flat_map(constants).collect::<Vec<_>>())
        }
        Kind::OperationRemoved => removed(&constants(operation(part, old)?)),
        Kind::TagRemoved => {
            let (api, method) = { operation(part, old)?.methods.iter() }
                .find(|(api, _)| Some(api.as_str()) == change.from.as_deref())?;
            removed(&[constant(api, method)])
        }
        Kind::MethodNameChanged => renamed(part, old, new),
        Kind::Deprecated => {
            let constants = constants(operation(part, new)?);
            Some(format!(
                "the compiler warns about uses of {}",
                list(&constants)
            ))
        }
        Kind::ParameterAdded => changed_types(part, old, new).or_else(|| demanded(part, new)),
        Kind::ParameterRequiredAdded => demanded(part, new),
        Kind::ParameterRemoved => changed_types(part, old, new).or_else(|| refused(part, old, new)),
        Kind::ParameterPlaceChanged => moved(part, change, new),
        Kind::ParameterTypeChanged
        | Kind::ResponseRemoved
        | Kind::ResponseTypeChanged
        | Kind::ResponseAdded => changed_types(part, old, new),
        Kind::ApiRemoved
        | Kind::ApiAdded
        | Kind::ApiDescriptionChanged
        | Kind::PathAdded
        | Kind::OperationAdded
        | Kind::TagAdded
        | Kind::Undeprecated
        | Kind::ParameterRequiredRemoved
        | Kind::ParameterValueRemoved
        | Kind::ParameterValueAdded
        | Kind::SummaryChanged
        | Kind::OperationDescriptionChanged
        | Kind::DeprecationNoticeChanged
        | Kind::ParameterDescriptionChanged
        | Kind::ResponseDescriptionChanged => None,
    }
}

fn removed_module(api: &ApiName) -> String {
    let (module, feature) = (
        ModuleName::of_api(api.as_str()),
        FeatureName::of_api(api.as_str()),
    );
    format!("the module `endpoints::{module}` and the feature `{feature}` of exports were removed")
}

fn operation<'a, 'v>(part: &OperationPart, view: &'v RustView<'a>) -> Option<&'v Operation<'a>> {
    view.operations.path(&part.path)?.get(&part.method?)
}

/// Returns the paths of an operation's constants, one for each API.
pub fn constants(operation: &Operation<'_>) -> Vec<String> {
    let methods = operation.methods.iter();
    methods.map(|(api, method)| constant(api, method)).collect()
}

fn constant(api: &ApiName, method: &Method) -> String {
    let (module, ident) = (
        ModuleName::of_api(api.as_str()),
        ConstIdent::of_method(method.name.as_str()),
    );
    format!("endpoints::{module}::{ident}")
}

/// The maximum number of listed constants.
const LISTED_CONSTANTS: usize = 3;

/// Returns the names of constants followed by a verb in the right number, such as ``the constants `A` and `B` were``.
fn counted(constants: &[String], [singular, plural]: [&str; 2]) -> String {
    let listed = constants.iter().take(LISTED_CONSTANTS);
    let mut names: Vec<_> = listed.map(|name| format!("`{name}`")).collect();
    match constants.len() - names.len() {
        0 => {}
        more => names.push(format!("{more} more")),
    }
    match names.split_last() {
        Some((only, [])) => format!("the constant {only} {singular}"),
        Some((last, others)) => format!("the constants {} and {last} {plural}", others.join(", ")),
        None => String::new(),
    }
}

fn removed(constants: &[String]) -> Option<String> {
    let was_removed = || format!("{} removed", counted(constants, ["was", "were"]));
    (!constants.is_empty()).then(was_removed)
}

fn renamed(part: &OperationPart, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    let after = operation(part, new)?;
    let renamed = operation(part, old)?
        .methods
        .iter()
        .filter_map(|(api, before)| {
            let [before, now] = [before, after.methods.get(api)?].map(|it| constant(api, it));
            (before != now).then(|| format!("the constant `{before}` is now `{now}`"))
        });
    let renamed: Vec<_> = renamed.collect();
    (!renamed.is_empty()).then(|| renamed.join("; "))
}

/// Describes a constant whose type changed because of the changed part: the body, or the successful or other responses.
fn changed_types(part: &OperationPart, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    let operations = [operation(part, old)?, operation(part, new)?];
    let is_body = |name: &String| name == Place::Body.as_str();
    let [before, now] = [(operations[0], old), (operations[1], new)]
        .map(|(operation, view)| Some(BodyTypes::new(operation.first()?, &view.types)));
    let (before, now) = (before?, now?);
    let is_changed = match (part.response, &part.parameter) {
        (Some(Status::Code(..400)), _) => before.success != now.success,
        (Some(_), _) => before.error != now.error,
        (None, Some(name)) => is_body(name) && before.body != now.body,
        (None, None) => false,
    };
    let constants = constants(operations[1]);
    is_changed.then(|| {
        let [was, is] = [["was", "were"], ["is", "are"]];
        let verb = if constants.len() == 1 { is[0] } else { is[1] };
        format!(
            "{} `{before}` and {verb} now `{now}`",
            counted(&constants, was)
        )
    })
}

fn parameter<'a>(part: &OperationPart, view: &RustView<'a>) -> Option<&'a Parameter> {
    let name = part.parameter.as_ref()?;
    let mut parameters = operation(part, view)?.first()?.parameters.iter();
    parameters.find(|parameter| parameter.name == *name)
}

/// Describes the failure of requests without a parameter that is now required.
fn demanded(part: &OperationPart, new: &RustView<'_>) -> Option<String> {
    let parameter = parameter(part, new).filter(|parameter| parameter.required)?;
    let constants = constants(operation(part, new)?);
    let call = call(parameter.place, &parameter.name);
    let constants = list(&constants);
    Some(format!(
        "requests built from {constants} fail without {call}"
    ))
}

/// Describes the failure of requests with a parameter that was removed.
fn refused(part: &OperationPart, old: &RustView<'_>, new: &RustView<'_>) -> Option<String> {
    let parameter = parameter(part, old)?;
    let constants = constants(operation(part, new)?);
    let call = call(parameter.place, &parameter.name);
    let constants = list(&constants);
    Some(format!("requests built from {constants} fail with {call}"))
}

/// Describes the failure of requests that set a parameter in the part of the request where it was before.
fn moved(part: &OperationPart, change: &Change, new: &RustView<'_>) -> Option<String> {
    let [before, now] = [&change.from, &change.to].map(|place| {
        let place = place.as_deref()?.parse().ok()?;
        Some(call(place, part.parameter.as_deref()?))
    });
    let constants = constants(operation(part, new)?);
    let constants = list(&constants);
    Some(format!(
        "requests built from {constants} fail with {}; use {} instead",
        before?, now?
    ))
}

fn list(constants: &[String]) -> String {
    let listed = constants.iter().take(LISTED_CONSTANTS);
    let listed: Vec<_> = listed.map(|name| format!("`{name}`")).collect();
    match constants.len() - listed.len() {
        0 => listed.join(" or "),
        more => format!("{} or {more} more", listed.join(", ")),
    }
}

/// Returns the call of the request builder that sets a parameter.
fn call(place: Place, name: &str) -> String {
    match place {
        Place::Body => "`.body(..)`".to_owned(),
        Place::Path | Place::Query | Place::Header => format!("`.{place}({name:?}, ..)`"),
    }
}
