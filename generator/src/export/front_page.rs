//! The examples on the front page of an exported crate: decoding and building a model, and calling an endpoint.

use genesys_runtime::{Place, Scalar};

use crate::{
    name::{ConstIdent, ModuleName},
    pipeline::Planned,
    plan::{Field, FieldType, Model},
    schema::{Api, Method, Type},
};

/// The maximum number of plain fields in an example.
const MAX_FIELDS: usize = 3;

/// The examples for a crate.
pub struct FrontPage<'a> {
    /// The crate's name in Rust.
    crate_name: String,
    planned: &'a Planned,
    model: Option<&'a Model>,
}

impl<'a> FrontPage<'a> {
    /// Selects the model of the examples: a root, the first one with suitable fields, or any.
    pub fn new(crate_name: &str, planned: &'a Planned) -> Self {
        let models = || planned.plan.models();
        let mut roots = planned.roots.iter();
        let model = roots
            .find_map(|root| models().find(|model| model.wire_name == *root))
            .or_else(|| models().find(|model| !samples(model).is_empty()))
            .or_else(|| models().next());
        Self {
            crate_name: crate_name.replace('-', "_"),
            planned,
            model,
        }
    }

    /// Returns an example that decodes a model and encodes it again.
    pub fn decoding(&self) -> String {
        let (ty, fields) = match self.model {
            Some(model) => (
                format!("{}::{}", self.crate_name, model.ident),
                samples(model),
            ),
            None => ("serde_json::Value".to_owned(), Vec::new()),
        };
        let sent = fields.iter().map(|(field, sample)| {
            let (name, json) = (&field.wire_name, sample.json);
            format!("\"{name}\": {json}, ")
        });
        let checks = fields.iter().map(|(field, sample)| {
            let (ident, Sample { get, value, .. }) = (&field.ident, sample);
            format!("assert_eq!(value.{ident}{get}, Some({value}));\n")
        });
        let (sent, mut checks): (String, String) = (sent.collect(), checks.collect());
        if self.model.is_some() {
            checks += "assert_eq!(value.extra.get(\"undocumented\"), Some(&[1, 2].into()));\n";
        }
        include_str!("decoding.in")
            .replace("{type}", &ty)
            .replace("{sent}", &sent)
            .replace("{checks}", &checks)
    }

    /// Returns the section about building a model, or nothing if no model has suitable fields.
    ///
    /// The model is the body of a request and contains another model, if there is such a body.
    pub fn building(&self) -> String {
        let methods = { self.planned.schema.apis.iter() }.flat_map(|api| &api.methods);
        let bodies = methods.filter_map(|method| self.model_of(&method.body()?.ty));
        let candidates = bodies.chain(self.model);
        let mut suitable: Vec<_> = candidates.filter(|it| !samples(it).is_empty()).collect();
        suitable.sort_by_key(|model| !model.fields.iter().any(|it| self.nested(it).is_some()));
        let Some(model) = suitable.first() else {
            return String::new();
        };
        let ident = &model.ident;
        let (mut fields, mut json) = assignments(model);
        let mut types = ident.to_string();
        if let Some((field, inner)) = model.fields.iter().find_map(|it| self.nested(it)) {
            let (inner_fields, inner_json) = assignments(inner);
            let (name, wire_name, inner) = (&field.ident, &field.wire_name, &inner.ident);
            fields.extend(nest(
                format!("{name}: model!({inner} {{"),
                inner_fields,
                "}),",
            ));
            json.extend(nest(format!("\"{wire_name}\": {{"), inner_json, "},"));
            if inner != ident {
                types = format!("{types}, {inner}");
            }
        }
        include_str!("building.md.in")
            .replace("{crate}", &self.crate_name)
            .replace("{types}", &types)
            .replace("{type}", ident.as_str())
            .replace("{fields}", &fields.join("\n    "))
            .replace("{json}", &json.join("\n    "))
    }

    /// Returns a field of the example's model with the model that it holds, if that has suitable fields.
    fn nested<'b>(&self, field: &'b Field) -> Option<(&'b Field, &'a Model)> {
        let FieldType::Model(ident) = &field.ty else {
            return None;
        };
        let model = self
            .planned
            .plan
            .models()
            .find(|model| model.ident == *ident)?;
        let is_suitable = is_plain(&field.wire_name) && !samples(model).is_empty();
        is_suitable.then_some((field, model))
    }

    /// Returns the model that a type refers to.
    fn model_of(&self, ty: &Type) -> Option<&'a Model> {
        let Type::Ref(name) = ty else {
            return None;
        };
        self.planned
            .plan
            .models()
            .find(|model| model.wire_name == name.as_str())
    }

    /// Returns the section about endpoints, or nothing if none is suitable for an example.
    pub fn requests(&self) -> String {
        let apis = self.planned.schema.apis.iter();
        let methods = apis.flat_map(|api| api.methods.iter().map(move |method| (api, method)));
        let suitable = methods.filter(|(_, method)| self.is_suitable(method));
        // One that returns a root, with the shortest path that has a parameter.
        let example = suitable.min_by_key(|(_, method)| {
            let (path, success) = (method.path.as_str(), method.success());
            let root = success.as_ref().and_then(Type::reference);
            let is_root = root.is_some_and(|name| {
                let mut roots = self.planned.roots.iter();
                roots.any(|root| root == name.as_str())
            });
            (!is_root, !path.contains('{'), path.len())
        });
        example.map_or(String::new(), |(api, method)| self.request(api, method))
    }

    /// Checks whether an example of a method needs only parameters in the path, and returns a model. A method that may change or
    /// disappear is no example.
    fn is_suitable(&self, method: &Method) -> bool {
        let is_in_path = |place, name| place == Place::Path && is_plain(name);
        { method.success() }.is_some_and(|ty| self.model_of(&ty).is_some())
            && method.deprecated.is_none()
            && !method.preview
            && { method.parameters.iter() }.all(|it| !it.required || is_in_path(it.place, &it.name))
    }

    fn request(&self, api: &Api, method: &Method) -> String {
        let in_path = { method.parameters.iter() }.filter(|it| it.place == Place::Path);
        let names: Vec<_> = in_path.map(|parameter| &parameter.name).collect();
        let parameters = names
            .iter()
            .map(|name| format!(".path(\"{name}\", \"a/b\")"));
        let path = { names.iter() }.fold(method.path.as_str().to_owned(), |path, name| {
            path.replace(&format!("{{{name}}}"), "a%2Fb")
        });
        let endpoint = ConstIdent::of_method(method.name.as_str());
        include_str!("requests.md.in")
            .replace("{crate}", &self.crate_name)
            .replace("{api}", ModuleName::of_api(api.name.as_str()).as_str())
            .replace("{endpoint}", endpoint.as_str())
            .replace("{parameters}", &parameters.collect::<String>())
            .replace("{line}", &format!("{} {path}", method.http_method))
    }
}

/// A sample value of a field.
struct Sample {
    json: &'static str,
    get: &'static str,
    value: &'static str,
}

/// Returns the fields for the example, with sample values.
fn samples(model: &Model) -> Vec<(&Field, Sample)> {
    let fields = model.fields.iter();
    let samples = fields.filter_map(|field| Some((field, sample(field)?)));
    samples.take(MAX_FIELDS).collect()
}

/// Returns a sample value, if the field has a simple type and its name in JSON needs no escaping.
fn sample(field: &Field) -> Option<Sample> {
    if field.secret || !is_plain(&field.wire_name) {
        return None;
    }
    let (json, get, value) = match &field.ty {
        FieldType::Scalar(Scalar::Text) => ("\"some text\"", ".as_deref()", "\"some text\""),
        FieldType::Scalar(Scalar::Number) => ("5", "", "5.into()"),
        FieldType::Scalar(Scalar::Boolean) => ("true", "", "true"),
        FieldType::Scalar(_)
        | FieldType::Enum(_)
        | FieldType::Model(_)
        | FieldType::Alias(_)
        | FieldType::List(_)
        | FieldType::Map(_) => return None,
    };
    Some(Sample { json, get, value })
}

/// Returns lines with the sample values of a model, once as fields for `model!` and once as JSON.
fn assignments(model: &Model) -> (Vec<String>, Vec<String>) {
    let lines = samples(model).into_iter().map(|(field, sample)| {
        let json = sample.json;
        let object = format!("\"{}\": {json},", field.wire_name);
        (format!("{}: {json},", field.ident), object)
    });
    lines.unzip()
}

/// Returns a block of lines between its first and its last one.
fn nest(first: String, lines: Vec<String>, last: &str) -> Vec<String> {
    let lines = lines.into_iter().map(|line| format!("    {line}"));
    [first]
        .into_iter()
        .chain(lines)
        .chain([last.to_owned()])
        .collect()
}

/// Checks whether a name needs no escaping in JSON and in Rust.
fn is_plain(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    name.chars().all(is_plain)
}
