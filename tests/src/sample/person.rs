//! Small models, one recursive and one without properties.

use super::model::{access, flag_columns, kind_column, model};

model! {
    /// A recursive model.
    Person {
        "id" id: String = Text required;
        "name" name: String = Text;
        "apiKey" api_key: String = Text secret;
        "friend" friend: Box<Person> = Model;
    }
}

model! {
    /// A model without documented properties.
    Empty {}
}
