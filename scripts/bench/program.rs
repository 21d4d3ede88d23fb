//! Decodes the JSON of one of three types from standard input, and encodes it to standard output.

use std::{env, io};

use models::{CallbackMediaParticipant, Conversation, User};
use serde::{Serialize, de::DeserializeOwned};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = io::read_to_string(io::stdin())?;
    let written = match env::args().nth(1).as_deref() {
        Some("conversation") => round_trip::<Conversation>(&text)?,
        Some("user") => round_trip::<User>(&text)?,
        Some("callback") => round_trip::<CallbackMediaParticipant>(&text)?,
        _ => return Err("expected `conversation`, `user` or `callback`".into()),
    };
    println!("{written}");
    Ok(())
}

fn round_trip<T: DeserializeOwned + Serialize>(text: &str) -> serde_json::Result<String> {
    let value: T = serde_json::from_str(text)?;
    serde_json::to_string(&value)
}
