//! The recipes of the manual, run as they stand there but for addresses and
//! folders.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use planwright::diagnostic::SourceId;
use planwright::value::{Data, Value, parse_yaml};

use crate::bucket;
use crate::dav::{Running, free_port, wait_for};
use crate::support::server::client;
use crate::support::{Plan, small_plan};

const PAGE: &str = include_str!("../../src/reference/publishing.md");

/// The first block in a language under a heading.
fn block(heading: &str, language: &str) -> String {
    let (_, rest) = PAGE
        .split_once(&format!(" {heading}\n"))
        .unwrap_or_else(|| panic!("no heading {heading}"));
    let (_, rest) = rest
        .split_once(&format!("```{language}\n"))
        .unwrap_or_else(|| panic!("no {language} under {heading}"));
    let (block, _) = rest.split_once("\n```").expect("the end of the block");
    block.to_owned()
}

const HOST: &str = "A web server on the same machine";

/// A machine with a plan, whose `/srv` is a folder of its own.
struct Machine {
    root: tempfile::TempDir,
    plan: Plan,
}

impl Machine {
    fn new(settings: &str) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(root.path().join("srv/www")).expect("a folder");
        let machine = Self {
            plan: small_plan(),
            root,
        };
        machine.plan.write("plan.toml", machine.here(settings));
        machine
    }

    /// A recipe for this machine.
    fn here(&self, recipe: &str) -> String {
        recipe.replace("/srv/", &format!("{}/srv/", self.root.path().display()))
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    /// Runs lines of a shell in a folder, with the program on the path.
    fn shell(&self, lines: &str, folder: &Path, environment: &[(&str, &str)]) {
        let program = Path::new(env!("CARGO_BIN_EXE_planwright"));
        let folders = program.parent().expect("a folder").display();
        let path = format!("{folders}:{}", std::env::var("PATH").unwrap_or_default());
        let mut bash = Command::new("bash");
        bash.args(["-euo", "pipefail", "-c", &self.here(lines)])
            .current_dir(folder)
            .env("PATH", path)
            .env("HOME", self.root.path())
            .envs(environment.iter().copied());
        let run = bash.output().expect("bash");
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{lines}\n{said}");
    }

    /// Publishes as the first recipe says.
    fn publish(&self) {
        self.shell(&block(HOST, "sh"), &self.plan.folder(), &[]);
    }
}

/// What must hold of a site at `/plan/`.
fn shows_the_plan(port: u16, encodings: &[&str]) {
    let get = |path: &str, encoding: &str| {
        let request = client().get(format!("http://127.0.0.1:{port}{path}"));
        let request = request.header("Host", "plan.example.org");
        let answer = request.header("Accept-Encoding", encoding).call();
        answer.expect("an answer")
    };
    let text = |answer: ureq::http::Response<ureq::Body>| {
        let mut text = String::new();
        let read = answer.into_body().into_reader().read_to_string(&mut text);
        read.expect("text");
        text
    };
    let home = get("/plan/", "identity");
    assert_eq!(home.status(), 200);
    let header = |name: &str| home.headers()[name].to_str().expect("text").to_owned();
    assert!(header("content-type").starts_with("text/html"));
    assert_eq!(header("cache-control"), "no-cache");
    assert!(text(home).contains("Everybody reads"));
    let action = get("/plan/actions/a1.html", "identity");
    assert!(text(action).contains("Buy a bus"));
    let missing = get("/plan/actions/none.html", "identity");
    assert_eq!(missing.status(), 404);
    for encoding in encodings {
        let packed = get("/plan/", encoding);
        assert_eq!(packed.headers()["content-encoding"], *encoding);
    }
}

#[test]
#[ignore = "needs nginx; the gate runs it"]
fn nginx_shows_the_site() {
    let machine = Machine::new(&block(HOST, "toml"));
    machine.publish();
    let port = free_port();
    let server = machine.here(&block("nginx", "nginx"));
    let server = server.replace("listen 80", &format!("listen 127.0.0.1:{port}"));
    let dir = machine.root.path().display();
    let settings = format!(
        "daemon off; user root; pid {dir}/pid; error_log {dir}/error.log; events {{}}
         http {{ include /etc/nginx/mime.types; access_log off; {server} }}"
    );
    let file = machine.path("nginx.conf");
    std::fs::write(&file, settings).expect("written");
    let nginx = Command::new("nginx").arg("-c").arg(file).spawn();
    let _running = Running(nginx.expect("nginx"));
    wait_for(port);
    shows_the_plan(port, &["gzip"]);
}

#[test]
#[ignore = "needs Caddy; the gate runs it"]
fn caddy_shows_the_site() {
    let machine = Machine::new(&block(HOST, "toml"));
    machine.publish();
    let port = free_port();
    let site = machine.here(&block("Caddy", "caddyfile"));
    let site = site.replace("plan.example.org {", &format!("http://:{port} {{"));
    let file = machine.path("Caddyfile");
    std::fs::write(&file, format!("{{\n\tadmin off\n}}\n{site}\n")).expect("written");
    let mut caddy = Command::new("caddy");
    caddy.args(["run", "--adapter", "caddyfile", "--config"]);
    let caddy = caddy.arg(file).env("HOME", machine.root.path()).spawn();
    let _running = Running(caddy.expect("caddy"));
    wait_for(port);
    shows_the_plan(port, &["gzip", "br"]);
}

#[test]
#[ignore = "needs git; the gate runs it"]
fn cron_publishes_what_was_pushed() {
    let machine = Machine::new(&block(HOST, "toml"));
    let git = "git -c user.name=Maya -c user.email=maya@example.org";
    let commit = format!("{git} add -A && {git} commit --quiet -m plan");
    let ours = machine.plan.folder();
    machine.shell(&format!("git init --quiet && {commit}"), &ours, &[]);
    let clone = format!("git clone --quiet '{}' /srv/plan", ours.display());
    machine.shell(&clone, machine.root.path(), &[]);
    let line = block("Every ten minutes", "cron");
    let command = line.splitn(6, ' ').nth(5).expect("a command").to_owned();
    machine.shell(&command, machine.root.path(), &[]);
    let page = machine.path("srv/www/plan/goals/g1.html");
    let says = |words: &str| {
        std::fs::read_to_string(&page)
            .expect("a page")
            .contains(words)
    };
    assert!(says("More people read."));
    machine
        .plan
        .write("goals/G1.md", "# Read more\n\nEven more people read.\n");
    machine.shell(&commit, &ours, &[]);
    machine.shell(&command, machine.root.path(), &[]);
    assert!(says("Even more people read."));
}

/// The commands of a job, in their order: those of `key`.
fn commands(job: &str, key: &str) -> Vec<String> {
    let (job, problems) = parse_yaml(SourceId(0), job, 0);
    assert!(problems.is_empty(), "{problems:?}");
    let mut found = Vec::new();
    for entry in &job.entries {
        collect(&entry.value, key, &mut found);
    }
    found
}

fn collect(value: &Value, key: &str, found: &mut Vec<String>) {
    match &value.data {
        Data::Table(table) => {
            for entry in &table.entries {
                if entry.key == key {
                    let lines = entry.value.as_list().iter();
                    found.extend(lines.filter_map(|line| Some(line.as_text()?.to_owned())));
                }
                collect(&entry.value, key, found);
            }
        }
        Data::List(values) => values.iter().for_each(|value| collect(value, key, found)),
        Data::Null | Data::Text(_) => {}
    }
}

#[test]
#[ignore = "is run by the gate with the other recipes"]
fn jobs_build_the_edition_for_the_public() {
    let settings = "[audiences]\norder = [\"public\", \"board\"]\n\n[editions.public]\naudience = \"public\"\n";
    for (heading, key, variable) in [
        ("GitLab Pages", "script", "CI_COMMIT_SHORT_SHA"),
        ("GitHub Pages", "run", "GITHUB_SHA"),
    ] {
        let machine = Machine::new(settings);
        let goal = "---\naudience: public\n---\n# Read more\n\nMore people read.\n";
        machine.plan.write("goals/G1.md", goal);
        let commands = commands(&block(heading, "yaml"), key);
        assert_eq!(commands.len(), 3, "{commands:?}");
        for command in commands {
            machine.shell(&command, &machine.plan.folder(), &[(variable, "4f2a91cd")]);
        }
        let site = machine.plan.folder().join("public");
        let home = std::fs::read_to_string(site.join("index.html")).expect("a page");
        assert!(home.contains("Revision 4f2a91cd"), "{heading}");
        assert!(!site.join("actions/a1.html").exists(), "{heading}");
    }
}

#[test]
#[ignore = "needs a server that checks signatures; the gate runs it"]
fn a_bucket_gets_the_site() {
    let server = bucket::Server::start();
    let store = server.place().disk;
    let bucket = store.with_file_name("");
    let settings = block("An S3 bucket", "toml");
    let settings = settings
        .replace("https://s3.example.org", &server.address())
        .replace("river-plan", "plans");
    let machine = Machine::new(&settings);
    std::fs::write(machine.path(".plan-writer"), "hunter2hunter2\n").expect("written");
    let lines = block("An S3 bucket", "sh").replace("plan-writer\n", "AKIDTEST\n");
    machine.shell(&lines, &machine.plan.folder(), &[]);
    assert!(bucket.join("goals/g1.html").exists());
}
