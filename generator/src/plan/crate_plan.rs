//! The data of a plan.

use super::{equality::Equality, types::FieldType};
use crate::{
    name::{ConstIdent, FieldIdent, ModuleName, TypeIdent, VariantIdent},
    schema::{HttpMethod, Origin, Place},
};

/// The Rust items of a crate or a module, without the runtime.
#[derive(Debug, Clone)]
pub struct CratePlan {
    /// The modules of the definitions, sorted by name.
    pub modules: Vec<Module>,
    /// The modules of the APIs.
    pub apis: Vec<ApiModule>,
    /// The names of properties that overrides declare secret in every definition.
    pub secrets: Vec<String>,
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
}

/// The field of a property.
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
    /// Whether requests must contain the property.
    pub required: bool,
    /// Whether `Debug` redacts the value.
    pub secret: bool,
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
    /// The parameters other than the body.
    pub parameters: Vec<EndpointParameter>,
    /// The type of the body.
    pub body: Option<NamedType>,
    /// Whether the body is required.
    pub body_required: bool,
    /// The type of successful responses.
    pub success: Option<NamedType>,
    /// The 2xx statuses.
    pub successes: Vec<u16>,
    /// All other statuses.
    pub errors: Vec<u16>,
}

/// A type and its name in the docs.
#[derive(Debug, Clone)]
pub struct NamedType {
    /// The name.
    pub name: String,
    /// The type.
    pub ty: FieldType,
}

/// A parameter other than the body.
#[derive(Debug, Clone)]
pub struct EndpointParameter {
    /// The name in requests.
    pub name: String,
    /// The part of the request, which is not the body.
    pub place: Place,
    /// The name of the type.
    pub ty: String,
    /// Whether requests must contain the parameter.
    pub required: bool,
}
