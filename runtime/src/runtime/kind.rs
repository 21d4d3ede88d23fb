//! The kinds of values, defined in one table for models, runtime and generator.

/// Defines [`Kind`] and [`Scalar`] from a table.
///
/// The columns are the variant, the name in `PROPERTIES`, the description in violations and, for a scalar, the path of the
/// Rust type and the method of [`FieldVisitor`](super::FieldVisitor) and [`Init`](super::Init) for such fields.
macro_rules! kinds {
    (
        scalars { $(
            $(#[$scalar_doc:meta])*
            $scalar:ident $scalar_name:literal $scalar_description:literal [$($path:literal)*] $accessor:literal;
        )* }
        others { $(
            $(#[$other_doc:meta])*
            $other:ident $other_name:literal $other_description:literal;
        )* }
    ) => {
        /// The kind of a property's values.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$scalar_doc])* $scalar,)*
            $($(#[$other_doc])* $other,)*
        }

        impl Kind {
            const ALL: &'static [Self] = &[$(Self::$scalar,)* $(Self::$other,)*];

            /// Returns the name, such as `string` or `dateTime`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$scalar => $scalar_name,)*
                    $(Self::$other => $other_name,)*
                }
            }

            /// Returns the kind as a noun with its article, such as `a string`.
            pub(super) const fn description(self) -> &'static str {
                match self {
                    $(Self::$scalar => $scalar_description,)*
                    $(Self::$other => $other_description,)*
                }
            }
        }

        /// A kind with the same Rust type in every crate, such as `DateTime`.
        #[doc(hidden)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Scalar {
            $($(#[$scalar_doc])* $scalar,)*
        }

        impl Scalar {
            /// All scalars.
            pub const ALL: &'static [Self] = &[$(Self::$scalar,)*];

            /// Returns the scalar with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|scalar| scalar.kind().as_str() == name)
            }

            /// Returns the scalar as a kind.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $(Self::$scalar => Kind::$scalar,)* }
            }

            /// Returns the segments of the Rust type's path, which is relative if the first one is `runtime`.
            #[must_use]
            pub const fn type_path(self) -> &'static [&'static str] {
                match self { $(Self::$scalar => &[$($path,)*],)* }
            }

            /// Returns the name of the method of `FieldVisitor` and `Init` for fields of this type.
            #[must_use]
            pub const fn accessor(self) -> &'static str {
                match self { $(Self::$scalar => $accessor,)* }
            }
        }
    };
}

kinds! {
    scalars {
        /// Text, a [`String`].
        Text "string" "a string" ["std" "string" "String"] "text";
        /// An instant, a [`DateTime`](super::DateTime).
        DateTime "dateTime" "a string with a date-time" ["runtime" "DateTime"] "typed_string";
        /// A date and time without a time zone, a [`LocalDateTime`](super::LocalDateTime).
        LocalDateTime "localDateTime" "a string with a local date-time" ["runtime" "LocalDateTime"] "typed_string";
        /// A date, a [`Date`](super::Date).
        Date "date" "a string with a date" ["runtime" "Date"] "typed_string";
        /// A pair of instants, an [`Interval`](super::Interval).
        Interval "interval" "a string with an interval" ["runtime" "Interval"] "typed_string";
        /// A length of time, a [`Duration`](super::Duration).
        Duration "duration" "a string with a duration" ["runtime" "Duration"] "typed_string";
        /// A [`Number`](super::Number).
        Number "number" "a number" ["runtime" "Number"] "number";
        /// An [`i64`].
        Integer "i64" "an integer" ["core" "primitive" "i64"] "integer";
        /// An [`f64`].
        Float "f64" "a number" ["core" "primitive" "f64"] "float";
        /// A [`bool`].
        Boolean "boolean" "a boolean" ["core" "primitive" "bool"] "boolean";
        /// Any JSON value.
        Any "object" "any value" ["serde_json" "Value"] "any";
    }
    others {
        /// Text with listed values. Other values are possible.
        Enum "enum" "a string";
        /// Another model.
        Model "model" "an object";
        /// A list.
        List "array" "an array";
        /// An object with arbitrary names and values of one type.
        Map "map" "an object";
    }
}

impl Kind {
    /// Returns the kind with this name.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}
