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
            pub const PROPERTIES: crate::runtime::Properties = crate::runtime::Properties {
                definition: stringify!($model),
                lines: &[$(concat!(word!($kind), marks!($($flag)*), $wire)),*],
                secrets: &[],
            };
        }

        impl crate::runtime::Model for $model {
            fn visit_fields<'a>(&'a self, visitor: &mut crate::runtime::FieldVisitor<'_, 'a>) {
                visitor.meta(Self::PROPERTIES, &self.extra);
                $(access!($kind visitor &self.$field);)*
            }

            fn field_mut(&mut self, index: usize, init: crate::runtime::Init) -> crate::runtime::ValueMut<'_> {
                let names: &[&str] = &[$($wire),*];
                match names.get(index).copied() {
                    $(Some($wire) => access!($kind init &mut self.$field),)*
                    _ => init.meta(Self::PROPERTIES, &mut self.extra),
                }
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

/// A kind in the eight columns of its line.
macro_rules! word {
    (Text) => {
        "string       "
    };
    (Enum) => {
        "enum         "
    };
    (DateTime) => {
        "dateTime     "
    };
    (LocalDateTime) => {
        "localDateTime"
    };
    (Date) => {
        "date         "
    };
    (Interval) => {
        "interval     "
    };
    (Duration) => {
        "duration     "
    };
    (Number) => {
        "number       "
    };
    (Integer) => {
        "i64          "
    };
    (Float) => {
        "f64          "
    };
    (Boolean) => {
        "boolean      "
    };
    (Any) => {
        "object       "
    };
    (Model) => {
        "model        "
    };
    (List) => {
        "array        "
    };
    (Map) => {
        "map          "
    };
}

pub(super) use word;

/// The marks of a required and a secret property.
macro_rules! marks {
    () => {
        "  "
    };
    (required) => {
        "! "
    };
    (secret) => {
        " *"
    };
    (required secret) => {
        "!*"
    };
}

pub(super) use marks;

/// The method that hands out fields of a kind.
macro_rules! access {
    (Text $by:ident $($field:tt)*) => { $by.text($($field)*) };
    (Number $by:ident $($field:tt)*) => { $by.number($($field)*) };
    (Integer $by:ident $($field:tt)*) => { $by.integer($($field)*) };
    (Float $by:ident $($field:tt)*) => { $by.float($($field)*) };
    (Boolean $by:ident $($field:tt)*) => { $by.boolean($($field)*) };
    (Any $by:ident $($field:tt)*) => { $by.any($($field)*) };
    (Model $by:ident $($field:tt)*) => { $by.model($($field)*) };
    (List $by:ident $($field:tt)*) => { $by.container($($field)*) };
    (Map $by:ident $($field:tt)*) => { $by.container($($field)*) };
    ($token:ident $by:ident $($field:tt)*) => { $by.typed_string($($field)*) };
}

pub(super) use access;
