//! What the generator writes for each model.

/// Writes a model; a property is its name on the wire, its field with its type, its kind and its flags.
macro_rules! model {
    ($(#[$doc:meta])* $model:ident {
        $($wire:literal $field:ident: $type:ty = $kind:ident $($flag:ident)*;)*
    }) => {
        $(#[$doc])*
        #[derive(Default)]
        pub struct $model {
            $(#[doc = concat!("`", $wire, "`")] pub $field: Option<$type>,)*
            /// What the typed fields cannot hold.
            pub extra: crate::runtime::Extra,
        }

        impl $model {
            /// The properties.
            pub const PROPERTIES: &'static [crate::runtime::Property] = &[$(
                crate::runtime::Kind::$kind.named($wire)$(.$flag())*,
            )*];
        }

        impl crate::runtime::Model for $model {
            fn shape(&self) -> &'static crate::runtime::Shape {
                &crate::runtime::Shape { name: stringify!($model), properties: Self::PROPERTIES }
            }

            fn field(&self, index: usize) -> &dyn crate::runtime::Field {
                let fields: &[&dyn crate::runtime::Field] = &[$(&self.$field),*];
                fields.get(index).copied().unwrap_or(&self.extra)
            }

            fn field_mut(&mut self, index: usize) -> &mut dyn crate::runtime::Field {
                let fields: Vec<&mut dyn crate::runtime::Field> = vec![$(&mut self.$field),*];
                fields.into_iter().nth(index).unwrap_or(&mut self.extra)
            }
        }

        impl Clone for $model {
            fn clone(&self) -> Self {
                crate::runtime::clone(self)
            }
        }

        impl PartialEq for $model {
            fn eq(&self, other: &Self) -> bool {
                crate::runtime::equal(self, other)
            }
        }

        impl std::fmt::Debug for $model {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                crate::runtime::debug(self, f)
            }
        }

        impl serde::Serialize for $model {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::runtime::encode(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $model {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::runtime::decode(deserializer)
            }
        }
    };
}

pub(super) use model;
