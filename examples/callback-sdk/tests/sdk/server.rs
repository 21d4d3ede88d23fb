//! An HTTP server that answers as a test tells it, and keeps what it was asked.

use std::{
    io::Cursor,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    thread::{self, JoinHandle},
};

use callback_sdk::{Client, ConversationId, ParticipantId, Token};
use serde_json::{Value, from_str};
use tiny_http::{Header, Request, Response};
use ureq::Agent;

/// What the clients here prove to be who they are with.
pub const TOKEN: &str = "sesame-2501";

/// A request that arrived.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub method: String,
    pub url: String,
    pub body: String,
    pub authorization: Option<String>,
    pub content_type: Option<String>,
}

impl Seen {
    fn of(request: &mut Request) -> Self {
        let mut body = String::new();
        request.as_reader().read_to_string(&mut body).unwrap();
        Self {
            method: request.method().to_string(),
            url: request.url().to_owned(),
            body,
            authorization: header(request, "Authorization"),
            content_type: header(request, "Content-Type"),
        }
    }

    pub fn json(&self) -> Value {
        from_str(&self.body).unwrap()
    }

    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.url)
    }
}

fn header(request: &Request, name: &'static str) -> Option<String> {
    let header = request
        .headers()
        .iter()
        .find(|header| header.field.equiv(name));
    header.map(|header| header.value.to_string())
}

/// A status and a body. What is redirected is sent to [`ELSEWHERE`].
pub type Answer = (u16, String);

const ELSEWHERE: &str = "Location: /elsewhere";

fn response(status: u16, body: String) -> Response<Cursor<Vec<u8>>> {
    let response = Response::from_string(body).with_status_code(status);
    if (300..400).contains(&status) {
        return response.with_header(ELSEWHERE.parse::<Header>().unwrap());
    }
    response
}

/// The server, until it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    seen: Receiver<Seen>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub fn new(answer: impl Fn(&Seen) -> Answer + Send + 'static) -> Self {
        let http = Arc::new(tiny_http::Server::http("127.0.0.1:0").unwrap());
        let (sender, receiver) = channel();
        let requests = Arc::clone(&http);
        let thread = thread::spawn(move || {
            for mut request in requests.incoming_requests() {
                let seen = Seen::of(&mut request);
                let (status, body) = answer(&seen);
                sender.send(seen).unwrap();
                request.respond(response(status, body)).unwrap();
            }
        });
        Self {
            http,
            seen: receiver,
            thread: Some(thread),
        }
    }

    /// A server that gives everything the same answer.
    pub fn always(status: u16, body: &str) -> Self {
        let body = body.to_owned();
        Self::new(move |_| (status, body.clone()))
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.http.server_addr())
    }

    /// A client for it.
    pub fn client(&self) -> Client {
        client(&self.url())
    }

    /// The requests since this was last asked.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.try_iter().collect()
    }

    /// The first lines of the requests since this was last asked.
    pub fn lines(&self) -> Vec<String> {
        self.seen().iter().map(Seen::line).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.http.unblock();
        if let Some(thread) = self.thread.take() {
            // A test that has failed has told why already.
            let _ = thread.join();
        }
    }
}

/// A client for what is at a URL, whatever proxies the environment names.
pub fn client(url: &str) -> Client {
    let agent: Agent = Agent::config_builder().proxy(None).build().into();
    Client::with_agent(agent, url, Token::new(TOKEN))
}

pub fn conversation() -> ConversationId {
    ConversationId::new("c-1")
}

pub fn participant() -> ParticipantId {
    ParticipantId::new("p-1")
}
