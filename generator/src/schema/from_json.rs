//! The schema from the JSON that was printed of it.

mod api;

use std::{collections::BTreeSet, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, Visitor},
};

use self::api::ApiForm;
use super::{
    model::{Definition, NumberFormat, Origin, Property, RustType, Schema, Type},
    print::VERSION,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    span::Source,
};

/// Reads the JSON that [`json`](super::print::json) prints. Every definition's place is the file as a whole.
///
/// # Errors
///
/// One diagnostic, with the place: it is no JSON, it is of another version, it has not the form.
///
/// ```
/// use genesys_modelgen::{schema::{Schema, from_json, print::json}, span::SourceFile};
///
/// let file = SourceFile { path: "schema.json".into(), text: json(&Schema::default()) };
/// assert_eq!(from_json(&file.into()).unwrap().definitions.len(), 0);
/// ```
pub fn from_json(file: &Source) -> Result<Schema, Diagnostic> {
    let invalid = |error| invalid(file, &error);
    // The version stands last, but decides how all the rest is read.
    let _: Head = serde_json::from_str(&file.text).map_err(invalid)?;
    let document: Document = serde_json::from_str(&file.text).map_err(invalid)?;
    let origin = Origin {
        source: file.clone(),
        span: 0..0,
    };
    let mut definitions: Vec<_> = { document.definitions.into_iter() }
        .map(|(name, form)| form.definition(name, &origin))
        .collect();
    definitions.sort_by(|a, b| a.name.cmp(&b.name));
    let mut apis: Vec<_> = { document.apis.into_iter() }
        .map(|(name, form)| form.api(name, &origin))
        .collect();
    apis.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Schema {
        definitions,
        apis,
        secrets: Vec::new(),
    })
}

/// As much of the form as no version changes.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "version", deserialize_with = "known_version")]
    _version: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default, deserialize_with = "once_each")]
    apis: Vec<(String, ApiForm)>,
    #[serde(deserialize_with = "once_each")]
    definitions: Vec<(String, DefinitionForm)>,
    #[serde(rename = "version")]
    _version: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DefinitionForm {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<String>,
    #[serde(deserialize_with = "unlike_names")]
    properties: Vec<PropertyForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PropertyForm {
    name: String,
    #[serde(rename = "type")]
    ty: TypeForm,
    required: bool,
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<String>,
}

// With braces even the kinds that have nothing beside them take nothing.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
enum TypeForm {
    String {},
    DateTime {},
    LocalDateTime {},
    Date {},
    Interval {},
    Duration {},
    Number { format: Option<NumberForm> },
    Boolean {},
    Object { values: Option<Box<TypeForm>> },
    Enum { values: Vec<String> },
    Array { items: Box<TypeForm> },
    Ref { name: String },
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum NumberForm {
    I64,
    F64,
}

impl DefinitionForm {
    fn definition(self, name: String, origin: &Origin) -> Definition {
        let properties = self.properties.into_iter();
        Definition {
            name: name.into(),
            description: self.description,
            properties: properties.map(|form| form.property(origin)).collect(),
            rust: RustType::default(),
            origin: origin.clone(),
        }
    }
}

impl PropertyForm {
    fn property(self, origin: &Origin) -> Property {
        Property {
            name: self.name.into(),
            ty: self.ty.into(),
            required: self.required,
            description: self.description,
            rust_name: None,
            secret: None,
            origin: origin.clone(),
        }
    }
}

impl From<TypeForm> for Type {
    fn from(form: TypeForm) -> Self {
        let boxed = |form: Box<TypeForm>| Box::new(Self::from(*form));
        match form {
            TypeForm::String {} => Self::String,
            TypeForm::DateTime {} => Self::DateTime,
            TypeForm::LocalDateTime {} => Self::LocalDateTime,
            TypeForm::Date {} => Self::Date,
            TypeForm::Interval {} => Self::Interval,
            TypeForm::Duration {} => Self::Duration,
            TypeForm::Number { format: None } => Self::Number(NumberFormat::Any),
            TypeForm::Number {
                format: Some(NumberForm::I64),
            } => Self::Number(NumberFormat::Integer),
            TypeForm::Number {
                format: Some(NumberForm::F64),
            } => Self::Number(NumberFormat::Float),
            TypeForm::Boolean {} => Self::Boolean,
            TypeForm::Object { values: None } => Self::Object,
            TypeForm::Object {
                values: Some(values),
            } => Self::Map(boxed(values)),
            TypeForm::Enum { values } => Self::Enum(values),
            TypeForm::Array { items } => Self::Array(boxed(items)),
            TypeForm::Ref { name } => Self::Ref(name.into()),
        }
    }
}

fn known_version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let version = u32::deserialize(deserializer)?;
    if version == VERSION {
        return Ok(version);
    }
    let message =
        format!("the schema is of version {version}, and this generator reads version {VERSION}");
    Err(D::Error::custom(message))
}

fn unlike_names<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PropertyForm>, D::Error> {
    let properties = Vec::<PropertyForm>::deserialize(deserializer)?;
    let mut names = BTreeSet::new();
    match properties
        .iter()
        .find(|property| !names.insert(&property.name))
    {
        Some(property) => Err(D::Error::custom(format!(
            "the property `{}` is there twice",
            property.name
        ))),
        None => Ok(properties),
    }
}

fn once_each<'de, T: Named, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<(String, T)>, D::Error> {
    deserializer.deserialize_map(OnceEach(PhantomData))
}

/// What stands in the document by name.
trait Named: serde::de::DeserializeOwned {
    /// What one of them is called.
    const WHAT: &'static str;
}

impl Named for DefinitionForm {
    const WHAT: &'static str = "definition";
}

impl Named for ApiForm {
    const WHAT: &'static str = "API";
}

/// Reads what stands by name, each once.
struct OnceEach<T>(PhantomData<T>);

impl<'de, T: Named> Visitor<'de> for OnceEach<T> {
    type Value = Vec<(String, T)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}s by name", T::WHAT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut found, mut names) = (Vec::new(), BTreeSet::new());
        while let Some(name) = map.next_key::<String>()? {
            if !names.insert(name.clone()) {
                let message = format!("the {} `{name}` is there twice", T::WHAT);
                return Err(A::Error::custom(message));
            }
            found.push((name, map.next_value()?));
        }
        Ok(found)
    }
}

fn invalid(file: &Source, error: &serde_json::Error) -> Diagnostic {
    let text = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = text.strip_suffix(&place).unwrap_or(&text);
    let at = offset(&file.text, error.line(), error.column());
    let what = format!("`{}` is no schema: {message}", file.path.display());
    Diagnostic::new(Code::InvalidSchema, what)
        .label(file, at..at + 1, "")
        .help("a schema is what `genesys-modelgen schema --format json` prints")
}

/// The byte at a line and a column, both counted from 1, the column in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').map(str::len);
    let start: usize = lines.take(line.saturating_sub(1)).sum();
    (start + column.saturating_sub(1)).min(text.len().saturating_sub(1))
}
