//! `planwright links`, against a server of our own.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support::{Plan, TODAY, small_plan};

/// A server that notes what it is asked for, as in `HEAD /here`.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&asked);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let notes = Arc::clone(&notes);
                std::thread::spawn(move || answer(client, &notes));
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().expect("no panic"))
    }
}

fn answer(mut client: TcpStream, notes: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(client.try_clone().expect("a socket")).lines();
    let Some(Ok(first)) = lines.next() else {
        return;
    };
    let _headers: Vec<_> = lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect();
    let request = first.trim_end_matches(" HTTP/1.1").to_owned();
    notes.lock().expect("no panic").push(request.clone());
    let status = match request.as_str() {
        "HEAD /here" | "GET /only-get" => "200 OK",
        "HEAD /only-get" => "405 Method Not Allowed",
        "HEAD /trouble" => "500 Internal Server Error",
        "HEAD /slow" => {
            std::thread::sleep(Duration::from_secs(3));
            "200 OK"
        }
        _ => "404 Not Found",
    };
    let _gone = write!(
        client,
        "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
}

fn plan(server: &Server) -> Plan {
    let links = ["here", "only-get", "trouble", "slow", "gone"]
        .map(|path| format!("[{path}]({}/{path})", server.address));
    let nowhere = "[nowhere](http://no-such-host.invalid/x) [mail](mailto:a@example.org)";
    small_plan().file(
        "notes.md",
        &format!("# Notes\n\n{} {nowhere}\n", links.join(" ")),
    )
}

const ASK: [&str; 8] = [
    "links",
    ".",
    "--today",
    TODAY,
    "--timeout",
    "1",
    "--pause",
    "0",
];

#[test]
fn the_answers_are_recorded_and_the_dead_are_found() {
    let server = Server::start();
    let plan = plan(&server);
    assert!(
        plan.check()
            .ok()
            .findings()
            .iter()
            .all(|found| !found.contains("L011")),
        "nobody asked"
    );
    let run = plan.run(&ASK).code(1);
    assert!(
        run.stdout
            .contains(&format!("gone: {}/gone (404 Not Found", server.address)),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("/trouble (500") && run.stdout.contains("/slow (no answer in time"),
        "{}",
        run.stdout
    );
    assert!(
        !run.stdout.contains("/only-get") && !run.stdout.contains("mailto"),
        "{}",
        run.stdout
    );
    let text =
        std::fs::read_to_string(plan.folder().join("planwright-links.csv")).expect("the answers");
    assert!(
        text.starts_with("address,asked,verdict,answer\n") && text.lines().count() == 7,
        "{text}"
    );
    let run = plan.run(&[
        "check", ".", "--today", TODAY, "--format", "short", "--select", "L011",
    ]);
    assert!(run.stdout.contains("/gone` any more"), "{}", run.stdout);
    plan.build().ok();
}

#[test]
fn a_week_passes_before_it_asks_again() {
    let server = Server::start();
    let plan = plan(&server);
    plan.run(&ASK).code(1);
    assert!(server.asked().len() >= 5);
    let run = plan.run(&ASK).code(1);
    assert!(
        run.stderr.contains("for 0 of 6 addresses"),
        "{}",
        run.stderr
    );
    assert!(server.asked().is_empty());
    let later = ASK.map(|word| if word == TODAY { "2026-11-30" } else { word });
    plan.run(&later).code(1);
    assert!(server.asked().contains(&"HEAD /here".to_owned()));
}

#[test]
fn what_is_no_longer_linked_is_forgotten() {
    let server = Server::start();
    let plan = plan(&server);
    plan.run(&ASK).code(1);
    plan.write(
        "notes.md",
        format!("# Notes\n\n[here]({}/here)\n", server.address),
    );
    plan.run(&ASK).ok();
    let text =
        std::fs::read_to_string(plan.folder().join("planwright-links.csv")).expect("the answers");
    assert_eq!(text.lines().count(), 2, "{text}");
}

#[test]
fn without_a_network_nothing_is_called_dead() {
    let plan = small_plan().file(
        "notes.md",
        "# Notes\n\n[x](http://no-such-host.invalid/x)\n",
    );
    let run = plan.run(&ASK).ok();
    assert!(
        run.stdout
            .starts_with("unsure: http://no-such-host.invalid/x"),
        "{}",
        run.stdout
    );
}
