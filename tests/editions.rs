//! What an audience is shown, and what it is not. That no byte holds anything
//! hidden is tested with the pipeline, where walls can be torn down.

mod support;

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

use planwright::edition::Imprint;
use planwright::pipeline::{self, Inputs};
use planwright::quantity::Date;
use planwright::source::SourceSet;
use planwright::theme::Theme;
use support::page::Page;
use support::server::{Running, Server};
use support::{Plan, small_plan, stamps};

const SETTINGS: &str = "[audiences]\norder = [\"public\", \"staff\", \"board\"]\n\n\
                        [editions.public]\naudience = \"public\"\nhide_fields = [\"owner\"]\n\n\
                        [editions.staff]\naudience = \"staff\"\n\n\
                        [site]\ndownloads = [\"xlsx\", \"csv\", \"ical\", \"atom\", \"markdown\", \"json\", \"stratml\", \
                        \"stratml-1\", \"needs\", \"dot\", \"mermaid\"]\n";

/// The small plan for the public, but for an action.
fn two_audiences() -> Plan {
    small_plan()
        .file("plan.toml", &format!("{SETTINGS}\n[checks]\nE001 = \"off\"\nE002 = \"off\"\n"))
        .file("goals/G1.md", "---\naudience: public\n---\n# Read more\n\nMore people read.\n")
        .file(
            "strategies/S1.md",
            "---\nsupports: G1\naudience: public\n---\n# Go where people are\n\nNot the reverse, as [[A1]] shows.\n\n\
             ::: audience staff\nFirst to the harbour.\n:::\n",
        )
        .file(
            "actions/A2.md",
            "---\nsupports: S1\nowner: Maya Okafor\nstatus: active\ndue: 2027-03-31\naudience: public\n---\n# Buy a tent\n\nFor summer.\n",
        )
        .file(
            "actions/A1.md",
            "---\nsupports: S1\nowner: Maya Okafor\nstatus: active\ndue: 2027-03-31\naudience: staff\n---\n# Buy a bus\n\nWith shelves.\n",
        )
}

#[test]
fn an_edition_has_the_pages_of_what_its_audience_may_see() {
    let run = two_audiences().build_with(&["--edition", "public"]).ok();
    assert!(run.has("actions/a2.html") && !run.has("actions/a1.html"));
    let strategy = run.page("strategies/s1.html");
    assert_eq!(
        strategy.texts("main .prose p").len(),
        1,
        "the block is gone"
    );
    assert!(!strategy.text("main").contains("A1"));
    let action = run.page("actions/a2.html");
    assert_eq!(action.maybe_fact("Accountable"), None);
    assert!(!run.has("people/index.html"), "nobody is named");
    let run = two_audiences().build_with(&["--edition", "staff"]).ok();
    assert!(run.has("actions/a1.html"));
    let strategy = run.page("strategies/s1.html");
    assert!(strategy.text("main").contains("First to the harbour."));
}

#[test]
fn every_page_says_which_edition_it_is_and_loudly_where_it_is_not_for_all() {
    let plan = two_audiences();
    let public = plan
        .build_with(&["--edition", "public", "--revision", "4f2a91c"])
        .ok();
    let page = public.page("actions/a2.html");
    assert!(!page.has(".edition"));
    assert!(
        page.text(".colophon")
            .contains("Edition “public”: sums and progress count what it shows")
    );
    assert!(
        public
            .page("index.html")
            .text(".colophon")
            .contains("Revision 4f2a91c")
    );
    let staff = plan.build_with(&["--edition", "staff"]).ok();
    let page = staff.page("actions/a2.html");
    assert_eq!(page.text(".edition"), "Edition “staff”: not for everybody");
    let whole = plan.build().ok();
    assert!(
        !whole
            .page("actions/a2.html")
            .text(".colophon")
            .contains("Edition")
    );
}

#[test]
fn an_edition_that_is_none_is_refused_with_those_that_are() {
    let run = two_audiences().build_with(&["--edition", "pubic"]).code(2);
    assert!(
        run.stderr.contains("there is no edition `pubic`"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("the editions are public, staff"),
        "{}",
        run.stderr
    );
    let run = small_plan().build_with(&["--edition", "public"]).code(2);
    assert!(run.stderr.contains("[editions.NAME]"), "{}", run.stderr);
}

#[test]
fn fields_that_cannot_be_hidden_are_said() {
    let settings = SETTINGS.replace("\"owner\"", "\"ownr\", \"id\"");
    let run = small_plan().file("plan.toml", &settings).check().code(1);
    assert!(
        run.stdout
            .contains("`ownr` is not a value that is known here"),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout.contains("`id` cannot be left out of an item"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_leak_keeps_the_last_good_site() {
    let plan = two_audiences();
    plan.build_with(&["--edition", "public"]).ok();
    let before = stamps(&plan.out());
    plan.write(
        "goals/G1.md",
        "---\naudience: public\n---\n# Read more\n\nAfter we Buy a bus.\n",
    );
    let run = plan.build_with(&["--edition", "public"]).code(1);
    assert!(
        run.stderr
            .contains("error[E003]: the edition `public` hides “Buy a bus” and shows it"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("it stands in goals/g1.html"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("nothing was written"), "{}", run.stderr);
    assert_eq!(stamps(&plan.out()), before);
    plan.build_with(&["--edition", "staff"]).ok();
}

#[test]
fn an_item_without_a_mark_is_for_those_who_may_see_most() {
    let unmarked = two_audiences().file(
        "actions/A2.md",
        "---\nsupports: S1\nowner: Maya Okafor\nstatus: active\ndue: 2027-03-31\n---\n# Buy a tent\n\nFor summer.\n",
    );
    assert!(
        !unmarked
            .build_with(&["--edition", "staff"])
            .ok()
            .has("actions/a2.html")
    );
    let settings = SETTINGS.replace(
        "[editions.public]",
        "default = \"public\"\n\n[editions.public]",
    );
    let opened = unmarked.file("plan.toml", &settings);
    assert!(
        opened
            .build_with(&["--edition", "public"])
            .ok()
            .has("actions/a2.html")
    );
}

#[test]
fn an_edition_is_served_and_watched_as_it_is_built() {
    let plan = two_audiences();
    let server = Server::with(&plan.folder(), &["--edition", "public"]);
    assert_eq!(
        server
            .plain(&support::server::client(), "actions/a2.html")
            .status,
        200
    );
    assert_eq!(
        server
            .plain(&support::server::client(), "actions/a1.html")
            .status,
        404
    );
    let strategy = Page::parse(&server.text("strategies/s1.html"));
    assert!(!strategy.text("main").contains("harbour"));
    plan.write(
        "actions/A1.md",
        "---\nsupports: S1\naudience: staff\nowner: [\n---\n# Buy a bus\n",
    );
    server.line("error");
    let told = first_state(&server);
    assert!(
        told.contains("the plan has errors; the terminal says which"),
        "{told}"
    );
    assert!(!told.contains("A1") && !told.contains("bus"), "{told}");
    plan.write(
        "actions/A1.md",
        "---\nsupports: S1\naudience: staff\n---\n# Buy a bus\n",
    );
    let out = plan.out();
    let out = out.to_str().expect("a path");
    let watching = Running::start(
        &plan.folder(),
        &["watch", "--edition", "public", "--out", out],
    );
    watching.line("Made");
    assert!(Path::new(out).join("actions/a2.html").exists());
    assert!(!Path::new(out).join("actions/a1.html").exists());
    plan.write(
        "goals/G1.md",
        "---\naudience: public\n---\n# Read more\n\nAfter we Buy a bus.\n",
    );
    watching.line("E003");
    watching.line("the last good site stays");
}

/// What an open page is told first.
fn first_state(server: &Server) -> String {
    let address = format!(
        "{}.planwright/events?path=index.html&hash=&address=/",
        server.url
    );
    let answer = support::server::client()
        .get(address)
        .call()
        .expect("an answer");
    let mut lines = BufReader::new(answer.into_body().into_reader()).lines();
    let data = lines.find_map(|line| line.ok()?.strip_prefix("data:").map(str::to_owned));
    data.expect("a state")
}

/// Whatever is changed about what is hidden changes no byte.
#[test]
fn hidden_things_leave_no_trace() {
    let (before, after) = (public_sample(|_| {}), public_sample(worked_on));
    assert!(before.len() > 250, "{} files", before.len());
    let paths = |site: &BTreeMap<String, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&before), paths(&after));
    let changed = before
        .iter()
        .filter(|(path, bytes)| after[*path] != **bytes);
    assert_eq!(
        changed.map(|(path, _)| path).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

/// Gives every hidden item other words, another budget and another state.
fn worked_on(texts: &mut BTreeMap<String, String>) {
    let mut count = 0;
    for text in texts.values_mut() {
        let hidden = text.starts_with("---\n")
            && !text.contains("audience: public")
            && text.contains("\nid: ");
        if hidden {
            let end = text[4..].find("\n---").expect("front matter") + 5;
            let kept = text[4..end].lines().filter(|line| {
                !["budget", "spent", "status", "progress", "summary", "health"]
                    .iter()
                    .any(|key| line.starts_with(key))
            });
            let kept: Vec<&str> = kept.collect();
            let body = &text[end..];
            *text = format!(
                "---\n{}\nbudget: 9.9M\nsummary: Quite another one\n{body}\n\nAnd more of it.\n",
                kept.join("\n")
            );
            count += 1;
        }
    }
    assert!(count > 20, "{count} items are hidden");
}

fn public_sample(change: impl FnOnce(&mut BTreeMap<String, String>)) -> BTreeMap<String, Vec<u8>> {
    let (mut disk, _) = SourceSet::open(Path::new("sample-plan"));
    let (config, _) = pipeline::settings(&disk);
    disk.read_rest(&config.ignored());
    let texts = disk
        .sources
        .iter()
        .map(|it| (it.path.to_string(), it.text.to_string()));
    let mut texts: BTreeMap<String, String> = texts.collect();
    change(&mut texts);
    let mut sources = SourceSet::in_memory(texts);
    sources.attachments = disk.attachments;
    let (config, _) = pipeline::settings(&sources);
    let inputs = Inputs {
        sources,
        config,
        problems: Vec::new(),
        today: Date::constant(2026, 11, 23),
        imprint: Imprint {
            edition: Some("public".to_owned()),
            revision: None,
        },
    };
    let build = pipeline::build(&inputs, &Theme::default(), None).expect("a theme that works");
    let errors = build.checked.diagnostics.iter().filter(|it| it.is_error());
    let tree = build
        .tree
        .unwrap_or_else(|| panic!("{:#?}", errors.collect::<Vec<_>>()));
    tree.iter()
        .map(|(path, entry)| (path.to_string(), entry.bytes().expect("made").to_vec()))
        .collect()
}
