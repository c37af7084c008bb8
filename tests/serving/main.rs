//! What the server answers, as a specification.

mod answers;
mod client;
mod made;
mod odd;
mod streams;

use std::net::SocketAddr;

use client::Client;
use made::Made;
use planwright::serve::{Options, Server, Stage};

/// A server of a site, and where it listens.
struct Served {
    stage: Stage,
    address: SocketAddr,
}

impl Served {
    /// A server at any free port that shows a site as its first.
    fn of(site: Made) -> Self {
        let options = Options {
            port: 0,
            ..Options::default()
        };
        let server = Server::bind(&options).expect("a port is free");
        let address = server.address();
        let stage = server.start(site.moment(1)).expect("threads");
        Self { stage, address }
    }

    fn small() -> Self {
        Self::of(Made::small())
    }

    fn client(&self) -> Client {
        Client::to(self.address)
    }
}
