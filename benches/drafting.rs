//! How long it takes from saving a file to the changed page in the browser.
//!
//! `cargo bench --bench drafting` runs the program itself on plans of 100,
//! 1,000 and 10,000 items on disk, with a client that does what a browser
//! does: it holds the event stream of a page, and fetches the page when it is
//! told that it has changed. The time is that from before the file is written
//! to the last byte of the new page; it has in it the 12 ms that are waited
//! for more to come. Add sizes to run only these: `… -- 100 1000`.

#![expect(
    clippy::disallowed_methods,
    reason = "it writes a plan on disk, and measures time"
)]

#[expect(dead_code, reason = "it is made on disk")]
#[path = "../tests/support/memory.rs"]
mod memory;
#[expect(dead_code, reason = "plans with faults are for other benches")]
#[path = "../tests/support/synthetic.rs"]
mod synthetic;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often each edit is made.
const TIMES: usize = 20;

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|it| it.parse().ok()).collect();
    let sizes = if sizes.is_empty() {
        vec![100, 1_000, 10_000]
    } else {
        sizes
    };
    println!("| items | edit | median | slowest tenth | slowest |");
    println!("|---|---|---|---|---|");
    for items in sizes {
        run(items);
    }
}

/// A file before, and what is written in it the n-th time.
struct Edit {
    name: &'static str,
    file: &'static str,
    page: &'static str,
    text: fn(&str, usize) -> Option<String>,
    /// Which times are measured: the others only lead back.
    counts: fn(usize) -> bool,
}

const EDITS: [Edit; 6] = [
    Edit {
        name: "body of an action, its page",
        file: "actions/A1.md",
        page: "actions/a1.html",
        text: |text, n| Some(format!("{text}\nAnd more, for the {n}. time.\n")),
        counts: |_| true,
    },
    Edit {
        name: "title of an action, the page of its strategy",
        file: "actions/A1.md",
        page: "strategies/s1.html",
        text: |text, n| Some(text.replacen("# Item", &format!("# The {n}. item"), 1)),
        counts: |_| true,
    },
    Edit {
        name: "status of an action, the home page",
        file: "actions/A1.md",
        page: "index.html",
        text: |text, n| {
            let status = ["done", "planned"][n % 2];
            Some(text.replacen("status: active", &format!("status: {status}"), 1))
        },
        counts: |_| true,
    },
    Edit {
        name: "new file, its page",
        file: "actions/New.md",
        page: "actions/new.html",
        text: |_, n| (n % 2 == 0).then(|| "---\nsupports: S1\n---\n# New\n".to_owned()),
        counts: |n| n % 2 == 0,
    },
    Edit {
        name: "deleted file, the page of its strategy",
        file: "actions/New.md",
        page: "strategies/s1.html",
        text: |_, n| (n % 2 == 0).then(|| format!("---\nsupports: S1\n---\n# New {n}\n")),
        counts: |n| n % 2 == 1,
    },
    Edit {
        name: "template of items, the page of an action",
        file: "theme/templates/item.html",
        page: "actions/a1.html",
        text: |_, n| Some(template(n)),
        counts: |_| true,
    },
];

fn run(items: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = folder.path();
    for (path, text) in synthetic::synthetic(items) {
        write(&plan.join(path), &text);
    }
    write(&plan.join("theme/templates/item.html"), &template(TIMES));
    let mut server = Server::start(plan);
    for edit in &EDITS {
        let path = plan.join(edit.file);
        let before = fs::read_to_string(&path).unwrap_or_default();
        let mut page = Page::open(&server.url, edit.page);
        let mut times = Vec::new();
        for n in 0..TIMES {
            let start = Instant::now();
            match (edit.text)(&before, n) {
                Some(text) => write(&path, &text),
                None => fs::remove_file(&path).unwrap_or_default(),
            }
            page.changed(&server.url, edit.page);
            if (edit.counts)(n) {
                times.push(start.elapsed());
            }
            std::thread::sleep(Duration::from_millis(if items > 5_000 { 300 } else { 60 }));
        }
        if before.is_empty() {
            fs::remove_file(&path).unwrap_or_default();
        } else {
            write(&path, &before);
        }
        std::thread::sleep(Duration::from_millis(500));
        times.sort();
        let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
        let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1_000.0);
        println!(
            "| {items} | {} | {} | {} | {} |",
            edit.name,
            ms(at(50)),
            ms(at(90)),
            ms(at(100))
        );
    }
    server.end();
}

fn template(n: usize) -> String {
    let name = "{% extends \"default/item.html\" %}{% block colophon %}";
    format!("{name}<p>Template {n}</p>{{% endblock %}}\n")
}

fn write(path: &Path, text: &str) {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).expect("a folder");
    }
    fs::write(path, text).expect("a file");
}

/// The program, serving.
struct Server {
    child: Child,
    url: String,
}

impl Server {
    fn start(plan: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_planwright"))
            .args(["serve", "--port", "0", "--today", "2026-11-23"])
            .arg(plan)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines();
        let mut url = None;
        let mut is_ready = false;
        while url.is_none() || !is_ready {
            let line = lines.next().expect("a line").expect("text");
            is_ready |= line.contains("pages from");
            url = url.or_else(|| {
                let start = line.find("http://")?;
                let url = line[start..].split_whitespace().next()?;
                Some(url.to_owned())
            });
        }
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            child,
            url: url.expect("found"),
        }
    }

    fn end(&mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ran");
    }
}

/// An open page, told of its changes.
struct Page {
    events: Box<dyn Iterator<Item = std::io::Result<String>>>,
    /// What was last told of it.
    told: String,
    agent: ureq::Agent,
}

impl Page {
    fn open(url: &str, path: &str) -> Self {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        let stream = agent.get(format!("{url}.planwright/events?path={path}"));
        let stream = stream.call().expect("events").into_body().into_reader();
        let mut page = Self {
            events: Box::new(BufReader::new(stream).lines()),
            told: String::new(),
            agent,
        };
        page.told = page.state();
        page
    }

    /// Waits until the page is another one, and fetches it.
    fn changed(&mut self, url: &str, path: &str) {
        let last = self.told.clone();
        while self.told == last {
            self.told = self.state();
        }
        let mut bytes = Vec::new();
        let answer = self
            .agent
            .get(format!("{url}{path}"))
            .call()
            .expect("an answer");
        let body = answer.into_body().into_reader().read_to_end(&mut bytes);
        assert!(body.expect("bytes") > 0);
    }

    /// What is next told of the page.
    fn state(&mut self) -> String {
        loop {
            let line = self.events.next().expect("a stream").expect("text");
            if let Some(data) = line.strip_prefix("data:") {
                let state: serde_json::Value = serde_json::from_str(data).expect("JSON");
                return state["page"].to_string();
            }
        }
    }
}
