//! A client that sends what it is told, byte by byte.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Nothing takes so long but by a fault.
const LONG: Duration = Duration::from_mins(1);

/// A connection to the server.
pub struct Client(BufReader<TcpStream>);

/// The head of an answer, and its body where it ends.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub fields: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A field of the head; empty where it is not there.
    pub fn field(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|(field, _)| field == name);
        field.map_or("", |(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    pub fn to(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream.set_read_timeout(Some(LONG)).expect("can be set");
        Self(BufReader::new(stream))
    }

    pub fn send(&mut self, request: impl AsRef<[u8]>) {
        let sent = self.0.get_mut().write_all(request.as_ref());
        sent.expect("the server reads");
    }

    /// Asks as a browser does, with more fields: `Range: bytes=0-1\r\n`.
    pub fn ask(&mut self, method: &str, address: &str, fields: &str) -> Answer {
        self.send(format!(
            "{method} {address} HTTP/1.1\r\nHost: localhost\r\n{fields}\r\n"
        ));
        self.answer(method == "HEAD")
    }

    pub fn get(&mut self, address: &str) -> Answer {
        self.ask("GET", address, "")
    }

    /// Reads an answer, of which a request for the head alone has no body.
    pub fn answer(&mut self, head_alone: bool) -> Answer {
        let mut answer = self.head();
        if head_alone || answer.status == 304 {
            return answer;
        }
        if answer.field("transfer-encoding") == "chunked" {
            while let Some(chunk) = self.chunk() {
                answer.body.extend(chunk);
            }
        } else {
            let length = answer.field("content-length").parse().expect("a length");
            answer.body = vec![0; length];
            self.0.read_exact(&mut answer.body).expect("the body");
        }
        answer
    }

    pub fn head(&mut self) -> Answer {
        let status = self.line();
        let status = status.strip_prefix("HTTP/1.").expect("an answer")[2..5].parse();
        let mut fields = Vec::new();
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            fields.push((name.to_lowercase(), value.trim().to_owned()));
        }
        Answer {
            status: status.expect("a number"),
            fields,
            body: Vec::new(),
        }
    }

    /// The next event of a stream: its name and its data.
    pub fn event(&mut self) -> (String, serde_json::Value) {
        let mut text = String::new();
        while !text.contains("\n\n") {
            let chunk = self.chunk().expect("the stream goes on");
            text += &String::from_utf8(chunk).expect("UTF-8");
        }
        let field = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.expect("a field").trim().to_owned()
        };
        let data = serde_json::from_str(&field("data:")).expect("JSON");
        (field("event:"), data)
    }

    /// Whether the server has hung up, once it has.
    pub fn is_over(&mut self) -> bool {
        !matches!(self.0.read(&mut [0; 1]), Ok(1..))
    }

    fn chunk(&mut self) -> Option<Vec<u8>> {
        let length = usize::from_str_radix(&self.line(), 16).expect("a length");
        let mut chunk = vec![0; length];
        self.0.read_exact(&mut chunk).expect("a chunk");
        assert_eq!(self.line(), "", "a chunk ends");
        (length > 0).then_some(chunk)
    }

    fn line(&mut self) -> String {
        let mut line = Vec::new();
        self.0.read_until(b'\n', &mut line).expect("a line");
        let line = String::from_utf8(line).expect("UTF-8");
        line.trim_end().to_owned()
    }
}
