//! Writing a schema as an OpenAPI file.

use std::collections::{BTreeMap, BTreeSet};

use genesys_modelgen::schema::{
    Api, Definition, Method, Parameter, Permissions, Property, Response, Schema, Type,
};
use genesys_runtime::{Place, Scalar};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// A JSON value with the members of objects in the order of writing.
enum Json {
    Text(String),
    Boolean(bool),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Writes a schema as an OpenAPI file. A method of several APIs becomes one operation with several tags.
///
/// The file has no word for durations and for lists that are cut short.
///
/// # Panics
///
/// If memory is exhausted.
#[must_use]
pub fn print(schema: &Schema) -> String {
    let definitions = schema.definitions.iter();
    let definitions = definitions.map(|it| (it.name.to_string(), definition(it)));
    let file = object([
        ("swagger", text("2.0")),
        ("tags", Json::List(schema.apis.iter().map(tag).collect())),
        ("paths", paths(&schema.apis)),
        ("definitions", Json::Object(definitions.collect())),
    ]);
    serde_json::to_string(&file).expect("writing to memory")
}

fn text(text: impl ToString) -> Json {
    Json::Text(text.to_string())
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(Vec::from(
        members.map(|(name, value)| (name.to_owned(), value)),
    ))
}

fn texts(items: &[String]) -> Json {
    Json::List(items.iter().map(text).collect())
}

impl Json {
    /// Adds a member to an object, if there is a value.
    fn with(mut self, name: &str, value: Option<Json>) -> Self {
        if let Self::Object(members) = &mut self {
            members.extend(value.map(|value| (name.to_owned(), value)));
        }
        self
    }
}

/// Returns the tag of an API, of which the name is the tag and `API`.
fn tag_name(api: &Api) -> &str {
    let name = api.name.as_str();
    name.strip_suffix("API").unwrap_or(name)
}

fn tag(api: &Api) -> Json {
    let tag = object([("name", text(tag_name(api)))]);
    tag.with("description", api.description.as_ref().map(text))
}

fn definition(definition: &Definition) -> Json {
    let properties = definition.properties.iter();
    let required = { properties.clone() }.filter(|property| property.required);
    let required: Vec<_> = required.map(|it| it.name.to_string()).collect();
    let properties = properties.map(|it| (it.name.to_string(), property(it)));
    object([("type", text("object"))])
        .with("required", (!required.is_empty()).then(|| texts(&required)))
        .with("description", definition.description.as_ref().map(text))
        .with("properties", Some(Json::Object(properties.collect())))
}

fn property(property: &Property) -> Json {
    ty(&property.ty)
        .with("description", property.description.as_ref().map(text))
        .with(
            "readOnly",
            property.read_only.then_some(Json::Boolean(true)),
        )
}

fn ty(of: &Type) -> Json {
    let plain = |name| object([("type", text(name))]);
    let string = |format| plain("string").with("format", Some(text(format)));
    match of {
        Type::Scalar(scalar) => match scalar {
            Scalar::Text | Scalar::Duration => plain("string"),
            Scalar::DateTime => string("date-time"),
            Scalar::LocalDateTime => string("local-date-time"),
            Scalar::Date => string("date"),
            Scalar::Interval => string("interval"),
            Scalar::Boolean => plain("boolean"),
            Scalar::Any => plain("object"),
            Scalar::Number | Scalar::Integer | Scalar::Float => plain("number"),
        },
        Type::Number(format) => {
            let is_integer = format.scalar() == Scalar::Integer;
            let number = plain(if is_integer { "integer" } else { "number" });
            number.with("format", Some(text(format.as_str())))
        }
        Type::Map(values) => plain("object").with("additionalProperties", Some(ty(values))),
        Type::Enum(listed) => plain("string").with("enum", Some(texts(&listed.values))),
        Type::Array(items) => plain("array").with("items", Some(ty(items))),
        Type::Ref(name) => {
            let name = name.as_str().replace('~', "~0").replace('/', "~1");
            let name = name.replace('%', "%25");
            object([("$ref", text(format!("#/definitions/{name}")))])
        }
    }
}

/// Returns the operations by path and HTTP method.
fn paths(apis: &[Api]) -> Json {
    let mut paths: BTreeMap<&str, BTreeMap<&str, (&Method, BTreeSet<&str>)>> = BTreeMap::new();
    for api in apis {
        for method in &api.methods {
            let operations = paths.entry(method.path.as_str()).or_default();
            let operation = operations.entry(method.http_method.as_str());
            let (_, tags) = operation.or_insert((method, BTreeSet::new()));
            tags.insert(tag_name(api));
        }
    }
    let paths = paths.into_iter().map(|(path, operations)| {
        let operations = operations.into_iter().map(|(verb, (method, tags))| {
            let tags = Json::List(tags.into_iter().map(text).collect());
            (verb.to_lowercase(), operation(method, tags))
        });
        (path.to_owned(), Json::Object(operations.collect()))
    });
    Json::Object(paths.collect())
}

fn operation(method: &Method, tags: Json) -> Json {
    let parameters = method.parameters.iter().map(parameter).collect();
    let responses = method.responses.iter();
    let responses = responses.map(|it| (it.status.to_string(), response(it)));
    let marked = |is_marked: bool| is_marked.then_some(Json::Boolean(true));
    object([("tags", tags)])
        .with("summary", method.summary.as_ref().map(text))
        .with("description", method.description.as_ref().map(text))
        .with("operationId", Some(text(format!("{}Id", method.name))))
        .with("parameters", Some(Json::List(parameters)))
        .with("responses", Some(Json::Object(responses.collect())))
        .with("deprecated", marked(method.deprecated.is_some()))
        .with("x-genesys-preview", marked(method.preview))
        .with(
            "x-inin-requires-permissions",
            method.permissions.as_ref().map(permissions),
        )
        .with("x-purecloud-method-name", Some(text(&method.name)))
}

fn permissions(permissions: &Permissions) -> Json {
    let (kind, names) = match permissions {
        Permissions::Any(names) => ("ANY", names),
        Permissions::All(names) => ("ALL", names),
    };
    object([("type", text(kind)), ("permissions", texts(names))])
}

fn parameter(parameter: &Parameter) -> Json {
    let head = object([
        ("name", text(&parameter.name)),
        ("in", text(parameter.place.as_str())),
        ("required", Json::Boolean(parameter.required)),
    ]);
    let head = head
        .with("description", parameter.description.as_ref().map(text))
        .with("default", parameter.default.as_ref().map(text));
    match (parameter.place, ty(&parameter.ty), head) {
        (Place::Body, ty, head) => head.with("schema", Some(ty)),
        (_, Json::Object(ty), Json::Object(mut head)) => {
            head.extend(ty);
            let is_list = matches!(parameter.ty, Type::Array(_));
            Json::Object(head).with("collectionFormat", is_list.then(|| text("multi")))
        }
        (_, _, head) => head,
    }
}

fn response(response: &Response) -> Json {
    let codes = response.error_codes.iter();
    let codes: Vec<_> = codes.map(|(code, it)| (code.clone(), text(it))).collect();
    object([])
        .with("description", response.description.as_ref().map(text))
        .with("schema", response.ty.as_ref().map(ty))
        .with(
            "x-inin-error-codes",
            (!codes.is_empty()).then_some(Json::Object(codes)),
        )
}
