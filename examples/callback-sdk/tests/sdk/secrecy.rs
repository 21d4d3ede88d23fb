//! The token shows nowhere but in the request.

use callback_sdk::{Client, Token};

use crate::server::{Server, TOKEN, conversation};

#[test]
fn debug_does_not_show_the_token() {
    let token = Token::new(TOKEN);
    let client = Client::new("http://localhost", token.clone());
    for shown in [
        format!("{token:?}"),
        format!("{client:?}"),
        format!("{client:#?}"),
        format!("{:?}", client.callbacks(1)),
    ] {
        assert!(shown.contains("Token(..)"), "{shown}");
        assert!(!shown.contains(TOKEN), "{shown}");
    }
}

#[test]
fn errors_do_not_show_the_token() {
    let refused = Server::always(401, r#"{"message": "Who are you?"}"#);
    let error = refused.client().callback(&conversation()).unwrap_err();
    let no_header = Token::new(format!("{TOKEN}\n"));
    let client = Client::new(&refused.url(), no_header);
    for error in [error, client.callback(&conversation()).unwrap_err()] {
        let shown = format!("{error} {error:?} {error:#?}");
        assert!(!shown.contains(TOKEN), "{shown}");
    }
}
