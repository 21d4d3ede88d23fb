//! The data of a plan.

use genesys_runtime::HttpMethod;

use super::{equality::Equality, paging::Paging, types::FieldType};
use crate::{
    name::{ConstIdent, FieldIdent, ModuleName, TypeIdent, VariantIdent},
    schema::Origin,
};

/// The Rust items of a crate or a module, without the runtime.
#[derive(Debug, Clone)]
pub struct CratePlan {
    /// The modules of the definitions, sorted by name.
    pub modules: Vec<Module>,
    /// The modules of the APIs.
    pub apis: Vec<ApiModule>,
    /// The lines of the documentation of error codes that most endpoints share.
    pub common_errors: Vec<String>,
    /// The names of properties that overrides declare secret in every definition.
    pub secrets: Vec<String>,
    /// The notification topics, if the schema has some.
    pub events: Option<EventsPlan>,
}

impl CratePlan {
    /// Returns the structs of all definitions that are not aliases.
    pub fn models(&self) -> impl Iterator<Item = &Model> + Clone {
        self.modules.iter().filter_map(Module::model)
    }
}

/// The module of a definition.
#[derive(Debug, Clone)]
pub struct Module {
    /// The name of the module and of its file.
    pub name: ModuleName,
    /// The name of the definition's page.
    pub source: String,
    /// The span of the definition's name.
    pub origin: Origin,
    /// The type of the definition.
    pub item: Item,
    /// The enums of the definition's properties.
    pub enums: Vec<OpenEnum>,
}

impl Module {
    /// Returns the name of the definition's type.
    #[must_use]
    pub fn ident(&self) -> &TypeIdent {
        match &self.item {
            Item::Model(model) => &model.ident,
            Item::Alias(alias) => &alias.ident,
        }
    }

    /// Returns the definition's struct, unless it is an alias.
    #[must_use]
    pub fn model(&self) -> Option<&Model> {
        match &self.item {
            Item::Model(model) => Some(model),
            Item::Alias(_) => None,
        }
    }
}

/// The type of a definition.
#[derive(Debug, Clone)]
pub enum Item {
    /// A struct.
    Model(Model),
    /// An alias of `serde_json::Value`, for a definition without properties.
    Alias(Alias),
}

/// An alias of `serde_json::Value`.
#[derive(Debug, Clone)]
pub struct Alias {
    /// The name.
    pub ident: TypeIdent,
    /// The lines of the documentation.
    pub doc: Vec<String>,
}

/// A struct with a field for each property.
#[derive(Debug, Clone)]
pub struct Model {
    /// The name.
    pub ident: TypeIdent,
    /// The definition's name in the docs.
    pub wire_name: String,
    /// The lines of the documentation.
    pub doc: Vec<String>,
    /// The traits of equality that the struct implements.
    pub equality: Equality,
    /// The paths of additional derives.
    pub derives: Vec<String>,
    /// Additional attributes, without `#[` and `]`.
    pub attributes: Vec<String>,
    /// The fields, in the order of the properties.
    pub fields: Vec<Field>,
    /// The traits of listings that the struct implements.
    pub paging: Vec<Paging>,
}

/// The field of a property.
#[expect(
    clippy::struct_excessive_bools,
    reason = "the flags are independent of each other"
)]
#[derive(Debug, Clone)]
pub struct Field {
    /// The name.
    pub ident: FieldIdent,
    /// The property's name in JSON.
    pub wire_name: String,
    /// The lines of the documentation.
    pub doc: Vec<String>,
    /// The type, without the `Option` around it.
    pub ty: FieldType,
    /// Whether the type refers back to the model, if the model derives the trait of a schema library.
    pub is_recursive: bool,
    /// Whether requests must contain the property, which is never read-only.
    pub required: bool,
    /// Whether only the platform sets the value.
    pub read_only: bool,
    /// Whether `Debug` redacts the value.
    pub secret: bool,
    /// Whether the docs list only the first of more values.
    pub cut_short: bool,
}

/// An enum with a variant for each listed value.
#[derive(Debug, Clone)]
pub struct OpenEnum {
    /// The name.
    pub ident: TypeIdent,
    /// The lines of the documentation.
    pub doc: Vec<String>,
    /// The variants, in the docs' order of the values.
    pub variants: Vec<Variant>,
    /// The names of the other properties with the same values, which become aliases.
    pub aliases: Vec<TypeIdent>,
}

impl OpenEnum {
    /// Returns the names of the enum and of its aliases.
    pub fn idents(&self) -> impl Iterator<Item = &TypeIdent> {
        [&self.ident].into_iter().chain(&self.aliases)
    }
}

/// The variant of a listed value.
#[derive(Debug, Clone)]
pub struct Variant {
    /// The name.
    pub ident: VariantIdent,
    /// The value in JSON.
    pub value: String,
    /// The lines of the documentation.
    pub doc: Vec<String>,
}

/// The notification topics and the models of their events.
#[derive(Debug, Clone)]
pub struct EventsPlan {
    /// The modules of the definitions, sorted by name.
    pub modules: Vec<Module>,
    /// The topics, each before those that match its names less exactly.
    pub topics: Vec<TopicConst>,
}

/// The constant of a topic, and its variant of the enum of all events.
#[derive(Debug, Clone)]
pub struct TopicConst {
    /// The name.
    pub ident: ConstIdent,
    /// The name of the variant.
    pub variant: VariantIdent,
    /// The lines of the documentation.
    pub doc: Vec<String>,
    /// The name of the topic, with parameters in braces.
    pub template: String,
    /// The lines that describe the topic; see [`genesys_runtime::TopicInfo`].
    pub details: Vec<String>,
    /// The type of the events: a model, an alias, or any JSON value.
    pub event: FieldType,
    /// The name of the file that describes the topic.
    pub source: String,
    /// The span of the topic's name.
    pub origin: Origin,
}

/// The module of an API.
#[derive(Debug, Clone)]
pub struct ApiModule {
    /// The name of the module and of its file.
    pub name: ModuleName,
    /// The name of the API's page.
    pub source: String,
    /// The lines of the documentation.
    pub doc: Vec<String>,
    /// The constants, in the docs' order.
    pub endpoints: Vec<EndpointConst>,
    /// The span of the API's name.
    pub origin: Origin,
}

/// The constant of a method.
#[derive(Debug, Clone)]
pub struct EndpointConst {
    /// The name.
    pub ident: ConstIdent,
    /// The lines of the documentation.
    pub doc: Vec<String>,
    /// The note of the deprecation, if the method is deprecated.
    pub deprecated: Option<String>,
    /// The method's name in the docs.
    pub name: String,
    /// The HTTP method.
    pub method: HttpMethod,
    /// The path, with parameter names in braces.
    pub template: String,
    /// The lines that describe the parameters; see [`genesys_runtime::Operation`].
    pub parameters: Vec<String>,
    /// The lines that describe the responses.
    pub responses: Vec<String>,
    /// The type of the request's body, if there is one.
    pub body: Option<FieldType>,
    /// The type of successful responses, if they have a body.
    pub success: Option<FieldType>,
    /// The type of error responses, if they have the same type and the crate has it.
    pub error: Option<FieldType>,
}
