//! The targets for which models are emitted.

use genesys_runtime::sources::{self, RuntimeFile, SchemaLibrary, TimeLibrary};
use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    name::FeatureName,
    plan::{ApiModule, Areas, Module},
};

/// The crate or module that the models become.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// The workspace's own crate, which depends on `genesys-runtime`.
    Workspace,
    /// A self-contained crate, with a copy of the runtime and a Cargo feature for each area.
    Crate {
        /// The crate's name.
        name: &'a str,
        /// The areas.
        areas: &'a Areas,
    },
    /// A module of another crate, with a copy of the runtime.
    Module {
        /// The time libraries that time values convert to.
        time: &'a [TimeLibrary],
        /// The libraries whose traits the models derive.
        schemas: &'a [SchemaLibrary],
    },
}

impl<'a> Target<'a> {
    /// Returns the path of a source file in the output folder.
    pub(super) fn path(self, file: &str) -> String {
        match self {
            Self::Workspace | Self::Crate { .. } => format!("src/{file}"),
            Self::Module { .. } => file.to_owned(),
        }
    }

    pub(super) fn entry(self) -> String {
        self.path(match self {
            Self::Workspace | Self::Crate { .. } => "lib.rs",
            Self::Module { .. } => "mod.rs",
        })
    }

    pub(super) fn model_path(self, module: &Module) -> String {
        self.path(&format!("models/{}.rs", module.name))
    }

    pub(super) fn event_path(self, module: &Module) -> String {
        self.path(&format!("events/{}.rs", module.name))
    }

    pub(super) fn api_path(self, api: &ApiModule) -> String {
        self.path(&format!("endpoints/{}.rs", api.name))
    }

    /// Returns the areas that are Cargo features.
    pub(super) fn areas(self) -> Option<&'a Areas> {
        match self {
            Self::Crate { areas, .. } => Some(areas).filter(|areas| !areas.is_empty()),
            Self::Workspace | Self::Module { .. } => None,
        }
    }

    /// Returns the Cargo feature that enables the topics, if there is one.
    pub(super) fn topics_feature(self) -> Option<&'static str> {
        match self {
            Self::Crate { .. } => Some(FeatureName::TOPICS),
            Self::Workspace | Self::Module { .. } => None,
        }
    }

    /// Emits an attribute that requires a library, which a crate has only with its feature.
    pub(super) fn attribute(self, library: SchemaLibrary, attribute: &TokenStream) -> TokenStream {
        let feature = library.name();
        match self {
            Self::Workspace | Self::Crate { .. } => {
                quote! { #[cfg_attr(feature = #feature, #attribute)] }
            }
            Self::Module { .. } => quote! { #[#attribute] },
        }
    }

    /// Returns the files of the runtime that are copied into the output.
    pub(super) fn runtime(self) -> Vec<RuntimeFile> {
        match self {
            Self::Workspace => Vec::new(),
            Self::Crate { name, .. } => sources::for_crate(name),
            Self::Module { time, schemas } => sources::for_module(time, schemas),
        }
    }
}
