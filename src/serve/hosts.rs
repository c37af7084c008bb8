//! Who may ask: no page of another site, not even one whose name has been made
//! to lead to this machine (DNS rebinding).

use std::net::IpAddr;

use axum::http::uri::Authority;
use axum::http::{HeaderMap, Request, StatusCode, Version, header};

/// The names that the server answers to.
#[derive(Debug)]
pub(super) struct Hosts {
    /// Names in lower case; `*.` before one stands for any below it.
    names: Vec<String>,
    /// Whether other machines can reach the server: any address that leads
    /// here is then a right one, and a number cannot be made to lead elsewhere.
    is_open: bool,
}

/// Why a request is not answered: the status, and a text that says what can
/// be done.
pub(super) type Refusal = (StatusCode, String);

impl Hosts {
    /// The names of a server that was told to listen at `host`, which is at
    /// that address, and what else it is told to answer to.
    pub fn new(host: &str, at: IpAddr, allowed: &[String]) -> Self {
        let known = ["localhost", "*.localhost", host].into_iter();
        let names = known.chain(allowed.iter().map(String::as_str));
        Self {
            names: names.map(str::to_lowercase).collect(),
            is_open: !at.to_canonical().is_loopback(),
        }
    }

    /// Whether a request may be answered. Browsers have always named the host,
    /// so an old program that names none is none that somebody has lured here.
    pub fn check<B>(&self, request: &Request<B>) -> Result<(), Refusal> {
        let mut fields = request.headers().get_all(header::HOST).iter();
        let (named, more) = (fields.next(), fields.next());
        let named = named.map(|host| host.to_str().unwrap_or_default());
        let is_old = request.version() < Version::HTTP_11;
        if more.is_some() || (named.is_none() && !is_old) {
            let text = "The request has to name one host.\n".to_owned();
            return Err((StatusCode::BAD_REQUEST, text));
        }
        let in_address = request.uri().authority().map(Authority::as_str);
        match named
            .into_iter()
            .chain(in_address)
            .find(|host| !self.has(host))
        {
            None => Ok(()),
            Some(host) => Err((StatusCode::MISDIRECTED_REQUEST, not_ours(host))),
        }
    }

    /// Whether a host is one of ours, whatever the port.
    fn has(&self, host: &str) -> bool {
        let Some(name) = name(host) else {
            return false;
        };
        if let Ok(ip) = name.parse::<IpAddr>() {
            return self.is_open || ip.to_canonical().is_loopback() || self.names.contains(&name);
        }
        self.names
            .iter()
            .any(|known| match known.strip_prefix('*') {
                Some(ending) => name.len() > ending.len() && name.ends_with(ending),
                None => *known == name,
            })
    }
}

/// The name of a host in lower case, without port, brackets and last dot.
fn name(host: &str) -> Option<String> {
    let authority: Authority = host.parse().ok()?;
    if host.contains('@') {
        return None;
    }
    let name = authority.host().to_lowercase();
    let name = match name.strip_prefix('[') {
        Some(number) => number.strip_suffix(']')?,
        None => name.strip_suffix('.').unwrap_or(&name),
    };
    (!name.is_empty()).then(|| name.to_owned())
}

fn not_ours(host: &str) -> String {
    let name = name(host).unwrap_or_else(|| "NAME".to_owned());
    format!(
        "This server does not answer to {host:?}, so that no other site can read the plan.\n\
         If the name is yours, start the server with --allow-host {name}\n"
    )
}

/// Whether a page of another site asks.
pub(super) fn is_foreign(headers: &HeaderMap) -> bool {
    let text = |name: &str| Some(headers.get(name)?.to_str().unwrap_or_default());
    if let Some(from) = text("sec-fetch-site") {
        return !["same-origin", "none"].contains(&from);
    }
    let host = text("host").unwrap_or_default();
    let is_other = |origin: &str| origin.split_once("://").is_none_or(|(_, of)| of != host);
    text("origin").is_some_and(is_other)
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use axum::http::{HeaderMap, Request, StatusCode, Version};

    use super::{Hosts, is_foreign};

    fn at(host: &str, address: &str) -> Hosts {
        let address: IpAddr = address.parse().unwrap();
        Hosts::new(
            host,
            address,
            &["Plan.Example".to_owned(), "*.dev.example".to_owned()],
        )
    }

    #[test]
    fn a_server_of_this_machine_answers_to_its_own_names() {
        let hosts = at("127.0.0.1", "127.0.0.1");
        for ours in [
            "localhost",
            "localhost:8000",
            "LocalHost.:1",
            "plan.localhost:8000",
            "127.0.0.1",
            "127.0.0.1:80",
            "127.9.9.9:8000",
            "[::1]",
            "[::1]:8000",
            "[::ffff:127.0.0.1]:8000",
            "plan.example",
            "PLAN.example:9",
            "a.dev.example",
        ] {
            assert!(hosts.has(ours), "{ours}");
        }
    }

    #[test]
    fn it_answers_to_no_other() {
        let hosts = at("127.0.0.1", "127.0.0.1");
        for other in [
            "",
            ":8000",
            "evil.example",
            "localhost.evil.example",
            "evillocalhost",
            "127.0.0.1.evil.example",
            "localhost@evil.example",
            "evil.example@localhost",
            "192.168.1.7",
            "0.0.0.0:8000",
            "[::2]",
            "[::1",
            "localhost/x",
            "localhost evil.example",
            "dev.example",
            ".dev.example",
            "sub.plan.example",
        ] {
            assert!(!hosts.has(other), "{other}");
        }
    }

    #[test]
    fn a_server_for_others_answers_to_any_number_and_its_name() {
        let hosts = at("plan.lan", "192.168.1.7");
        for ours in [
            "192.168.1.7:8000",
            "10.0.0.1",
            "[fe80::1]",
            "plan.lan",
            "localhost",
        ] {
            assert!(hosts.has(ours), "{ours}");
        }
        assert!(!hosts.has("evil.example"));
        assert!(at("0.0.0.0", "0.0.0.0").has("10.0.0.1:8000"));
    }

    #[track_caller]
    fn refused(version: Version, address: &str, named: &[&str]) -> Option<(StatusCode, String)> {
        let mut request = Request::builder().version(version).uri(address);
        for host in named {
            request = request.header("host", *host);
        }
        let request = request.body(()).unwrap();
        at("127.0.0.1", "127.0.0.1").check(&request).err()
    }

    #[test]
    fn a_request_names_one_host_and_the_right_one() {
        assert_eq!(refused(Version::HTTP_11, "/", &["localhost"]), None);
        assert_eq!(
            refused(Version::HTTP_11, "http://localhost/", &["localhost"]),
            None
        );
        assert_eq!(refused(Version::HTTP_10, "/", &[]), None);
        for (address, named, expected) in [
            ("/", &[][..], StatusCode::BAD_REQUEST),
            ("/", &["localhost", "localhost"], StatusCode::BAD_REQUEST),
            ("/", &["evil.example"], StatusCode::MISDIRECTED_REQUEST),
            (
                "http://evil.example/",
                &["localhost"],
                StatusCode::MISDIRECTED_REQUEST,
            ),
            (
                "http://localhost/",
                &["evil.example"],
                StatusCode::MISDIRECTED_REQUEST,
            ),
        ] {
            let status = refused(Version::HTTP_11, address, named).map(|(status, _)| status);
            assert_eq!(status, Some(expected), "{address} {named:?}");
        }
    }

    #[test]
    fn a_refusal_says_what_lets_the_name_in() {
        let (_, text) = refused(Version::HTTP_11, "/", &["Plan.Lan:8000"]).unwrap();
        assert!(text.contains("--allow-host plan.lan\n"), "{text}");
    }

    #[test]
    fn pages_of_other_sites_are_foreign() {
        for (fields, expected) in [
            (&[("host", "localhost:8000")][..], false),
            (&[("origin", "http://localhost:8000")], false),
            (&[("origin", "http://localhost:3000")], true),
            (&[("origin", "https://evil.example")], true),
            (&[("origin", "null")], true),
            (&[("sec-fetch-site", "same-origin")], false),
            (&[("sec-fetch-site", "none")], false),
            (&[("sec-fetch-site", "same-site")], true),
            (&[("sec-fetch-site", "cross-site")], true),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("host", "localhost:8000".parse().unwrap());
            for (name, value) in fields {
                headers.insert(*name, value.parse().unwrap());
            }
            assert_eq!(is_foreign(&headers), expected, "{fields:?}");
        }
    }
}
