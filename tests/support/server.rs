//! The program, serving a plan.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// The program while it follows a plan; it ends when it is dropped.
pub struct Running {
    child: Child,
    lines: Mutex<Receiver<String>>,
}

/// A running server.
pub struct Server {
    running: Running,
    /// With a slash at the end.
    pub url: String,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    /// The number of the site that it is from.
    pub site: u64,
    pub bytes: Vec<u8>,
}

impl Running {
    /// Runs the program with a plan.
    pub fn start(plan: &Path, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_planwright"))
            .args(arguments)
            .args(["--today", "2026-11-23"])
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
        Self {
            child,
            lines: Mutex::new(lines),
        }
    }

    /// Waits for a line that holds some words.
    pub fn line(&self, words: &str) -> String {
        let mut said = Vec::new();
        loop {
            let lines = self.lines.lock().expect("nobody else waits");
            let line = lines.recv_timeout(Duration::from_secs(20));
            let line = line.unwrap_or_else(|_| panic!("nothing was said of {words:?}: {said:#?}"));
            if line.contains(words) {
                return line;
            }
            said.push(line);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

impl Server {
    /// Serves a plan, at any free port.
    pub fn start(plan: &Path) -> Self {
        Self::with(plan, &[])
    }

    /// Serves a plan with more arguments.
    pub fn with(plan: &Path, arguments: &[&str]) -> Self {
        let arguments = [&["serve", "--port", "0"], arguments].concat();
        let running = Running::start(plan, &arguments);
        let line = running.line("http://");
        let start = line.find("http://").expect("an address");
        let url = line[start..].split_whitespace().next();
        Self {
            url: url.expect("an address").to_owned(),
            running,
        }
    }

    /// Waits for a line that holds some words.
    pub fn line(&self, words: &str) -> String {
        self.running.line(words)
    }

    /// The text at an address, as it is in the site.
    pub fn text(&self, address: &str) -> String {
        let answer = self.plain(&client(), address);
        String::from_utf8_lossy(&answer.bytes).into_owned()
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
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.running.child.id()));
        let status = status.unwrap_or_default();
        let size = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let size = size.and_then(|size| size.trim().trim_end_matches(" kB").parse().ok());
        size.unwrap_or_default()
    }
}

/// A client that keeps its connection.
pub fn client() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(Duration::from_mins(1)));
    config.build().into()
}
