//! The server, and how it is told what to show.

use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt as _;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

use super::hosts::Hosts;
use super::listen::{BindError, Options, listen};
use super::moment::Moment;
use super::routes::{Shared, router};

/// How long the end of a server may take.
const END: Duration = Duration::from_millis(100);

/// A server that listens, and answers once it has something to show.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    hosts: Hosts,
}

impl Server {
    /// Listens at the host and port, and nowhere else.
    ///
    /// # Errors
    ///
    /// When the port is taken, or the system refuses.
    pub fn bind(options: &Options) -> Result<Self, BindError> {
        let Options {
            host,
            port,
            allowed,
        } = options;
        let listener = listen(host, *port)?;
        let address = listener.local_addr();
        let address = address.map_err(|error| BindError::Io(host.clone(), *port, error))?;
        Ok(Self {
            hosts: Hosts::new(host, address.ip(), allowed),
            listener,
            address,
        })
    }

    /// The address and the port that it listens at.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the home page on this machine.
    pub fn url(&self) -> String {
        let mut address = self.address;
        if address.ip().is_unspecified() {
            address.set_ip(match address {
                SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
                SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
            });
        }
        format!("http://{address}/")
    }

    /// Answers from now on, on threads of its own.
    ///
    /// # Errors
    ///
    /// When the system has no threads left.
    pub fn start(self, first: Moment) -> io::Result<Stage> {
        let (moments, shown) = watch::channel(first);
        let router = router(Shared {
            moments: shown,
            hosts: Arc::new(self.hosts),
            id: format!("{:016x}", RandomState::new().hash_one(self.address)).into(),
        });
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("server")
            .enable_all()
            .build()?;
        self.listener.set_nonblocking(true)?;
        let listener = {
            let _within = runtime.enter();
            tokio::net::TcpListener::from_std(self.listener)?
        };
        let listener = listener.tap_io(|stream| {
            // Without this, answers are late and still right.
            let _ = stream.set_nodelay(true);
        });
        runtime.spawn(async { axum::serve(listener, router).await });
        Ok(Stage {
            moments,
            runtime: Some(runtime),
        })
    }
}

/// What a server shows. The server ends with it, at once, whoever is still
/// listening.
#[must_use]
pub struct Stage {
    moments: watch::Sender<Moment>,
    runtime: Option<Runtime>,
}

impl Stage {
    /// Shows another moment from now on, and tells all open pages.
    pub fn show(&self, moment: Moment) {
        self.moments.send_replace(moment);
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(END);
        }
    }
}
