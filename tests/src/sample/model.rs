//! Macros that expand to the code that the generator emits for a model.

/// Defines a model. Each property has its wire name, its field with the type, its kind, and flags.
macro_rules! model {
    ($(#[$doc:meta])* $model:ident {
        $($wire:literal $field:ident: $type:ty = $kind:ident $($flag:ident)*;)*
    }) => {
        $(#[$doc])*
        #[derive(Default)]
        pub struct $model {
            $(#[doc = concat!("`", $wire, "`")] pub $field: Option<$type>,)*
            /// The properties that the fields cannot hold.
            pub extra: crate::runtime::Extra,
        }

        impl $model {
            /// The documented properties.
            pub const PROPERTIES: crate::runtime::Properties = crate::runtime::Properties {
                definition: stringify!($model),
                lines: &[$(concat!(kind_column!($kind), flag_columns!($($flag)*), $wire)),*],
                secrets: &[],
            };
        }

        impl crate::runtime::ModelFields for $model {
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

/// The name of a kind, padded to the width of its column in a line of `PROPERTIES`.
macro_rules! kind_column {
    (Text) => {
        "string       "
    };
    (Enum) => {
        "enum         "
    };
    (CutShortEnum) => {
        "enum        +"
    };
    (CutShortList) => {
        "array       +"
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

pub(super) use kind_column;

/// The columns of the flags `required`, `read_only` and `secret` in a line of `PROPERTIES`.
macro_rules! flag_columns {
    () => {
        "  "
    };
    (required) => {
        "! "
    };
    (secret) => {
        " *"
    };
    (read_only) => {
        "- "
    };
    (read_only secret) => {
        "-*"
    };
    (required secret) => {
        "!*"
    };
}

pub(super) use flag_columns;

/// A call of the method for fields of a kind, which `FieldVisitor` and `Init` both have.
macro_rules! access {
    (Text $receiver:ident $($field:tt)*) => { $receiver.text($($field)*) };
    (Number $receiver:ident $($field:tt)*) => { $receiver.number($($field)*) };
    (Integer $receiver:ident $($field:tt)*) => { $receiver.integer($($field)*) };
    (Float $receiver:ident $($field:tt)*) => { $receiver.float($($field)*) };
    (Boolean $receiver:ident $($field:tt)*) => { $receiver.boolean($($field)*) };
    (Enum $receiver:ident $($field:tt)*) => { $receiver.open_enum($($field)*) };
    (CutShortEnum $receiver:ident $($field:tt)*) => { $receiver.open_enum($($field)*) };
    (Any $receiver:ident $($field:tt)*) => { $receiver.any($($field)*) };
    (Model $receiver:ident $($field:tt)*) => { $receiver.model($($field)*) };
    (CutShortList $receiver:ident $($field:tt)*) => { $receiver.container($($field)*) };
    (List $receiver:ident $($field:tt)*) => { $receiver.container($($field)*) };
    (Map $receiver:ident $($field:tt)*) => { $receiver.container($($field)*) };
    ($kind:ident $receiver:ident $($field:tt)*) => { $receiver.typed_string($($field)*) };
}

pub(super) use access;
