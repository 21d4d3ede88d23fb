//! The JSON form of the schema, for both directions.
//!
//! Definitions, properties and APIs derive it; `types` has the form of types, and [`SchemaForm`] that of the document, in
//! which definitions and APIs are keyed by name. serde writes fields in the order of their declaration, and the printed
//! keys are sorted: the fields of all structs are declared in alphabetical order of their keys. Locations and overrides
//! are left out. Unknown keys are ignored when reading.

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

use super::{
    api::{Api, Method},
    events::{Events, Topic},
    model::{Definition, Origin, Property, Schema},
};

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
    apis: BTreeMap<String, Cow<'a, Api>>,
    #[serde(deserialize_with = "unique_keys")]
    definitions: BTreeMap<String, Cow<'a, Definition>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    events: Option<EventsForm<'a>>,
    version: u32,
}

/// The topics and the definitions of their events.
#[derive(Serialize, Deserialize)]
struct EventsForm<'a> {
    #[serde(deserialize_with = "unique_keys")]
    definitions: BTreeMap<String, Cow<'a, Definition>>,
    #[serde(deserialize_with = "unique_keys")]
    topics: BTreeMap<String, Cow<'a, Topic>>,
}

impl<'a> From<&'a Schema> for SchemaForm<'a> {
    fn from(schema: &'a Schema) -> Self {
        let apis = schema.apis.iter();
        Self {
            apis: apis
                .map(|it| (it.name.to_string(), Cow::Borrowed(it)))
                .collect(),
            definitions: definitions_form(schema),
            events: schema.events.as_deref().map(EventsForm::from),
            version: VERSION,
        }
    }
}

impl<'a> From<&'a Events> for EventsForm<'a> {
    fn from(events: &'a Events) -> Self {
        let topics = events.topics.iter();
        let topics = topics.map(|it| (it.name.to_string(), Cow::Borrowed(it)));
        Self {
            definitions: definitions_form(&events.definitions),
            topics: topics.collect(),
        }
    }
}

fn definitions_form(schema: &Schema) -> BTreeMap<String, Cow<'_, Definition>> {
    let definitions = schema.definitions.iter();
    let definitions = definitions.map(|it| (it.name.to_string(), Cow::Borrowed(it)));
    definitions.collect()
}

impl SchemaForm<'_> {
    /// Returns the schema, in which everything has the same origin.
    pub(super) fn into_schema(self, origin: &Origin) -> Schema {
        let apis = self.apis.into_iter().map(|(name, api)| {
            let mut api = Api {
                name: name.into(),
                origin: origin.clone(),
                ..api.into_owned()
            };
            for method in &mut api.methods {
                method.origin = origin.clone();
            }
            api
        });
        Schema {
            definitions: into_definitions(self.definitions, origin),
            apis: apis.collect(),
            events: { self.events }.map(|events| Box::new(events.into_events(origin))),
            ..Schema::default()
        }
    }
}

impl EventsForm<'_> {
    fn into_events(self, origin: &Origin) -> Events {
        let topics = self.topics.into_iter().map(|(name, topic)| Topic {
            name: name.into(),
            origin: origin.clone(),
            ..topic.into_owned()
        });
        Events {
            definitions: Schema {
                definitions: into_definitions(self.definitions, origin),
                ..Schema::default()
            },
            topics: topics.collect(),
        }
    }
}

fn into_definitions(
    definitions: BTreeMap<String, Cow<'_, Definition>>,
    origin: &Origin,
) -> Vec<Definition> {
    let definitions = definitions.into_iter().map(|(name, definition)| {
        let mut definition = Definition {
            name: name.into(),
            origin: origin.clone(),
            ..definition.into_owned()
        };
        for property in &mut definition.properties {
            property.origin = origin.clone();
        }
        definition
    });
    definitions.collect()
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
pub(super) trait Named {
    fn name(&self) -> &str;
}

impl Named for Property {
    fn name(&self) -> &str {
        self.name.as_str()
    }
}

impl Named for Method {
    fn name(&self) -> &str {
        self.name.as_str()
    }
}

/// Deserializes a list of items with unique names.
pub(super) fn unique_names<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
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
