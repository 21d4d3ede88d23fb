//! The names of properties that overrides call secrets.

use quote::quote;

use super::format::{format, not_rust};
use crate::{diagnostic::Diagnostic, header};

/// The file's text; without names, that of the runtime itself.
pub fn emit(names: &[String]) -> Result<String, Vec<Diagnostic>> {
    let tokens = quote! {
        #![doc = " Names of properties that are secrets because an override says so, beyond what the names tell."]

        /// The names, of documented and undocumented properties.
        pub const SECRET_NAMES: &[&str] = &[#(#names),*];
    };
    Ok(header::for_all() + &format(tokens).map_err(|error| not_rust(&error))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_names_the_runtime_stays_as_it_is() {
        let carried = include_str!("../../runtime/secret_names.rs");
        let squeezed = |text: &str| text.replace('\n', "");
        assert_eq!(
            squeezed(&emit(&[]).unwrap()),
            squeezed(&(header::for_all() + carried))
        );
    }

    #[test]
    fn names_are_listed() {
        let text = emit(&["meetingLink".to_owned()]).unwrap();
        assert!(text.contains(r#"&["meetingLink"]"#), "{text}");
    }
}
