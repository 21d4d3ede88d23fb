//! The generated models as test cases for the laws in [`law`].

use genesys_runtime::Model;

use crate::law;

/// A generated model, and the functions that tests of the laws call.
pub struct Case {
    /// The name of its type.
    pub name: &'static str,
    /// Creates a model without any property set.
    pub blank: fn() -> Box<dyn Model>,
    /// Decodes a payload and encodes it again.
    pub round_trip: law::RoundTrip,
}

/// Creates an array with a [`Case`] for each of the models.
#[macro_export]
macro_rules! cases {
    ($($model:ident),* $(,)?) => {
        [$($crate::generated::Case {
            name: stringify!($model),
            blank: || Box::new(<genesys_models::$model as Default>::default()),
            round_trip: |text| serde_json::to_string(&serde_json::from_str::<genesys_models::$model>(text)?),
        }),*]
    };
}
