//! The sample plan shows every feature of the format.

#![expect(
    clippy::disallowed_methods,
    reason = "the sample plan is read from disk"
)]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use support::{Run, TODAY, planwright};
use tempfile::TempDir;

/// The sample plan's site, built once.
static SITE: LazyLock<(TempDir, PathBuf, String)> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("public");
    let to = out.to_str().expect("a path in Unicode");
    let run = sample(&["build", "sample-plan", "--today", TODAY, "--out", to]).ok();
    (folder, out, run.stderr)
});

fn sample(args: &[&str]) -> Run {
    planwright(Path::new(env!("CARGO_MANIFEST_DIR")), args)
}

fn page(path: &str) -> support::page::Page {
    support::page::Page::parse(&fs::read_to_string(SITE.1.join(path)).expect(path))
}

/// The files of the plan with an ending.
fn files(ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-plan");
    let files = walkdir::WalkDir::new(root)
        .into_iter()
        .map(|entry| entry.expect("readable").into_path());
    files
        .filter(|path| path.extension().is_some_and(|it| it == ending))
        .collect()
}

/// Everything that front matter and settings say, one text.
fn written() -> String {
    let texts = files("md").into_iter().chain(files("toml"));
    texts
        .map(|path| fs::read_to_string(path).expect("a text") + "\n")
        .collect()
}

#[test]
fn it_is_clean() {
    let run = sample(&[
        "check",
        "sample-plan",
        "--today",
        TODAY,
        "--strict",
        "--format",
        "short",
    ]);
    assert_eq!(run.findings(), [""; 0]);
}

#[test]
fn it_is_as_large_as_a_real_plan() {
    for (listing, least) in [
        ("goals", 4),
        ("objectives", 6),
        ("strategies", 10),
        ("actions", 35),
        ("milestones", 20),
        ("measures", 10),
        ("risks", 5),
        ("contingencies", 4),
    ] {
        let number = page(&format!("{listing}/index.html"))
            .texts("tbody tr")
            .len();
        assert!(number >= least, "{number} {listing}");
    }
    assert!(
        page("people/index.html").texts("section h2").len() >= 5,
        "teams"
    );
}

#[test]
fn it_uses_every_field_of_the_format() {
    let written = written();
    let mut missing: BTreeSet<&str> = [
        "id",
        "title",
        "kind",
        "summary",
        "tags",
        "plan",
        "owner",
        "contributors",
        "consulted",
        "informed",
        "team",
        "status",
        "start",
        "due",
        "completed",
        "due_was",
        "due_when",
        "repeats",
        "progress",
        "weight",
        "health",
        "health_note",
        "as_of",
        "priority",
        "budget",
        "spent",
        "reviewed",
        "audience",
        "aliases",
        "allow",
        "supports",
        "depends_on",
        "measures",
        "threatens",
        "mitigates",
        "answers",
        "continues",
        "relates_to",
        "unit",
        "direction",
        "baseline",
        "target",
        "targets",
        "readings",
        "source",
        "evidence",
        "likelihood",
        "impact",
        "response",
        "trigger",
        "vision",
        "mission",
        "values",
        "stakeholders",
    ]
    .into();
    missing.retain(|field| {
        let starts = |line: &str| {
            line.trim_start_matches([' ', '"', '{'])
                .starts_with(&format!("{field}:"))
        };
        !written.lines().any(|line| {
            starts(line)
                || line.contains(&format!("{field}: "))
                || line.starts_with(&format!("{field} = "))
        })
    });
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn it_uses_every_part_of_the_settings() {
    let written = written();
    for part in [
        "plan",
        "kinds.",
        "statuses.",
        "fields.",
        "people.",
        "plans.",
        "checks",
        "[rules",
        "review",
        "health",
        "audiences",
        "editions.",
        "site",
    ] {
        assert!(
            written
                .lines()
                .any(|line| line.starts_with(&format!("[{part}"))),
            "[{part}"
        );
    }
}

#[test]
fn it_uses_every_way_to_write() {
    let written = written();
    for (what, how) in [
        ("TOML", "\n+++\n"),
        ("JSON", "\n;;;\n"),
        ("wikilinks with words", "|"),
        ("alerts", "> [!"),
        ("footnotes", "[^"),
        ("task lists", "- [x]"),
        ("images", "!["),
        ("a fiscal year", "FY27"),
        ("a recurrence rule", "FREQ="),
        ("weights of single references", "weight:"),
        ("lags", "lag:"),
        ("blocks for an audience", "::: audience"),
        ("views", "\n```plan\n"),
        ("views as tables in groups", "\ngroup: team"),
        ("views as lists", "\nshape: list"),
        ("views as cards", "\nshape: cards"),
        ("views as timelines", "\nshape: timeline"),
        ("views as matrices", "\nshape: matrix"),
        ("views as numbers", "\nshape: count"),
        ("views that must not be empty", "\nexpect: some"),
        ("a condition on a measure", "below:"),
        ("a condition on lateness", "later_than:"),
    ] {
        assert!(format!("\n{written}").contains(how), "{what}");
    }
    assert!(files("csv").len() > 3, "readings in files");
}

#[test]
fn the_home_page_says_what_needs_a_decision() {
    let home = page("index.html");
    let marks = home.texts(".decisions .mark");
    assert!(
        marks.contains(&"Tripped".to_owned()) && marks.contains(&"Overdue".to_owned()),
        "{marks:?}"
    );
    assert!(home.texts(".goal").len() >= 4);
}

#[test]
fn triggers_are_armed_tripped_and_watched() {
    let listing = page("contingencies/index.html");
    let states: BTreeSet<String> = listing.texts("td.trigger .mark").into_iter().collect();
    for state in ["Armed", "Tripped", "Watched by people"] {
        assert!(states.contains(state), "{state} in {states:?}");
    }
}

#[test]
fn the_line_of_sight_of_a_milestone_leads_to_the_vision() {
    let line = page("milestones/a2.2.html").texts(".thread li");
    assert!(line[0].starts_with("Vision"), "{line:?}");
    for (step, id) in line[1..].iter().zip(["G1", "O1.1", "S1", "I1", "A2"]) {
        assert!(step.starts_with(id), "{id} in {line:?}");
    }
}

#[test]
fn slippage_fiscal_years_and_own_words_are_shown() {
    let lease = page("actions/a2.html");
    assert_eq!(
        lease.texts("dl.figures del"),
        ["30 Jun 2026", "31 Aug 2026"]
    );
    assert!(
        lease.fact("Status").starts_with("Under way"),
        "{}",
        lease.fact("Status")
    );
    assert!(lease.fact("Due").contains("late"));
    assert!(written().lines().any(|line| line.starts_with("due: FY")));
}

#[test]
fn views_show_the_plan_as_it_is() {
    let page = page("pages/this-quarter.html");
    let due = page.texts(".view-table tbody th[scope=row] a");
    assert!(
        due.contains(&"Put pick-up lockers at six transit stops".to_owned()),
        "{due:?}"
    );
    assert!(
        page.texts(".view-list a")
            .contains(&"Sign the lease for Pier Four".to_owned())
    );
    assert!(page.has(".view-timeline rect.late") && page.has(".view-cards dl"));
    assert!(page.has(".view-matrix .bond") && page.has(".view-count .big"));
    assert!(!page.has(".view-note"), "{:?}", page.texts(".view-note"));
}

#[test]
fn every_plan_of_the_family_has_items() {
    for plan in ["work-plan-fy27", "marketing", "recruitment", "continuity"] {
        assert!(page(&format!("plans/{plan}.html")).has(".row a"), "{plan}");
    }
}

#[test]
fn attachments_and_images_are_there() {
    for file in ["files/assets/logo.svg", "files/assets/service-area.svg"] {
        assert!(SITE.1.join(file).is_file(), "{file}");
    }
    assert_eq!(
        page("index.html").attributes(".prose img", "src"),
        ["files/assets/service-area.svg"]
    );
}

#[test]
fn a_review_holds_until_what_it_was_read_beside_changes() {
    let written = files("csv")
        .into_iter()
        .find(|path| path.ends_with("reviews.csv"));
    let written = fs::read_to_string(written.expect("a record of reviews")).expect("a text");
    assert!(written.contains("S7,O3.1,") && written.contains("Luca Moretti"));
    let args = ["review", "--plan", "sample-plan", "--today", TODAY];
    let run = sample(&args).ok();
    assert!(run.stderr.contains("0 links suspect"), "{}", run.stderr);
}

#[test]
fn what_was_accepted_is_shown_with_its_reason() {
    let shown = page("actions/a53.html").texts(".accepted");
    assert!(shown[0].starts_with("Accepted, orphan: "), "{shown:#?}");
}
