//! Requests that no browser sends, or that one was lured into.

use planwright::serve::{BindError, Options, Server, next_free};

use super::Served;

#[test]
fn a_connection_serves_many_requests_even_if_they_come_at_once() {
    let served = Served::small();
    let mut client = served.client();
    let ask = |address: &str| format!("GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    client.send([ask("/files/map.png"), ask("/nothing"), ask("/goals")].concat());
    let statuses = [(); 3].map(|()| client.answer(false).status);
    assert_eq!(statuses, [200, 404, 301], "in their order");
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert_eq!(client.answer(false).status, 200);
    assert!(client.is_over());
}

#[test]
fn other_methods_are_refused_with_those_that_are_not() {
    let served = Served::small();
    for address in [
        "/",
        "/nothing",
        "/.planwright/live.js",
        "/.planwright/events",
    ] {
        for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
            let answer = served.client().ask(method, address, "");
            assert_eq!(
                (answer.status, answer.field("allow")),
                (405, "GET,HEAD"),
                "{method}"
            );
        }
    }
}

#[test]
fn only_names_of_this_machine_are_answered() {
    let served = Served::small();
    let status = |head: &str| {
        let mut client = served.client();
        client.send(format!("{head}\r\n\r\n"));
        let answer = client.answer(false);
        (answer.status, answer.text())
    };
    for ours in [
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:8000",
        "GET / HTTP/1.1\r\nHost: plan.localhost",
        "GET http://localhost/ HTTP/1.1\r\nHost: localhost",
        "GET / HTTP/1.0",
    ] {
        assert_eq!(status(ours).0, 200, "{ours}");
    }
    assert_eq!(status("GET / HTTP/1.1").0, 400, "a host is missing");
    for address in [
        "/",
        "/.planwright/events?path=index.html",
        "/.planwright/live.js",
    ] {
        let (status, text) = status(&format!("GET {address} HTTP/1.1\r\nHost: evil.example"));
        assert_eq!(status, 421, "{address}");
        assert!(text.contains("--allow-host evil.example"), "{text}");
    }
    assert_eq!(
        status("GET http://evil.example/ HTTP/1.1\r\nHost: localhost").0,
        421
    );
}

#[test]
fn pages_of_other_sites_cannot_follow() {
    let served = Served::small();
    for field in [
        "Origin: https://evil.example",
        "Origin: http://localhost:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ] {
        let mut client = served.client();
        client.send(format!(
            "GET /.planwright/events?path=index.html HTTP/1.1\r\nHost: localhost\r\n{field}\r\n\r\n"
        ));
        let status = client.head().status;
        assert_eq!(status, 403, "{field}");
    }
}

#[test]
fn odd_requests_are_answered_and_lead_nowhere() {
    let served = Served::small();
    let long = "x".repeat(100_000);
    for (target, expected) in [
        ("/../index.html", 404),
        ("//", 404),
        ("//evil.example/", 404),
        ("/%2e%2e/index.html", 404),
        ("/goals%2findex.html", 404),
        ("/goals\\index.html", 404),
        ("/index.html%00", 404),
        ("/%ff", 404),
        ("/\u{e9}", 404),
        ("/%2eplanwright/live.js", 404),
        ("/.planwright/", 404),
        ("/.planwright/../index.html", 404),
        ("/.planwright/events?path=%ff%00", 200),
        ("/\0", 400),
        ("index.html", 421),
        ("/a b", 400),
        (&long, 414),
    ] {
        let mut client = served.client();
        client.send(format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        let status = client.head().status;
        assert!(status == expected, "{status} for {target:.40}");
    }
    for request in ["OPTIONS * HTTP/1.1", "CONNECT localhost:80 HTTP/1.1"] {
        let mut client = served.client();
        client.send(format!("{request}\r\nHost: localhost\r\n\r\n"));
        assert_eq!(client.head().status, 405, "{request}");
    }
    for garbage in ["\r\n\r\nhello\r\n\r\n", "\x16\x03\x01\x02", "GET /"] {
        served.client().send(garbage);
    }
    assert_eq!(served.client().get("/").status, 200);
}

#[test]
fn a_port_that_is_taken_is_said_with_one_that_is_free() {
    let served = Served::small();
    let port = served.address.port();
    let options = Options {
        port,
        ..Options::default()
    };
    let error = Server::bind(&options).expect_err("the port is taken");
    assert_eq!(error.to_string(), format!("port {port} is taken"));
    assert!(matches!(error, BindError::Taken(_, Some(next)) if next > port));
    assert!(next_free("127.0.0.1", port) > Some(port));
    let nowhere = Options {
        host: "192.0.2.1".to_owned(),
        ..Options::default()
    };
    let error = Server::bind(&nowhere).expect_err("not an address of this machine");
    assert!(matches!(error, BindError::Io(..)), "{error}");
}

#[test]
fn the_address_is_one_that_a_browser_can_open() {
    let url = |host: &str| {
        let options = Options {
            host: host.to_owned(),
            port: 0,
            ..Options::default()
        };
        let server = Server::bind(&options).expect("a port is free");
        let port = server.address().port();
        server.url().replace(&port.to_string(), "PORT")
    };
    assert_eq!(url("127.0.0.1"), "http://127.0.0.1:PORT/");
    assert_eq!(url("0.0.0.0"), "http://127.0.0.1:PORT/");
}
