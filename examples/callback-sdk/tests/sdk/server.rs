//! An HTTP server with responses that a test defines. It records the requests.

use std::{
    io::Cursor,
    sync::{
        Arc,
        mpsc::{Receiver, channel},
    },
    thread::{self, JoinHandle},
};

use callback_sdk::{Client, Token};
use serde_json::{Value, from_str};
use tiny_http::{Header, Request, Response};
use ureq::Agent;

/// The access token of all clients.
pub const TOKEN: &str = "sesame-2501";

/// A request that the server received.
#[derive(Debug, Clone, PartialEq)]
pub struct ReceivedRequest {
    pub method: String,
    pub url: String,
    pub body: String,
    pub authorization: Option<String>,
    pub content_type: Option<String>,
}

impl ReceivedRequest {
    fn read(request: &mut Request) -> Self {
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

    /// Returns the method and the path, with the query.
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

/// The status and the body of a response. The headers follow from the status.
pub type StatusAndBody = (u16, String);

fn response(status: u16, body: String) -> Response<Cursor<Vec<u8>>> {
    let header = match status {
        300..400 => "Location: /elsewhere",
        429 => "Retry-After: 0",
        _ => "Content-Type: application/json",
    };
    let response = Response::from_string(body).with_status_code(status);
    response.with_header(header.parse::<Header>().unwrap())
}

/// A server that runs until it is dropped.
pub struct Server {
    http: Arc<tiny_http::Server>,
    received: Receiver<ReceivedRequest>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server that responds with the result of `respond`.
    pub fn new(respond: impl Fn(&ReceivedRequest) -> StatusAndBody + Send + 'static) -> Self {
        let http = Arc::new(tiny_http::Server::http("127.0.0.1:0").unwrap());
        let (sender, receiver) = channel();
        let requests = Arc::clone(&http);
        let thread = thread::spawn(move || {
            for mut request in requests.incoming_requests() {
                let next = ReceivedRequest::read(&mut request);
                let (status, body) = respond(&next);
                sender.send(next).unwrap();
                request.respond(response(status, body)).unwrap();
            }
        });
        Self {
            http,
            received: receiver,
            thread: Some(thread),
        }
    }

    /// Starts a server with the same response to all requests.
    pub fn always(status: u16, body: &str) -> Self {
        let body = body.to_owned();
        Self::new(move |_| (status, body.clone()))
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.http.server_addr())
    }

    /// Returns a client of this server.
    pub fn client(&self) -> Client {
        client(&self.url())
    }

    /// Returns the requests since the last call.
    pub fn received(&self) -> Vec<ReceivedRequest> {
        self.received.try_iter().collect()
    }

    /// Returns the methods and paths of the requests since the last call.
    pub fn lines(&self) -> Vec<String> {
        self.received().iter().map(ReceivedRequest::line).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.http.unblock();
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has already been printed, and joining must not panic while a test unwinds.
            let _ = thread.join();
        }
    }
}

/// Returns a client for a URL, without the proxies that environment variables set.
pub fn client(url: &str) -> Client {
    let agent: Agent = Agent::config_builder().proxy(None).build().into();
    Client::new(agent, url, Token::new(TOKEN))
}
