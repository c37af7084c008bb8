//! What `planwright publish` takes, says and keeps to itself.

use std::fs;
use std::io::Read as _;

use crate::releases::{TARGET, publish, www};
use crate::support::{Plan, TODAY, planwright, small_plan};

const SECRET: &str = "hunter2-and-more";

fn in_place() -> Plan {
    small_plan().file("plan.toml", &format!("{TARGET}releases = false\n"))
}

/// What was said, without what differs from run to run.
fn said(plan: &Plan, text: &str) -> String {
    let text = text.replace(&*plan.folder().to_string_lossy(), "PLAN");
    let words = text
        .split(" in ")
        .map(|part| match part.split_once(" s (") {
            Some((_, rest)) => format!("no time ({rest}"),
            None => part.to_owned(),
        });
    words.collect::<Vec<_>>().join(" in ")
}

#[test]
fn a_dry_run_says_what_would_be_done_and_does_nothing() {
    let plan = in_place();
    let first = publish(&plan, &["--dry-run"]).ok();
    assert!(
        first.stdout.contains("send index.html (new, "),
        "{}",
        first.stdout
    );
    assert!(!www(&plan).exists());
    publish(&plan, &[]).ok();
    let plan = plan.without("measures/M1.md");
    let before = fs::read(www(&plan).join(".planwright.json")).expect("a manifest");
    let dry = publish(&plan, &["web", "--dry-run"]).ok();
    let lines = dry.stdout.lines();
    let lines = lines.map(|line| line.split(", ").next().unwrap_or(line));
    let measures: Vec<&str> = lines.filter(|line| line.contains(" measures/")).collect();
    insta::assert_snapshot!(measures.join("\n"), @"
    delete measures/index.html
    delete measures/m1.html
    ");
    assert!(dry.stderr.starts_with("Would send "), "{}", dry.stderr);
    assert_eq!(
        fs::read(www(&plan).join(".planwright.json")).expect("a manifest"),
        before
    );
    assert!(www(&plan).join("measures/m1.html").exists());
}

#[test]
fn what_was_built_there_is_gone_on_with() {
    let plan = in_place();
    let www = www(&plan);
    let www = www.to_str().expect("a path in Unicode");
    plan.run(&["build", "--today", TODAY, "--out", www]).ok();
    plan.write("goals/G1.md", "# Read more\n\nAnother text.\n");
    let run = publish(&plan, &["--format", "json"]).ok();
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let sent = report["deliveries"][0]["sent"].as_array().expect("files");
    assert!((1..12).contains(&sent.len()), "{sent:?}");
    plan.run(&["build", "--today", TODAY, "--out", www, "--verify"])
        .ok();
}

#[test]
fn programs_are_told_too() {
    let plan = in_place();
    let run = publish(&plan, &["--format", "json"]).ok();
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let schema = planwright(&plan.folder(), &["schema", "deliveries"])
        .ok()
        .stdout;
    let schema = serde_json::from_str(&schema).expect("a schema");
    jsonschema::validate(&schema, &report).expect("it fits");
    let delivery = &report["deliveries"][0];
    assert_eq!(delivery["target"], "web");
    let sent = delivery["sent"].as_array().expect("files");
    let bytes = sent
        .iter()
        .map(|file| file["bytes"].as_u64().expect("a number"));
    assert_eq!(delivery["bytes"], bytes.sum::<u64>());
}

#[test]
fn one_says_where_to_publish_to() {
    let none = small_plan();
    let said_of = |plan: &Plan, more: &[&str]| said(plan, &publish(plan, more).code(2).stderr);
    insta::assert_snapshot!(said_of(&none, &[]), @r#"
    error: plan.toml names no place to publish to
    help: add a section such as `[publish.web]` with `kind = "folder"` and `path = "/srv/www/plan"`
    "#);
    let two = format!("{TARGET}\n[publish.wide]\nkind = \"s3\"\nbucket = \"b\"\nregion = \"x\"\n");
    let two = small_plan().file("plan.toml", &two);
    insta::assert_snapshot!(said_of(&two, &[]), @"
    error: plan.toml names several places to publish to
    help: name one or more of them: web, wide
    ");
    insta::assert_snapshot!(said_of(&two, &["webb"]), @"
    error: there is no target `webb`
    help: did you mean `web`? (plan.toml has web, wide)
    ");
    insta::assert_snapshot!(said_of(&two, &["wide", "--releases"]), @"
    error: `wide` has no releases
    help: only a folder has them, unless it says `releases = false`
    ");
    publish(&two, &[".", "web"]).ok();
}

#[test]
fn a_plan_with_findings_is_not_published() {
    let plan = in_place();
    publish(&plan, &[]).ok();
    let before = fs::read(www(&plan).join("index.html")).expect("a page");
    plan.write("actions/A2.md", "# Supports nothing\n\nText.\n");
    publish(&plan, &["--strict"]).code(1);
    plan.write(
        "goals/G2.md",
        "---\nstart: never\n---\n# A wrong date\n\nText.\n",
    );
    let run = publish(&plan, &[]).code(1);
    assert!(run.stderr.contains("never"), "{}", run.stderr);
    assert!(
        run.stderr.ends_with("nothing was published\n"),
        "{}",
        run.stderr
    );
    assert_eq!(
        fs::read(www(&plan).join("index.html")).expect("a page"),
        before
    );
}

/// A goal for the public, and the rest of the small plan for the board.
fn for_two(edition: &str) -> Plan {
    let settings = format!(
        "[audiences]\norder = [\"public\", \"board\"]\n[editions.public]\naudience = \"public\"\n\
         {TARGET}{edition}"
    );
    let goal = "---\naudience: public\n---\n# Read more\n\nMore people read.\n";
    small_plan()
        .file("plan.toml", &settings)
        .file("goals/G1.md", goal)
}

#[test]
fn a_target_gets_its_edition() {
    let plan = for_two("edition = \"public\"\n");
    publish(&plan, &["--revision", "4f2a91c"]).ok();
    assert!(www(&plan).join("goals/g1.html").exists());
    assert!(!www(&plan).join("actions/a1.html").exists());
    let home = fs::read_to_string(www(&plan).join("index.html")).expect("a page");
    assert!(home.contains("Revision 4f2a91c"));
    assert!(home.contains("Edition “public”"));
    let whole = for_two("edition = \"whole\"\n");
    publish(&whole, &[]).ok();
    assert!(www(&whole).join("actions/a1.html").exists());
}

#[test]
fn a_plan_with_audiences_is_not_published_whole_by_oversight() {
    let plan = for_two("");
    let run = publish(&plan, &[]).code(2);
    insta::assert_snapshot!(run.stderr, @r#"
    error: `web` does not say which edition it gets
    help: this plan is not for everybody: add `edition = "…"` to `[publish.web]`, one of public, whole
    "#);
    assert!(!www(&plan).exists());
}

#[test]
fn what_an_edition_hides_is_not_published_with_it() {
    let plan = for_two("edition = \"public\"\n");
    publish(&plan, &[]).ok();
    let before = fs::read(www(&plan).join("goals/g1.html")).expect("a page");
    plan.write(
        "goals/G1.md",
        "---\naudience: public\n---\n# Read more\n\nWe Buy a bus.\n",
    );
    let run = publish(&plan, &[]).code(1);
    assert!(run.stderr.contains("error[E003]"), "{}", run.stderr);
    let after = fs::read(www(&plan).join("goals/g1.html")).expect("a page");
    assert_eq!(before, after);
}

#[test]
fn what_git_says_of_the_plan_is_its_revision() {
    let plan = small_plan().file("plan.toml", TARGET);
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=Maya", "-c", "user.email=maya@example.org"];
        let mut git = std::process::Command::new("git");
        let run = git
            .arg("-C")
            .arg(plan.folder())
            .args(who)
            .args(arguments)
            .output();
        let run = run.expect("git");
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        String::from_utf8(run.stdout)
            .expect("text")
            .trim()
            .to_owned()
    };
    git(&["init", "--quiet"]);
    git(&["add", "-A"]);
    git(&["commit", "--quiet", "-m", "plan"]);
    publish(&plan, &[]).ok();
    let home = || fs::read_to_string(www(&plan).join("index.html")).expect("a page");
    let revision = git(&["rev-parse", "--short=8", "HEAD"]);
    assert!(home().contains(&format!("Revision {revision}<")));
    plan.write("goals/G1.md", "# Read more\n\nMore people read more.\n");
    publish(&plan, &[]).ok();
    assert!(home().contains(&format!("Revision {revision}-dirty<")));
}

#[test]
fn compressed_copies_are_those_of_the_pages() {
    let plan = small_plan().file(
        "plan.toml",
        &format!("{TARGET}releases = false\nprecompress = [\"gz\", \"br\"]\n"),
    );
    publish(&plan, &[]).ok();
    let page = fs::read(www(&plan).join("goals/g1.html")).expect("a page");
    let packed = fs::File::open(www(&plan).join("goals/g1.html.gz")).expect("a copy");
    let mut copy = Vec::new();
    let unpacked = flate2::read::GzDecoder::new(packed).read_to_end(&mut copy);
    unpacked.expect("gzip");
    assert!(copy == page);
    let packed = fs::File::open(www(&plan).join("goals/g1.html.br")).expect("a copy");
    let mut copy = Vec::new();
    let unpacked = brotli::Decompressor::new(packed, 4096).read_to_end(&mut copy);
    unpacked.expect("brotli");
    assert!(copy == page);
    let again = publish(&plan, &[]).ok();
    assert!(again.stderr.contains("nothing changed"), "{}", again.stderr);
}

#[test]
fn credentials_in_the_settings_are_an_error_that_does_not_show_them() {
    for setting in [
        format!("password = \"{SECRET}\""),
        format!("secret-access-key = \"{SECRET}\""),
        format!("url = \"https://maya:{SECRET}@dav.example.org/plan\""),
    ] {
        let line = format!("[publish]\nweb = {{ kind = \"webdav\", {setting} }}\n");
        let lines = format!("[publish.web]\nkind = \"webdav\"\n{setting}\n");
        for settings in [line, lines] {
            let plan = small_plan().file("plan.toml", &settings);
            let mut said = String::new();
            for format in ["full", "short", "json", "sarif", "github", "junit"] {
                let run = plan.run(&["check", "--format", format]).code(1);
                said.push_str(&run.stdout);
                said.push_str(&run.stderr);
            }
            let run = publish(&plan, &["-v"]).code(1);
            said.push_str(&run.stderr);
            assert!(
                said.contains("credentials have no place in plan.toml"),
                "{said}"
            );
            assert!(!said.contains(SECRET), "{said}");
        }
    }
}

#[test]
fn credentials_are_not_shown_by_anything_that_fails() {
    let dav = "[publish.web]\nkind = \"webdav\"\nurl = \"http://127.0.0.1:9/plan\"\n";
    let plan = small_plan().file("plan.toml", dav);
    let mut command = assert_cmd::Command::cargo_bin("planwright").expect("the program");
    let output = command
        .args(["publish", "--verbose"])
        .current_dir(plan.folder())
        .env("PLANWRIGHT_WEB_USER", "maya")
        .env("PLANWRIGHT_WEB_PASSWORD", SECRET)
        .output()
        .expect("a run");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(!text.contains(SECRET) && !text.contains("maya"), "{text}");
    let secret = planwright::publish::Secret::from(SECRET.to_owned());
    let credentials = planwright::publish::Credentials {
        password: Some(secret.clone()),
        ..Default::default()
    };
    assert!(!format!("{secret:?} {credentials:#?}").contains(SECRET));
}

#[test]
fn a_file_of_credentials_lies_elsewhere_and_is_not_shown() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("web.toml");
    fs::write(&file, format!("user = \"maya\"\npassword = {SECRET}\n")).expect("written");
    let with = |path: &str| {
        format!(
            "[publish.web]\nkind = \"webdav\"\nurl = \"http://127.0.0.1:9/plan\"\n\
             credentials = \"{path}\"\n"
        )
    };
    let plan = small_plan().file("plan.toml", &with(&file.to_string_lossy()));
    let broken = publish(&plan, &[]).code(2);
    assert!(!broken.stderr.contains(SECRET), "{}", broken.stderr);
    let dir = dir.path().to_string_lossy().into_owned();
    insta::assert_snapshot!(broken.stderr.replace(&dir, "DIR"), @r#"
    error: the credentials of `DIR/web.toml`: it is not understood near line 2: it takes lines such as `password = "…"`, with user, password, token, access_key_id, secret_access_key and session_token
    help: name a file outside of the plan's folder that only you can read, or use the environment
    "#);
    let own = plan.folder().join("web.toml");
    let plan = plan
        .file("web.toml", &format!("password = \"{SECRET}\"\n"))
        .file("plan.toml", &with(&own.to_string_lossy()));
    let inside = publish(&plan, &[]).code(2);
    insta::assert_snapshot!(said(&plan, &inside.stderr), @"
    error: the credentials of `PLAN/web.toml`: it lies in the plan's folder, where whoever has the plan has it too
    help: name a file outside of the plan's folder that only you can read, or use the environment
    ");
}

#[test]
fn settings_that_are_wrong_are_told_of() {
    let settings = "[publish.one]\nkind = \"ftp\"\n[publish.two]\nkind = \"s3\"\nbuket = \"b\"\n\
                    [publish.three]\nkind = \"sftp\"\nhost = \"-oProxyCommand=x\"\npath = \"www\"\n\
                    [publish.four]\nkind = \"webdav\"\nurl = \"dav.example.org\"\nmax_delete = 101\n\
                    edition = \"open\"\nprecompress = \"zip\"\n[publish.five]\npath = \"/srv\"\n";
    let plan = small_plan().file("plan.toml", settings);
    insta::assert_snapshot!(plan.check().code(1).stdout, @r#"
    plan.toml:2:8: error[S004]: `kind`: `ftp` is not a value that is known here (did you mean `sftp`? (use one of: folder, s3, webdav, sftp))
    plan.toml:3:10: error[S004]: `two`: this kind of target needs `bucket` (add `bucket = "…"`)
    plan.toml:5:1: error[S003]: unknown setting `buket` (did you mean `bucket`?)
    plan.toml:8:8: error[S004]: `host`: `-oProxyCommand=x` is not the name of a host (write the name alone; `user`, `port` and `path` are settings of their own)
    plan.toml:9:8: error[S004]: `path`: not a path from the root (write it as in `/srv/www`)
    plan.toml:12:7: error[S004]: `url`: `dav.example.org` is not a web address (write it with `https://` in front)
    plan.toml:13:14: error[S004]: `max_delete`: not a share in percent (write a number from 0 to 100)
    plan.toml:14:11: error[S004]: `edition`: there is no edition `open` (this plan has none; `[editions.NAME]` makes one)
    plan.toml:15:15: error[S004]: `precompress`: `zip` is not a value that is known here (use one of: gz, br)
    plan.toml:16:10: error[S004]: `five`: a target must say what it is (add `kind = "folder"`, `"s3"`, `"webdav"` or `"sftp"`)
    "#);
}
