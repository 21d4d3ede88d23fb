//! The token is printed neither by `Debug` nor in errors.

use callback_sdk::{Client, Token};
use ureq::Agent;

use crate::server::{Server, TOKEN};

#[test]
fn debug_does_not_print_the_token() {
    let token = Token::new(TOKEN);
    let client = Client::new(
        Agent::new_with_defaults(),
        "http://localhost",
        token.clone(),
    );
    for printed in [
        format!("{token:?}"),
        format!("{client:?}"),
        format!("{client:#?}"),
    ] {
        assert!(printed.contains("Token(..)"), "{printed}");
        assert!(!printed.contains(TOKEN), "{printed}");
    }
}

#[test]
fn errors_do_not_contain_the_token() {
    let server = Server::always(401, r#"{"message": "Who are you?"}"#);
    let error = server.client().callback("c-1").unwrap_err();
    let invalid_header = Token::new(format!("{TOKEN}\n"));
    let client = Client::new(Agent::new_with_defaults(), &server.url(), invalid_header);
    for error in [error, client.callback("c-1").unwrap_err()] {
        let printed = format!("{error} {error:?} {error:#?}");
        assert!(!printed.contains(TOKEN), "{printed}");
    }
}
