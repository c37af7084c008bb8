//! What each rule finds and what it leaves alone.
//!
//! `tests/rules/<code>-<name>.md` holds the cases of a rule: files in fenced
//! blocks that name their paths, followed by a block of what is found in them:
//! the findings of the rule, and errors and warnings of others.
//! `UPDATE=1 cargo test --test rules` writes these blocks anew.

#![expect(clippy::disallowed_methods, reason = "cases are read and written")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use planwright::check::{Rule, all, explain, find, reference};
use planwright::config;
use planwright::diagnostic::{Diagnostic, Files, Label, Severity, SourceId, Span, code};
use planwright::edition::Imprint;
use planwright::pipeline::{self, Inputs};
use planwright::quantity::Date;
use planwright::source::SourceSet;
use planwright::theme::Theme;
use planwright::value::{Table, parse_toml};

/// The day of all cases.
const TODAY: Date = Date::constant(2026, 11, 23);

/// A plan of texts and other files, with what was wrong with them. U+FFFD
/// stands for a byte that is no text, which only a file on disk can hold.
fn plan(files: &[(&str, &str)]) -> (SourceSet, Vec<Diagnostic>) {
    if files.iter().any(|(_, text)| text.contains('\u{fffd}')) {
        return plan_on_disk(files);
    }
    let is_text = |path: &str| [".md", ".csv", ".toml"].iter().any(|it| path.ends_with(it));
    let (texts, others): (Vec<_>, Vec<_>) =
        files.iter().copied().partition(|(path, _)| is_text(path));
    let plan = SourceSet::in_memory(texts);
    let add =
        |plan: SourceSet, (path, text): (&str, &str)| plan.with_attachment(path, text.as_bytes());
    (others.into_iter().fold(plan, add), Vec::new())
}

fn plan_on_disk(files: &[(&str, &str)]) -> (SourceSet, Vec<Diagnostic>) {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        let bytes: Vec<&[u8]> = text.split('\u{fffd}').map(str::as_bytes).collect();
        fs::write(file, bytes.join(&b'\xe9')).expect("a file");
    }
    let (mut plan, mut problems) = SourceSet::open(folder.path());
    problems.extend(plan.read_rest(&globset::GlobSet::empty()));
    (plan, problems)
}

/// Everything that is found in a plan.
fn check(files: &[(&str, &str)]) -> (SourceSet, Vec<Diagnostic>) {
    let (sources, mut problems) = plan(files);
    let settings = sources
        .by_path("plan.toml")
        .map(|source| parse_toml(source.id, &source.text, 0));
    let nothing = || (Table::empty(Span::file(SourceId(0))), Vec::new());
    let (settings, found) = settings.unwrap_or_else(nothing);
    problems.extend(found);
    let (config, found) = config::read(&settings);
    problems.extend(found);
    let mut inputs = Inputs {
        sources,
        config,
        problems,
        today: TODAY,
        imprint: Imprint::default(),
    };
    let mut found = pipeline::check(&inputs).diagnostics;
    let editions = inputs.config.editions.iter();
    for name in editions.map(|it| it.name.clone()).collect::<Vec<_>>() {
        inputs.imprint.edition = Some(name);
        let built = pipeline::build(&inputs, &Theme::default(), None).expect("a theme that works");
        let found_there = built.checked.diagnostics.into_iter();
        found.extend(found_there.filter(|found| found.code == &code::LEAK));
    }
    (inputs.sources, found)
}

/// A finding with all it says.
fn shown(found: &Diagnostic, files: &SourceSet) -> String {
    let place = |label: &Label| {
        let (line, column) = files.position(label.span.source, label.span.start());
        let path = files.path(label.span.source);
        let text = &files.text(label.span.source)[label.span.range()];
        let text = text.lines().next().unwrap_or_default();
        (format!("{path}:{line}:{column}"), format!("`{text}`"))
    };
    let (at, text) = found.primary.as_ref().map(place).unwrap_or_default();
    let severity = found.severity.word();
    let mut shown = format!("{at}: {severity}[{}]: {}\n", found.code.code, found.message);
    if let Some(label) = &found.primary {
        shown += format!("  {text} {}", label.text).trim_end();
        shown += "\n";
    }
    for label in &found.secondary {
        let (at, text) = place(label);
        let _ = writeln!(shown, "  {at} {text} {}", label.text);
    }
    for help in &found.help {
        let _ = writeln!(shown, "  help: {help}");
    }
    shown
}

fn all_shown(files: &[(String, String)], rule: &Rule) -> String {
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let (sources, found) = check(&files);
    let found = found.iter();
    let told = found.filter(|it| it.code == rule.code || it.severity > Severity::Info);
    told.map(|found| shown(found, &sources)).collect()
}

fn case_file(rule: &Rule) -> PathBuf {
    format!(
        "tests/rules/{}-{}.md",
        rule.code.code.to_lowercase(),
        rule.code.name
    )
    .into()
}

/// Runs the cases of a text and gives it back with what was found.
///
/// A fence's words are a language and a path; a fence with the one word
/// `findings` ends a case.
fn run(text: &str, rule: &Rule) -> String {
    let mut out = String::new();
    let mut files = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        out += line;
        out += "\n";
        let words = line.trim_start_matches('`');
        let fence = &line[..line.len() - words.len()];
        if fence.len() < 3 {
            continue;
        }
        let content = joined(lines.by_ref().take_while(|line| *line != fence));
        if let Some((_, path)) = words.split_once(' ') {
            out += &content;
            files.push((path.to_owned(), content));
        } else {
            assert_eq!(words, "findings", "a block names a file or holds findings");
            out += &all_shown(&files, rule);
            files.clear();
        }
        out += fence;
        out += "\n";
    }
    assert!(files.is_empty(), "the last case has no block of findings");
    out
}

/// Lines, each with its end.
fn joined<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn every_case_finds_what_it_says() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for rule in all() {
        let path = case_file(rule);
        let text =
            fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing", path.display()));
        let now = run(&text, rule);
        assert!(
            now.contains(&format!("[{}]", rule.code.code)),
            "{} finds nothing",
            path.display()
        );
        if now != text {
            wrong.push(format!("{}:\n{}", path.display(), differences(&text, &now)));
            if update {
                fs::write(&path, now).expect("writable");
            }
        }
    }
    assert!(update || wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The lines that are in one of two texts only.
fn differences(before: &str, now: &str) -> String {
    let only = |here: &str, there: &str| {
        joined(
            here.lines()
                .filter(|line| !there.lines().any(|other| other == *line)),
        )
    };
    format!("no more:\n{}now:\n{}", only(before, now), only(now, before))
}

#[test]
fn there_is_no_case_file_without_a_rule() {
    let known: Vec<PathBuf> = all().iter().map(|rule| case_file(rule)).collect();
    for entry in fs::read_dir("tests/rules").expect("readable") {
        let path = entry.expect("readable").path();
        assert!(
            known.contains(&path),
            "{} belongs to no rule",
            path.display()
        );
    }
}

#[test]
fn every_code_has_one_rule() {
    let codes = include_str!("../src/diagnostic/code.rs");
    let codes = codes.split("pub const ").skip(1);
    let codes: Vec<&str> = codes.filter_map(|one| one.split('"').nth(1)).collect();
    let rules: Vec<&str> = all().iter().map(|rule| rule.code.code).collect();
    assert!(codes.len() > 30, "the codes are read from their file");
    assert_eq!(rules, codes);
}

#[test]
fn every_rule_says_what_it_finds_and_why() {
    for rule in all() {
        let name = rule.code.name;
        assert!(
            rule.finds.len() >= 40 && rule.why.len() >= 40,
            "{name} is not explained"
        );
        assert!(
            rule.finds.ends_with('.') && rule.why.ends_with('.'),
            "{name} ends in mid-sentence"
        );
        assert!(
            rule.good.iter().any(|file| !rule.bad.contains(file)),
            "{name} mends nothing"
        );
    }
}

#[test]
fn the_bad_example_shows_the_rule_and_no_other() {
    for rule in all() {
        let found = check(rule.bad).1;
        let of_rule = found.iter().filter(|found| found.code == rule.code).count();
        assert!(
            of_rule > 0,
            "{} is not found in its example: {found:#?}",
            rule.code.code
        );
        let others = found.iter().filter(|found| found.code != rule.code);
        let others: Vec<&Diagnostic> = others
            .filter(|found| found.severity > Severity::Info)
            .collect();
        assert!(
            others.is_empty(),
            "the example of {} shows {others:#?}",
            rule.code.code
        );
    }
}

#[test]
fn the_good_example_is_mended() {
    for rule in all() {
        let found = check(rule.good).1;
        let left = found
            .iter()
            .filter(|found| found.code == rule.code || found.severity > Severity::Info);
        let left: Vec<&Diagnostic> = left.collect();
        assert!(
            left.is_empty(),
            "the mended example of {} shows {left:#?}",
            rule.code.code
        );
    }
}

#[test]
fn a_rule_is_found_by_code_and_name_whatever_the_case() {
    assert_eq!(find("t001").map(|rule| rule.code), Some(&code::ORPHAN));
    assert_eq!(find("Orphan").map(|rule| rule.code), Some(&code::ORPHAN));
    assert!(find("T999").is_none());
}

#[test]
fn every_rule_is_explained_and_in_the_reference() {
    let reference = reference();
    for rule in all() {
        let text = explain(rule.code.code).expect("a rule");
        for (path, _) in rule.bad {
            assert!(
                text.contains(path),
                "{} does not show its example",
                rule.code.code
            );
        }
        assert!(reference.contains(&format!("## {} {}\n", rule.code.code, rule.code.name)));
    }
}

#[test]
fn levels_are_set_by_rule_group_and_path() {
    let settings = "[checks]\nL = \"warn\"\nbroken-link = \"info\"\nS010 = \"off\"\n\
                    [checks.paths.\"drafts/**\"]\nL002 = \"off\"\n";
    let text = "# A\n\n[[X]] [x](x.md) [y](../../y.md)\n";
    let (_, found) = check(&[
        ("plan.toml", settings),
        ("a.md", text),
        ("drafts/b.md", text),
    ]);
    let levels: Vec<(&str, Severity)> =
        found.iter().map(|it| (it.code.code, it.severity)).collect();
    let warn = |code| (code, Severity::Warn);
    let expected = [
        warn("L001"),
        ("L002", Severity::Info),
        warn("L005"),
        warn("L001"),
        warn("L005"),
    ];
    assert_eq!(levels, expected);
}

#[test]
fn thousands_of_findings_in_thousands_of_items_come_out() {
    let item = |number: usize| {
        let text = format!(
            "---\nsupports: X{number}\ndue: 2027\nowner: TBD\nallow: {{S011: \"asked\"}}\n---\n"
        );
        (format!("actions/A{number}.md"), text)
    };
    let files: Vec<(String, String)> = (0..2000).map(item).collect();
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let (_, found) = check(&files);
    assert_eq!(found.len(), 2000);
    assert!(
        found
            .iter()
            .all(|found| found.code == &code::UNKNOWN_REFERENCE)
    );
    assert!(!found[0].help.is_empty(), "the first have suggestions");
}

#[test]
fn a_hostile_file_is_checked_in_passing() {
    let text = "TODO `x` [insert <your \n<<<<<<< `y` x\n".repeat(20_000);
    let long = format!("# A\n\n[[{}]]\n", "x".repeat(100_000));
    let (_, found) = check(&[
        ("a.md", &text),
        ("b.md", &long),
        ("actions/A1.md", "# B\n\nC.\n"),
    ]);
    let of = |code| found.iter().filter(|found| found.code == code).count();
    assert_eq!(of(&code::LEFTOVER_PLACEHOLDER), 100);
    assert_eq!(of(&code::MERGE_CONFLICT_MARKERS), 20_000);
    assert_eq!(of(&code::UNKNOWN_REFERENCE), 1);
}

#[test]
fn a_listed_name_is_put_in_place_of_its_variants() {
    let people = "[people.jane]\nname = \"Jane Doe\"\n";
    let one = "---\nowner: J. Doe\ninformed: [J. Doe, \"Doe, Jane\"]\n---\n# A\n\nText.\n";
    let (sources, found) = check(&[("plan.toml", people), ("actions/A1.md", one)]);
    let edits = found.iter().filter(|it| it.code == &code::NAME_VARIANTS);
    let edits: Vec<(String, &str)> = edits
        .flat_map(|found| &found.fix)
        .map(|edit| {
            let text = sources.text(edit.span.source);
            let before = text[edit.span.range()].to_owned();
            (before, edit.text.as_str())
        })
        .collect();
    let expected = [
        ("J. Doe".to_owned(), "Jane Doe"),
        ("J. Doe".to_owned(), "Jane Doe"),
        ("Doe, Jane".to_owned(), "Jane Doe"),
    ];
    assert_eq!(edits, expected);
    let nobody = check(&[("actions/A1.md", one)]).1;
    assert!(
        nobody.iter().all(|found| found.fix.is_empty()),
        "nobody is listed"
    );
}
