//! The program, serving a plan.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// A running server; it ends when it is dropped.
pub struct Server {
    child: Child,
    /// With a slash at the end.
    pub url: String,
    /// What it says.
    lines: Mutex<Receiver<String>>,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    /// The number of the site that it is from.
    pub site: u64,
    pub bytes: Vec<u8>,
}

impl Server {
    /// Serves a plan, at any free port.
    pub fn start(plan: &Path) -> Self {
        Self::with(plan, &[])
    }

    /// Serves a plan with more arguments.
    pub fn with(plan: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_planwright"))
            .args(["serve", "--port", "0", "--today", "2026-11-23"])
            .args(arguments)
            .arg(plan)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let err = BufReader::new(child.stderr.take().expect("piped"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in err.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let mut server = Self {
            child,
            url: String::new(),
            lines: Mutex::new(lines),
        };
        let line = server.line("http://");
        let start = line.find("http://").expect("an address");
        let url = line[start..].split_whitespace().next();
        url.unwrap_or_default().clone_into(&mut server.url);
        server
    }

    /// Waits for a line that holds some words.
    pub fn line(&self, words: &str) -> String {
        loop {
            let lines = self.lines.lock().expect("nobody else waits");
            let line = lines.recv_timeout(Duration::from_secs(60));
            let line = line.unwrap_or_else(|_| panic!("nothing was said of {words:?}"));
            if line.contains(words) {
                return line;
            }
        }
    }

    /// A client that keeps its connection.
    pub fn agent(&self) -> ureq::Agent {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(60)));
        config.build().into()
    }

    /// The file at an address, as it is in the site.
    pub fn plain(&self, agent: &ureq::Agent, address: &str) -> Answer {
        let request = agent.get(format!("{}{address}", self.url));
        let answer = request
            .header("Planwright-Plain", "1")
            .call()
            .expect("an answer");
        let status = answer.status().as_u16();
        let site = answer.headers().get("Planwright-Site");
        let site = site.and_then(|site| site.to_str().ok()?.parse().ok());
        let mut bytes = Vec::new();
        let read = answer.into_body().into_reader().read_to_end(&mut bytes);
        read.expect("whole");
        Answer {
            status,
            site: site.expect("each answer says which site it is from"),
            bytes,
        }
    }

    /// The memory that it takes, in kB; 0 where the system does not tell.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let size = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let size = size.and_then(|size| size.trim().trim_end_matches(" kB").parse().ok());
        size.unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}
