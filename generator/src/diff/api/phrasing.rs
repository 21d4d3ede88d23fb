//! Describes changes to APIs in sentences, in the wording of the official release notes.

use genesys_runtime::HttpMethod;

use super::ApiChangeKind;
use crate::{
    diff::{Change, Subject},
    name::api_stem,
};

/// The text in place of a type or a description that is missing on one side.
const UNDEFINED: &str = "_undefined_";

/// Returns the sentence for a change to an API, such as `Parameter id was removed`.
pub fn api_sentence(
    change: &Change,
    kind: ApiChangeKind,
    escape: impl Fn(&str) -> String,
) -> String {
    use ApiChangeKind as Kind;

    let or_undefined = |text: &Option<String>| {
        let text = text.as_deref().map(&escape);
        text.unwrap_or_else(|| UNDEFINED.to_owned())
    };
    let (from, to) = (or_undefined(&change.from), or_undefined(&change.to));
    let part = change.subject.operation();
    let path = part.map(|part| escape(&part.path)).unwrap_or_default();
    let method = part.and_then(|part| part.method);
    let method = method.map(HttpMethod::as_str).unwrap_or_default();
    let parameter = part.and_then(|part| part.parameter.as_deref());
    let parameter = parameter.map(&escape).unwrap_or_default();
    let status = part.and_then(|part| part.response);
    let status = status.map(|status| status.to_string()).unwrap_or_default();
    let tag = |name: &Option<String>| escape(api_stem(name.as_deref().unwrap_or_default()));
    match kind {
        Kind::ApiRemoved => match &change.subject {
            Subject::Api { api } => format!("API {} was removed", escape(api.as_str())),
            Subject::Operation(_) | Subject::Definition { .. } => "API was removed".to_owned(),
        },
        Kind::ApiAdded => "API was added".to_owned(),
        Kind::PathRemoved => format!("Path {path} was removed"),
        Kind::PathAdded => "Path was added".to_owned(),
        Kind::OperationRemoved => format!("Operation {method} was removed"),
        Kind::OperationAdded if change.to.is_some() => {
            let method = method.to_lowercase();
            format!("Operation {method} was added. Summary: {to}")
        }
        Kind::OperationAdded => format!("Operation {method} was added"),
        Kind::MethodNameChanged => {
            format!("Operation x-purecloud-method-name was changed from {from} to {to}")
        }
        Kind::TagRemoved => format!("Tag {} was removed", tag(&change.from)),
        Kind::TagAdded => format!("Tag {} was added", tag(&change.to)),
        Kind::Deprecated => "Has been deprecated".to_owned(),
        Kind::Undeprecated => "Has been undeprecated".to_owned(),
        Kind::ParameterRemoved => format!("Parameter {parameter} was removed"),
        Kind::ParameterAdded => format!("Parameter {parameter} was added"),
        Kind::ParameterPlaceChanged | Kind::ParameterTypeChanged => {
            format!("Parameter {parameter} was changed from {from} to {to}")
        }
        Kind::ParameterRequiredAdded => format!("Parameter {parameter} was made required"),
        Kind::ParameterRequiredRemoved => format!("Parameter {parameter} was made optional"),
        Kind::ParameterValueRemoved => {
            format!("Enum value {from} was removed from parameter {parameter}")
        }
        Kind::ParameterValueAdded => {
            format!("Enum value {to} was added to parameter {parameter}")
        }
        Kind::ResponseRemoved => format!("Response {status} was removed"),
        Kind::ResponseAdded => format!("Response {status} was added"),
        Kind::ResponseTypeChanged => {
            format!("Response {status} type was changed from {from} to {to}")
        }
        Kind::SummaryChanged => "Summary was changed".to_owned(),
        Kind::ApiDescriptionChanged | Kind::OperationDescriptionChanged => {
            "Description was changed".to_owned()
        }
        Kind::DeprecationNoticeChanged => "Deprecation notice was changed".to_owned(),
        Kind::ParameterDescriptionChanged => {
            format!("Description was changed for parameter {parameter}")
        }
        Kind::ResponseDescriptionChanged => {
            format!("Response {status} was changed from {from} to {to}")
        }
    }
}
