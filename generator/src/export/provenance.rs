//! Where an export comes from.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{header, output::runtime::VERSION, pipeline::Generated, schema::print};

/// The path of the file that tells it.
pub const PATH: &str = "provenance.toml";

/// Where an export comes from, beyond the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The command that makes it, without the folders, which are one machine's.
    pub command: String,
    /// The notice that goes with the docs' texts, where they have one.
    pub notice: Option<String>,
}

impl Provenance {
    /// The text of the file.
    pub(super) fn text(&self, generated: &Generated) -> String {
        let definitions = generated.schema.definitions.len();
        let digest = digest(&print::json(&generated.schema));
        let command = toml::Value::from(self.command.as_str());
        let text = include_str!("provenance.toml.in")
            .replace("{definitions}", &definitions.to_string())
            .replace("{digest}", &digest)
            .replace("{version}", VERSION)
            .replace("{command}", &command.to_string());
        header::for_toml() + &text
    }
}

/// The SHA-256 of a text, in hexadecimal digits.
fn digest(text: &str) -> String {
    let bytes = Sha256::digest(text.as_bytes());
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string never fails.
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
