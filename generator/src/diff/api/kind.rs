//! The kinds of changes to APIs.

use crate::diff::ChangeLevel;

/// Defines the kinds with their names in JSON and their levels.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $name:literal $level:ident)*) => {
        /// The kind of a change to an API. A report sorts the changes below a heading in the order of these variants.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ApiChangeKind {
            $($(#[$doc])* $variant,)*
        }

        impl ApiChangeKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the kind's name in JSON, such as `parameter-added`. These names are stable.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Returns the level of all changes of this kind.
            #[must_use]
            pub const fn level(self) -> ChangeLevel {
                match self { $(Self::$variant => ChangeLevel::$level,)* }
            }
        }
    };
}

kinds! {
    /// An API page was removed.
    ApiRemoved "api-removed" Major
    /// An API page was added.
    ApiAdded "api-added" Minor
    /// The description of an API page changed.
    ApiDescriptionChanged "api-description-changed" Point
    /// A path was removed, with all its operations.
    PathRemoved "path-removed" Major
    /// A path was added. Its operations are listed, too.
    PathAdded "path-added" Minor
    /// An operation was removed from a path that still exists.
    OperationRemoved "operation-removed" Major
    /// An operation was added.
    OperationAdded "operation-added" Minor
    /// The name of a method changed.
    MethodNameChanged "method-name-changed" Major
    /// An API page no longer lists the operation.
    TagRemoved "tag-removed" Major
    /// An API page now lists the operation.
    TagAdded "tag-added" Major
    /// An operation was deprecated.
    Deprecated "deprecated" Major
    /// An operation is no longer deprecated.
    Undeprecated "undeprecated" Major
    /// A parameter was removed.
    ParameterRemoved "parameter-removed" Major
    /// The part of the request that contains a parameter changed.
    ParameterPlaceChanged "parameter-place-changed" Major
    /// The type of a parameter changed.
    ParameterTypeChanged "parameter-type-changed" Major
    /// A parameter became required.
    ParameterRequiredAdded "parameter-required-added" Major
    /// A parameter is no longer required.
    ParameterRequiredRemoved "parameter-required-removed" Minor
    /// A parameter was added, required or not.
    ParameterAdded "parameter-added" Major
    /// A value was removed from the listed values of a parameter.
    ParameterValueRemoved "parameter-value-removed" Major
    /// A value was added to the listed values of a parameter.
    ParameterValueAdded "parameter-value-added" Minor
    /// A response was removed.
    ResponseRemoved "response-removed" Major
    /// The type of a response changed.
    ResponseTypeChanged "response-type-changed" Major
    /// A response was added.
    ResponseAdded "response-added" Minor
    /// The summary of an operation changed.
    SummaryChanged "summary-changed" Point
    /// The description of an operation changed.
    OperationDescriptionChanged "operation-description-changed" Point
    /// The notice of a deprecated operation changed.
    DeprecationNoticeChanged "deprecation-notice-changed" Point
    /// The description of a parameter changed.
    ParameterDescriptionChanged "parameter-description-changed" Point
    /// The description of a response changed.
    ResponseDescriptionChanged "response-description-changed" Point
}
