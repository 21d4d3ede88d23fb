//! The record of the spec, the generator and the command that an export was made with.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{
    VERSION, header,
    schema::{Schema, print},
};

/// The parts of the record that are independent of the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The command, without folders.
    pub command: String,
    /// The license notice of the docs' texts.
    pub notice: Option<String>,
}

impl Provenance {
    pub(super) const PATH: &str = "provenance.toml";

    /// Returns the text of the file.
    pub(super) fn text(&self, schema: &Schema) -> String {
        let definitions = schema.definitions.len();
        let digest = digest(&print::json(schema));
        let command = toml::Value::from(self.command.as_str());
        let text = include_str!("provenance.toml.in")
            .replace("{definitions}", &definitions.to_string())
            .replace("{digest}", &digest)
            .replace("{version}", VERSION)
            .replace("{command}", &command.to_string());
        header::for_toml() + &text
    }
}

/// Returns the SHA-256 hash of a text in hexadecimal.
fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a `String` cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn the_digest_is_sha_256() {
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest(""), expected);
    }
}
