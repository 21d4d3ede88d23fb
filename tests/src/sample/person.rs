//! Small models.

use super::model::{access, marks, model, word};

model! {
    /// A model that refers to itself.
    Person {
        "id" id: String = Text required;
        "name" name: String = Text;
        "apiKey" api_key: String = Text secret;
        "friend" friend: Box<Person> = Model;
    }
}

model! {
    /// A model without properties of its own.
    Empty {}
}
