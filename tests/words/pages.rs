//! What the pages of a plan say in other languages than English.

#![expect(
    clippy::disallowed_methods,
    reason = "tests read the pages that were made"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use planwright::locale::LANGUAGES;
use scraper::{ElementRef, Html, Node};

use crate::messages::messages;
use crate::support::{Plan, plan};

/// A plan in which every word is Greek, and something of everything.
fn greek() -> Plan {
    let view = |lines: &str| format!("```plan\n{lines}\n```\n\n");
    let views = [
        view("group: owner\ncolumns: [id, title, kind, role, status, open, team, tags, priority, start, due, completed, late, slippage, progress, health, computed_health, budget, spent, score, response, trigger, latest, attainment, parts, path, supports, depends_on]"),
        view("shape: list"),
        view("shape: list\nfilter: item.open\ngroup: open\nlimit: 1"),
        view("shape: cards\nfilter: item.kind == \"risk\"\ncolumns: [score, response, likelihood]"),
        view("shape: timeline\nfilter: item.kind == \"action\""),
        view("shape: timeline\nfilter: item.kind == \"risk\""),
        view("shape: count\ngroup: due"),
        view("shape: count"),
        view("shape: matrix\nrows: strategy\ncolumns: goal"),
        view("shape: table\nfilter: item.priority == \"low\""),
    ]
    .concat();
    plan()
        .file("plan.toml", "[plan]\ntitle = \"Σχέδιο\"\nlanguage = \"el\"\ncurrency = \"EUR\"\nstart = 2026-01-01\nend = \"2029-Q2\"\n\
            [plans.a]\ntitle = \"Πλάνο\"\nhorizon = \"tactical\"\nsummary = \"Σύνοψη\"\n[plans.b]\ntitle = \"Άδειο\"\n\
            [people.maria]\nname = \"Μαρία\"\nrole = \"Διευθύντρια\"\nteam = \"Ομάδα\"\n[people.nikos]\nname = \"Νίκος\"\n\
            [site]\nedit_url = \"https://git.example/{path}\"\n[checks]\nS011 = \"warn\"\n")
        .file("index.md", "---\nvision: Όραμα\nmission: Αποστολή\nvalues:\n  - {name: Αξία, text: Κείμενο}\nstakeholders:\n  - {name: Κάποιος, role: performer, text: Κείμενο}\n  - {name: Άλλος, role: beneficiary, text: Κείμενο}\n---\nΚείμενο.\n")
        .file("goals/G1.md", "---\nowner: Μαρία\nstatus: active\nstart: FY26\ndue: 2029\nhealth: at-risk\nhealth_note: Σημείωση\nas_of: 2026-11-01\npriority: high\n---\n# Στόχος\n\nΚείμενο [[A1]].\n")
        .file("goals/G2.md", "---\nowner: Μαρία\nhealth: on-track\nas_of: 2024-01-01\nallow: {T001: Λόγος}\n---\n# Άλλος\n\nΚείμενο.\n")
        .file("strategies/S1.md", "---\nsupports: [G1, G2]\nowner: Νίκος\nteam: Ομάδα\n---\n# Στρατηγική\n\nΚείμενο.\n")
        .file("strategies/S2.md", "# Μόνη\n\nΚείμενο.\n")
        .file("actions/A1.md", "---\nsupports: S1\nplan: a\nowner: Νίκος\ncontributors: [Μαρία]\nconsulted: [Μαρία]\ninformed: [Μαρία]\nstatus: active\nstart: 2026-01-01\ndue: 2026-09-30\ndue_was: [2026-06-30]\nprogress: 50\nbudget: 1.2M EUR\nspent: 300k EUR\ntags: [ετικέτα]\nreviewed: 2026-10-01\nweight: 2\nrepeats: every 2 weeks\n---\n# Δράση\n\nΚείμενο.\n")
        .file("actions/A2.md", "---\nsupports: S1\nowner: Μαρία\nstatus: done\ncompleted: 2026-05-05\ndue: 2026-Q2\n---\n# Έγινε\n\nΚείμενο.\n")
        .file("actions/A3.md", "---\nsupports: S1\nowner: Μαρία\nstatus: planned\ndue: 2027-03-31\ndepends_on: [{id: A1, lag: 2w, note: Γιατί}]\nrelates_to: A2\nrepeats: FREQ=MONTHLY;BYDAY=1MO;COUNT=4\n---\n# Αργότερα\n\nΚείμενο.\n")
        .file("actions/A4.md", "---\nsupports: S1\ndue: 2026-03-31\n---\n# Χωρίς νέα\n\nΚείμενο.\n")
        .file("milestones/A1.1.md", "---\nsupports: A1\ndue: 2026-08-31\nstatus: active\n---\n# Ορόσημο\n\nΚείμενο.\n")
        .file("measures/M1.md", "---\nmeasures: G1\nunit: βιβλία\nlevel: outcome\nsource: Πηγή\nbaseline: {value: 100, on: 2025-12-31}\ntargets: [{value: 140, on: 2026-12-31}]\ntarget: {value: 2000, on: 2027-12-31}\nreadings:\n  - {on: 2026-03-31, value: 110}\n  - {on: 2026-06-30, value: 120, note: Σημείωση}\n---\n# Δείκτης\n\nΚείμενο.\n")
        .file("risks/R1.md", "---\nthreatens: G1\nlikelihood: 4\nimpact: 5\nresponse: reduce\nowner: Νίκος\n---\n# Κίνδυνος\n\nΚείμενο.\n")
        .file("contingencies/B1.md", "---\nanswers: R1\ntrigger: {measure: M1, below: 130, by: 2027-06-30}\n---\n# Εναλλακτικό\n\nΚείμενο.\n")
        .file("contingencies/B2.md", "---\nanswers: A1\ntrigger: {item: A1, later_than: 30d}\n---\n# Δεύτερο\n\nΚείμενο.\n")
        .file("contingencies/B3.md", "---\nanswers: A2\ntrigger: Κάτι\n---\n# Τρίτο\n\nΚείμενο.\n")
        .file("views.md", &format!("# Όψεις\n\n{{{{G1.status}}}}, {{{{A1.progress}}}}, {{{{A1.due}}}}, {{{{A1.health}}}}, {{{{G1.priority}}}}.\n\n{views}"))
}

/// The messages of a language that is not there, all in one Greek letter.
fn of_one_letter() -> String {
    let mut text = String::new();
    for (id, message) in messages("en") {
        let value: Vec<String> = message.lines().map(line_of_one_letter).collect();
        let _ = writeln!(text, "{id} = {}", value.join("\n"));
    }
    text
}

fn line_of_one_letter(line: &str) -> String {
    // The key of a variant, such as `[one]`, stays.
    let (key, value) = if line.trim_start().starts_with(['[', '*']) {
        line.split_once(']').expect("a key ends")
    } else {
        ("", line)
    };
    let mut depth = 0;
    let letters = value.chars().map(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if depth == 0 && c.is_alphabetic() {
            'ω'
        } else {
            c
        }
    });
    let value: String = letters.collect();
    if key.is_empty() {
        value
    } else {
        format!("{key}]{value}")
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("readable")
}

/// The pages of a site.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    let files = files.map(walkdir::DirEntry::into_path);
    files
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect()
}

/// Attributes that people see or hear.
const SPOKEN: [&str; 14] = [
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "data-label",
    "data-count",
    "data-auto",
    "data-light",
    "data-dark",
    "data-status",
    "data-health",
    "data-team",
    "data-severity",
    "data-of",
];

/// What a page says in the language of its plan: not what is marked as
/// English, nor code, ids and paths.
fn said(html: &str) -> Vec<String> {
    // What stands there for want of scripts is parsed as a text otherwise.
    let page = Html::parse_document(&html.replace("noscript", "div"));
    let mut said = Vec::new();
    // A rule's page is called after it, in English.
    let of_rule = html.contains("data-page=\"rule\"");
    let skipped = |element: ElementRef<'_>| {
        let it = element.value();
        let names = ["code", "pre", "script", "style", "bdi"];
        names.contains(&it.name())
            || (of_rule && it.name() == "title")
            || it.attr("lang") == Some("en")
            || it.classes().any(|c| c == "id")
    };
    for node in page.tree.nodes() {
        let mut above = node.ancestors().filter_map(ElementRef::wrap);
        if above.any(skipped) {
            continue;
        }
        match node.value() {
            Node::Text(text) => said.push(text.to_string()),
            Node::Element(element) => {
                let spoken = SPOKEN.iter().filter_map(|name| element.attr(name));
                said.extend(spoken.map(str::to_owned));
            }
            _ => {}
        }
    }
    said
}

/// Words in Latin letters; ids of one letter, paths and placeholders are none.
fn latin(text: &str) -> bool {
    let words = text.split_whitespace();
    words
        .filter(|word| !word.contains(['/', '{']) && !word.contains(".md") && *word != "EUR")
        .any(|word| {
            let letters = word.chars().map(|c| c.is_ascii_alphabetic());
            letters
                .collect::<Vec<_>>()
                .windows(2)
                .any(|two| two == [true, true])
        })
}

#[test]
fn no_word_of_a_page_is_forgotten() {
    let plan = greek();
    let theme = plan.folder().with_file_name("theme");
    fs::create_dir_all(theme.join("words")).expect("a folder");
    fs::write(theme.join("words/el.ftl"), of_one_letter()).expect("a file");
    let theme = theme.to_str().expect("a path in Unicode").to_owned();
    let run = plan.build_with(&["--theme", &theme]);
    assert!(!run.stderr.contains("words"), "{}", run.stderr);
    let mut seen = 0;
    for path in pages(&plan.out()) {
        let html = read(&path);
        seen += 1;
        let forgotten: Vec<String> = said(&html).into_iter().filter(|text| latin(text)).collect();
        assert_eq!(forgotten, [""; 0], "{}", path.display());
    }
    assert!(seen > 30, "the plan has many pages: {seen}\n{}", run.stderr);
}

#[test]
fn a_page_in_another_language_has_no_english() {
    let english = messages("en");
    for language in LANGUAGES.into_iter().filter(|it| *it != "en") {
        let own = messages(language);
        let phrases: Vec<&String> = english
            .iter()
            .filter(|(id, text)| text.contains(' ') && !text.contains('{') && own[*id] != **text)
            .map(|(_, text)| text)
            .collect();
        assert!(phrases.len() > 50);
        let plan = greek();
        let settings = read(&plan.folder().join("plan.toml"));
        let settings = settings.replace("language = \"el\"", &format!("language = \"{language}\""));
        plan.write("plan.toml", settings);
        let run = plan.build();
        for path in pages(&plan.out()) {
            for text in said(&read(&path)) {
                for phrase in &phrases {
                    assert!(
                        !text.contains(*phrase),
                        "{language}: {text:?} in {}",
                        path.display()
                    );
                }
            }
        }
        assert!(plan.out().join("index.html").exists(), "{}", run.stderr);
    }
}

#[test]
fn the_sample_plan_can_be_built_in_every_language() {
    for language in LANGUAGES {
        let copy = plan();
        for file in walkdir::WalkDir::new("sample-plan").into_iter().flatten() {
            if file.file_type().is_file() {
                let path = file.path().strip_prefix("sample-plan").expect("below it");
                let bytes = fs::read(file.path()).expect("readable");
                copy.write(path.to_str().expect("Unicode"), bytes);
            }
        }
        let settings = read(&copy.folder().join("plan.toml"));
        assert!(settings.contains("language = \"en\""));
        let settings = settings.replace("language = \"en\"", &format!("language = \"{language}\""));
        copy.write("plan.toml", settings);
        copy.build().ok();
    }
}

#[test]
fn own_words_stay_as_they_are_written_and_others_do_not() {
    let plan = greek();
    plan.write(
        "plan.toml",
        "[plan]\nlanguage = \"de\"\n[plans.a]\ntitle = \"Α\"\n[kinds.goal]\nlabel = \"Leitstern\"\nplural = \"Leitsterne\"\n[statuses.planned]\nlabel = \"In petto\"\n",
    );
    let run = plan.build();
    let goal = run.page("goals/g1.html");
    assert_eq!(goal.text(".kind"), "Leitstern G1");
    assert!(goal.fact("Status").starts_with("Aktiv"));
    let action = run.page("actions/a3.html");
    assert_eq!(action.text(".kind"), "Maßnahme A3");
    assert!(action.fact("Status").starts_with("In petto"));
}

#[test]
fn a_sum_reads_as_people_of_the_language_write_it() {
    let plan = greek();
    let budget = |language: &str, label: &str| {
        let settings = format!("[plan]\nlanguage = \"{language}\"\n[plans.a]\ntitle = \"Α\"\n");
        plan.write("plan.toml", settings);
        plan.build().page("actions/a1.html").fact(label)
    };
    assert_eq!(budget("en", "Budget"), "1,200,000 EUR");
    assert_eq!(budget("de", "Budget"), "1.200.000 EUR");
    assert_eq!(budget("es", "Presupuesto"), "1.200.000 EUR");
    assert_eq!(budget("ar", "الميزانية"), "1,200,000 \u{2066}EUR\u{2069}");
}
