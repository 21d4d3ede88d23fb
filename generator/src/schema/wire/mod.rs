//! The JSON form of the schema: serde types for both directions, with conversions to and from the schema.
//!
//! serde writes fields in the order of their declaration, and the printed keys are sorted: the fields of all structs
//! are declared in alphabetical order of their keys. Unknown keys are ignored when reading.

mod api;
mod types;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt,
    marker::PhantomData,
};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error as _, MapAccess, Visitor},
};

use self::api::ApiForm;
use super::model::{Definition, Origin, Property, RustType, Schema};
use super::types::Type;

/// The version of the JSON form. It changes when a program that reads the form would misread the new one.
const VERSION: u32 = 1;

/// The version alone, which decides how the rest of the document is read.
#[derive(Deserialize)]
pub(super) struct VersionForm {
    #[serde(rename = "version", deserialize_with = "supported_version")]
    _version: u32,
}

/// A whole document.
#[derive(Serialize, Deserialize)]
pub(super) struct SchemaForm<'a> {
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "unique_keys"
    )]
    apis: BTreeMap<String, ApiForm<'a>>,
    #[serde(deserialize_with = "unique_keys")]
    definitions: BTreeMap<String, DefinitionForm<'a>>,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct DefinitionForm<'a> {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<Cow<'a, str>>,
    #[serde(deserialize_with = "unique_names")]
    properties: Vec<PropertyForm<'a>>,
}

#[derive(Serialize, Deserialize)]
struct PropertyForm<'a> {
    #[serde(deserialize_with = "Option::deserialize")]
    description: Option<Cow<'a, str>>,
    name: Cow<'a, str>,
    required: bool,
    #[serde(rename = "type")]
    ty: Cow<'a, Type>,
}

impl<'a> From<&'a Schema> for SchemaForm<'a> {
    fn from(schema: &'a Schema) -> Self {
        let apis = schema.apis.iter();
        let definitions = schema.definitions.iter();
        Self {
            apis: apis.map(|api| (api.name.to_string(), api.into())).collect(),
            definitions: definitions
                .map(|definition| (definition.name.to_string(), definition.into()))
                .collect(),
            version: VERSION,
        }
    }
}

impl<'a> From<&'a Definition> for DefinitionForm<'a> {
    fn from(definition: &'a Definition) -> Self {
        Self {
            description: definition.description.as_deref().map(Cow::from),
            properties: definition.properties.iter().map(Into::into).collect(),
        }
    }
}

impl<'a> From<&'a Property> for PropertyForm<'a> {
    fn from(property: &'a Property) -> Self {
        Self {
            description: property.description.as_deref().map(Cow::from),
            name: property.name.as_str().into(),
            required: property.required,
            ty: Cow::Borrowed(&property.ty),
        }
    }
}

impl SchemaForm<'_> {
    /// Returns the schema, in which everything has the same origin.
    pub(super) fn into_schema(self, origin: &Origin) -> Schema {
        let apis = self.apis.into_iter();
        let definitions = self.definitions.into_iter();
        Schema {
            definitions: definitions
                .map(|(name, form)| form.into_definition(name, origin))
                .collect(),
            apis: apis
                .map(|(name, form)| form.into_api(name, origin))
                .collect(),
            secrets: Vec::new(),
        }
    }
}

impl DefinitionForm<'_> {
    fn into_definition(self, name: String, origin: &Origin) -> Definition {
        let properties = self.properties.into_iter();
        Definition {
            name: name.into(),
            description: self.description.map(Cow::into_owned),
            properties: properties.map(|form| form.into_property(origin)).collect(),
            rust: RustType::default(),
            origin: origin.clone(),
        }
    }
}

impl PropertyForm<'_> {
    fn into_property(self, origin: &Origin) -> Property {
        Property {
            name: self.name.into_owned().into(),
            ty: self.ty.into_owned(),
            required: self.required,
            description: self.description.map(Cow::into_owned),
            rust_name: None,
            secret: None,
            origin: origin.clone(),
        }
    }
}

fn supported_version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let version = u32::deserialize(deserializer)?;
    if version == VERSION {
        return Ok(version);
    }
    let message = format!("unsupported version {version}, expected version {VERSION}");
    Err(D::Error::custom(message))
}

/// An item of a list in which names are unique.
trait Named {
    fn name(&self) -> &str;
}

impl Named for PropertyForm<'_> {
    fn name(&self) -> &str {
        &self.name
    }
}

/// Deserializes a list of items with unique names.
fn unique_names<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: Named + Deserialize<'de>,
    D: Deserializer<'de>,
{
    let items = Vec::<T>::deserialize(deserializer)?;
    let mut names = BTreeSet::new();
    match items.iter().find(|item| !names.insert(item.name())) {
        Some(item) => Err(duplicate_name(item.name())),
        None => Ok(items),
    }
}

/// Deserializes an object with unique keys; serde's own maps keep the last of two values.
fn unique_keys<'de, T, D>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(UniqueKeys(PhantomData))
}

struct UniqueKeys<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for UniqueKeys<T> {
    type Value = BTreeMap<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(key) = access.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(duplicate_name(&key));
            }
            map.insert(key, access.next_value()?);
        }
        Ok(map)
    }
}

fn duplicate_name<E: serde::de::Error>(name: &str) -> E {
    E::custom(format!("duplicate name `{name}`"))
}

/// Values with `Display` and `FromStr` as JSON strings.
pub(super) mod as_text {
    use std::{fmt::Display, str::FromStr};

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<T: Display, S: Serializer>(
        value: &T,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|error| D::Error::custom(format!("`{text}`: {error}")))
    }
}
