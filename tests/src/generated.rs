//! The generated models, and the law for them.

use genesys_runtime::Model;

use crate::law;

/// One of the generated models, to be held against the law.
pub struct Case {
    /// Its name in Rust.
    pub name: &'static str,
    /// Makes one of which nothing is set.
    pub blank: fn() -> Box<dyn Model>,
    /// Decodes and encodes it.
    pub round_trip: law::RoundTrip,
}

/// Makes a [`Case`] of each of some models.
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
