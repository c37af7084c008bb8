//! Where a server listens, and why it cannot.

use std::fmt;
use std::io;
use std::net::TcpListener;

/// How many ports after a taken one are tried.
const NEAR: usize = 100;

/// Where a server listens, and to which names it answers.
#[derive(Debug, Clone)]
pub struct Options {
    /// A name or an IP address of this machine.
    pub host: String,
    /// The port; 0 for any that is free.
    pub port: u16,
    /// More names that lead here; `*.example.org` for all below one.
    pub allowed: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            host: "127.0.0.1".to_owned(),
            port: 8000,
            allowed: Vec::new(),
        }
    }
}

/// Why a server cannot listen.
#[derive(Debug)]
pub enum BindError {
    /// Another program listens at the port; with the next one that is free.
    Taken(u16, Option<u16>),
    /// The system refuses the host and port.
    Io(String, u16, io::Error),
}

impl BindError {
    /// What to do about it, as a sentence without a full stop.
    pub fn help(&self) -> String {
        match self {
            Self::Taken(_, Some(next)) => format!("try --port {next}"),
            Self::Taken(_, None) => "give another port with --port".to_owned(),
            Self::Io(..) => "give another --host or --port".to_owned(),
        }
    }
}

impl fmt::Display for BindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(port, _) => write!(f, "port {port} is taken"),
            Self::Io(host, port, error) => {
                write!(f, "cannot listen at `{host}`, port {port}: {error}")
            }
        }
    }
}

impl std::error::Error for BindError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Taken(..) => None,
            Self::Io(_, _, error) => Some(error),
        }
    }
}

/// Listens at the host and port, and nowhere else.
pub(super) fn listen(host: &str, port: u16) -> Result<TcpListener, BindError> {
    TcpListener::bind((host, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => BindError::Taken(port, next_free(host, port)),
        _ => BindError::Io(host.to_owned(), port, error),
    })
}

/// The first port after one that is free.
pub fn next_free(host: &str, port: u16) -> Option<u16> {
    let mut near = (port..=u16::MAX).skip(1).take(NEAR);
    near.find(|port| TcpListener::bind((host, *port)).is_ok())
}
