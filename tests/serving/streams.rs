//! Sites that follow one another while somebody looks on.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;

use planwright::output::{bytes_hash, to_hex};
use planwright::serve::{Finding, Options, Server};

use super::Served;
use super::client::Client;
use super::made::Made;

const HOME: &str = "/.planwright/events?path=index.html&hash=x&server=y";

/// A site whose home page says this.
fn saying(text: &str) -> Made {
    Made::small().with("index.html", text)
}

/// Opens the stream of a page.
fn follow(served: &Served, address: &str) -> Client {
    let mut client = served.client();
    client.send(format!(
        "GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n"
    ));
    let head = client.head();
    assert_eq!(head.status, 200);
    assert_eq!(head.field("content-type"), "text/event-stream");
    assert_eq!(head.field("content-encoding"), "");
    assert_eq!(head.field("cache-control"), "no-cache");
    client
}

#[test]
fn an_open_page_is_told_its_state_and_then_each_change() {
    let served = Served::of(saying("one"));
    let mut client = follow(&served, HOME);
    let (name, first) = client.event();
    assert_eq!(name, "state");
    assert_eq!(first["number"], 1);
    assert_eq!(first["page"]["path"], "index.html");
    assert_eq!(first["page"]["hash"], to_hex(bytes_hash(b"one")));
    served
        .stage
        .show(saying("one").with("goals/index.html", "new").moment(2));
    served.stage.show(saying("two").moment(3));
    let (_, second) = client.event();
    assert_eq!(second["number"], 3, "the second concerned another page");
    assert_eq!(second["page"]["hash"], to_hex(bytes_hash(b"two")));
    assert_eq!(second["server"], first["server"]);
    let mut wrong = saying("two").moment(3);
    wrong.errors = vec![Finding {
        severity: "error",
        code: "L001".to_owned(),
        message: "Nothing has the id `G9`".to_owned(),
        text: "error[L001]\nactions/a12.md:4:9".to_owned(),
        place: Some("actions/a12.md:4:9".to_owned()),
        editor: None,
    }]
    .into();
    served.stage.show(wrong);
    let (_, third) = client.event();
    assert_eq!(
        third["errors"][0]["text"],
        "error[L001]\nactions/a12.md:4:9"
    );
    served
        .stage
        .show(saying("two").without("index.html").moment(4));
    assert!(client.event().1["page"].is_null(), "the page is gone");
}

#[test]
fn an_address_without_a_page_is_told_when_there_is_one() {
    let served = Served::small();
    let mut client = follow(&served, "/.planwright/events?path=&address=%2Fgoals%2Fnew");
    assert!(client.event().1["page"].is_null());
    served
        .stage
        .show(Made::small().with("goals/new.html", "").moment(2));
    assert_eq!(client.event().1["page"]["path"], "goals/new.html");
}

#[test]
fn another_server_is_known_as_another() {
    let server = |served: &Served| follow(served, HOME).event().1["server"].clone();
    let (one, other) = (Served::small(), Served::small());
    assert_eq!(server(&one), server(&one));
    assert_ne!(server(&one), server(&other));
}

#[test]
fn the_server_ends_at_once_whoever_listens_and_frees_its_port() {
    let served = Served::small();
    let mut listening = follow(&served, HOME);
    listening.event();
    let mut kept = served.client();
    kept.get("/");
    let mut silent = served.client();
    let options = Options {
        port: served.address.port(),
        ..Options::default()
    };
    drop(served);
    assert!(listening.is_over() && kept.is_over() && silent.is_over());
    assert!(Server::bind(&options).is_ok());
}

/// A site whose number stands in whatever it answers.
fn numbered(number: u64) -> Made {
    let body = format!("<body>site {number}</body>");
    Made::default()
        .with("index.html", &body)
        .with("404.html", &body)
        .with("files/name.bin", &body)
        .alias("old.html", &format!("site {number}"))
}

/// The number of the site that an answer says it is from, and is.
fn number_of(mut answer: ureq::http::Response<ureq::Body>) -> u64 {
    let field = |name: &str| {
        let value = answer.headers().get(name)?;
        Some(value.to_str().expect("ASCII").to_owned())
    };
    let number = field("planwright-site").expect("a number");
    let (content, expected) = match field("location") {
        Some(location) => (location, format!("/site%20{number}")),
        None => (
            answer.body_mut().read_to_string().expect("a body"),
            format!("<body>site {number}<"),
        ),
    };
    assert!(content.contains(&expected), "{number}: {content}");
    number.parse().expect("a number")
}

#[test]
fn no_answer_is_ever_of_two_sites() {
    const SITES: u64 = 500;
    const READERS: usize = 8;
    const PATHS: [&str; 4] = ["", "nothing", "files/name.bin", "old"];
    let served = Served::of(numbered(1));
    let over = AtomicBool::new(false);
    let (has_read, reads) = mpsc::channel();
    let read = |reader: usize, has_read: &mpsc::Sender<()>| {
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let agent = ureq::Agent::from(config.max_redirects(0).build());
        let mut seen = 0;
        for path in PATHS.iter().cycle().skip(reader) {
            let is_last = over.load(Ordering::SeqCst);
            let answer = agent.get(format!("http://{}/{path}", served.address));
            let number = number_of(answer.call().expect("an answer"));
            assert!(seen <= number, "no site comes back");
            seen = number;
            if is_last {
                break;
            }
            has_read.send(()).expect("somebody counts");
        }
        assert_eq!(seen, SITES);
    };
    thread::scope(|scope| {
        for reader in 0..READERS {
            let (read, has_read) = (&read, has_read.clone());
            scope.spawn(move || read(reader, &has_read));
        }
        drop(has_read);
        for number in 2..=SITES {
            reads.recv().expect("readers go on");
            served.stage.show(numbered(number).moment(number));
        }
        over.store(true, Ordering::SeqCst);
    });
}
