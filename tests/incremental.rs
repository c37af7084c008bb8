//! Whatever is edited, a site built on the last one is the site built anew.

#![expect(clippy::disallowed_methods, reason = "the site is read back from disk")]

mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use planwright::output::{Delta, Folder, Manifest};
use planwright::pipeline::{self, Inputs, Memory};
use planwright::site::Looks;
use planwright::theme::Theme;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use support::arbitrary::{LENIENT, path, text};
use support::memory::{Texts, inputs};
use support::synthetic::synthetic;

/// What somebody does to a plan; a file is meant by any number.
#[derive(Debug, Clone)]
enum Edit {
    Body(usize, u8),
    Title(usize, u8),
    Status(usize, &'static str),
    Due(usize, u8),
    Mention(usize, usize),
    Support(usize, usize),
    Rename(usize, u8),
    Delete(usize),
    Add(u8),
    Settings(u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let file = || 0_usize..1000;
    let status = prop_oneof![
        Just("planned"),
        Just("active"),
        Just("done"),
        Just("dropped")
    ];
    prop_oneof![
        (file(), any::<u8>()).prop_map(|(file, n)| Edit::Body(file, n)),
        (file(), any::<u8>()).prop_map(|(file, n)| Edit::Title(file, n)),
        (file(), status).prop_map(|(file, status)| Edit::Status(file, status)),
        (file(), any::<u8>()).prop_map(|(file, n)| Edit::Due(file, n)),
        (file(), file()).prop_map(|(file, to)| Edit::Mention(file, to)),
        (file(), file()).prop_map(|(file, to)| Edit::Support(file, to)),
        (file(), any::<u8>()).prop_map(|(file, n)| Edit::Rename(file, n)),
        file().prop_map(Edit::Delete),
        any::<u8>().prop_map(Edit::Add),
        any::<u8>().prop_map(Edit::Settings),
    ]
}

impl Edit {
    /// Does it to a plan. What it makes may be broken, as a plan is at times.
    fn apply(&self, texts: &mut Texts) {
        let items: Vec<String> = texts
            .keys()
            .filter(|path| path.contains('/'))
            .cloned()
            .collect();
        let path = |file: usize| items[file % items.len()].clone();
        let id = |file: usize| id_of(&texts[&path(file)]);
        let (file, text) = match *self {
            Self::Delete(file) => {
                texts.remove(&path(file));
                return;
            }
            Self::Settings(n) => (
                "plan.toml".to_owned(),
                format!("[plan]\ntitle = \"Title {n}\"\n"),
            ),
            Self::Add(n) => {
                let text = format!(
                    "---\nid: N{n}\nsupports: S1\nowner: Person {n}\n---\n# New {n}\n\nText.\n"
                );
                (format!("actions/N{n}.md"), text)
            }
            Self::Body(file, n) => (
                path(file),
                format!("{}\nAnd {n} more.\n", texts[&path(file)]),
            ),
            Self::Title(file, n) => (
                path(file),
                texts[&path(file)].replacen("\n# ", &format!("\n# {n} times "), 1),
            ),
            Self::Status(file, status) => (
                path(file),
                with_field(&texts[&path(file)], "status", status),
            ),
            Self::Due(file, n) => {
                let day = format!("2026-{:02}-{:02}", n % 12 + 1, n % 28 + 1);
                (path(file), with_field(&texts[&path(file)], "due", &day))
            }
            Self::Mention(file, to) => (
                path(file),
                format!("{}\nSee [[{}]].\n", texts[&path(file)], id(to)),
            ),
            Self::Support(file, to) => (
                path(file),
                with_field(&texts[&path(file)], "supports", &id(to)),
            ),
            Self::Rename(file, n) => {
                let renamed = with_field(&texts[&path(file)], "aliases", &id(file));
                (
                    path(file),
                    with_field(&renamed, "id", &format!("{}x{n}", id(file))),
                )
            }
        };
        texts.insert(file, text);
    }
}

fn id_of(text: &str) -> String {
    let id = text.lines().find_map(|line| line.strip_prefix("id: "));
    id.expect("every item states its id").to_owned()
}

/// A text with a field of its front matter set.
fn with_field(text: &str, field: &str, value: &str) -> String {
    let others = text
        .lines()
        .filter(|line| !line.starts_with(&format!("{field}: ")));
    let others: Vec<&str> = others.collect();
    others
        .join("\n")
        .replacen("---\n", &format!("---\n{field}: {value}\n"), 1)
        + "\n"
}

/// A plan that is built again and again, with what is remembered of it.
struct Desk {
    looks: Looks,
    memory: Memory,
    inputs: Inputs,
}

impl Desk {
    fn new() -> Self {
        Self {
            looks: Looks::new(Theme::default(), "en").expect("templates that work"),
            memory: Memory::default(),
            inputs: inputs(&Texts::new()),
        }
    }

    /// Takes in the texts; those that did not change stay the very same.
    fn read(&mut self, texts: &Texts) {
        let mut next = inputs(texts);
        for source in &mut next.sources.sources {
            let last = self.inputs.sources.by_path(&source.path);
            if let Some(last) = last.filter(|last| last.text == source.text) {
                source.text = Arc::clone(&last.text);
            }
        }
        self.inputs = next;
    }

    /// The plan's site, built on the last one; none where the plan is broken.
    fn update(&mut self, texts: &Texts, out: &Path) -> Option<()> {
        self.read(texts);
        let mut folder = Folder::open(out, None, false).expect("ours");
        let checked = pipeline::check_again(&self.inputs, &mut self.memory);
        assert_eq!(
            checked.diagnostics,
            pipeline::check(&self.inputs).diagnostics
        );
        let build = pipeline::make(checked, &self.inputs, &self.looks, folder.manifest());
        let tree = build.ok()?.tree?; // or two pages have one address
        let delta = Delta::between(folder.manifest(), &tree, self.looks.fingerprint());
        folder.write(&tree, &delta).expect("a write");
        Some(())
    }
}

/// The plan's site, built anew, must be what lies in the folder.
fn compare(texts: &Texts, theme: &Theme, out: &Path) {
    let clean = pipeline::build(&inputs(texts), theme, None).expect("templates that work");
    let clean = clean.tree.expect("it was sound a moment ago");
    for (path, entry) in clean.iter() {
        let found = fs::read(out.join(path.as_str())).expect("a page");
        let wanted = entry.bytes().expect("nothing is kept in a clean build");
        assert!(*found == **wanted, "{path} is not what a clean build makes");
    }
    let files = support::stamps(out)
        .into_keys()
        .filter(|path| !path.starts_with(".planwright"));
    assert_eq!(files.count(), clean.len(), "files were left over");
}

/// Builds a plan, then again after each change; one that breaks the plan is
/// taken back.
fn follow<C: FnOnce(&mut Texts)>(mut texts: Texts, changes: impl Iterator<Item = C>) {
    let (theme, mut desk) = (Theme::default(), Desk::new());
    let folder = tempfile::TempDir::new().expect("a folder");
    let out = folder.path().join("site");
    desk.update(&texts, &out).expect("a sound plan");
    for change in changes {
        let sound = texts.clone();
        change(&mut texts);
        if desk.update(&texts, &out).is_none() {
            texts = sound;
        }
        compare(&texts, &theme, &out);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_in_any_order(edits in vec(edit(), 6)) {
        follow(synthetic(20), edits.iter().map(|edit| move |texts: &mut Texts| edit.apply(texts)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn files_that_nobody_would_write_come_and_go(files in vec((path(), of(text())), 6)) {
        let mut texts = synthetic(20);
        texts.insert("plan.toml".to_owned(), LENIENT.to_owned());
        let change = |(path, text): (String, Option<String>)| move |texts: &mut Texts| match text {
            Some(text) => drop(texts.insert(path, text)),
            None => drop(texts.remove(&path)),
        };
        follow(texts, files.into_iter().map(change));
    }
}

#[test]
fn every_edit_changes_the_plan_and_can_leave_it_sound() {
    let item = 7;
    for edit in [
        Edit::Body(item, 1),
        Edit::Title(item, 2),
        Edit::Status(item, "done"),
        Edit::Due(item, 3),
        Edit::Mention(item, 2),
        Edit::Support(20, 11),
        Edit::Rename(item, 4),
        Edit::Delete(item),
        Edit::Add(5),
        Edit::Settings(6),
    ] {
        let before = synthetic(20);
        let mut texts = before.clone();
        edit.apply(&mut texts);
        assert_ne!(texts, before, "{edit:?}");
        let found = pipeline::check(&inputs(&texts)).diagnostics;
        let errors: Vec<_> = found
            .iter()
            .filter(|found| found.is_error())
            .map(|found| &found.message)
            .collect();
        assert!(errors.is_empty(), "{edit:?}: {errors:?}");
    }
}

#[test]
fn an_edit_of_words_makes_no_page_that_does_not_show_them() {
    let mut texts = synthetic(20);
    let build = |texts: &Texts, last: Option<&Manifest>| {
        let build = pipeline::build(&inputs(texts), &Theme::default(), last);
        build
            .expect("templates that work")
            .tree
            .expect("a sound plan")
    };
    let fingerprint = Theme::default().fingerprint();
    let mut last = Delta::between(None, &build(&texts, None), fingerprint).next;
    // So that no page that is made is found to be as it was.
    last.files.values_mut().for_each(|stamp| stamp.view = None);
    let text = texts.get_mut("actions/A3.md").expect("a text");
    text.push_str("\nAnd more.\n");
    let tree = build(&texts, Some(&last));
    let made = tree.iter().filter(|(_, entry)| entry.bytes().is_some());
    let pages = made.filter_map(|(path, _)| path.as_str().strip_suffix(".html"));
    assert_eq!(pages.collect::<Vec<_>>(), ["actions/a3", "report"]);
}

#[test]
fn another_setting_for_html_makes_its_pages_anew() {
    let (theme, mut desk) = (Theme::default(), Desk::new());
    let folder = tempfile::TempDir::new().expect("a folder");
    let out = folder.path().join("site");
    let mut texts = synthetic(20);
    let text = "---\nid: N1\nsupports: S1\n---\n# New\n\n<b style=\"x\">Text.</b>\n";
    texts.insert("actions/N1.md".to_owned(), text.to_owned());
    for (html, shown) in [
        ("sanitize", "<b>Text.</b>"),
        ("allow", "<b style=\"x\">Text.</b>"),
        ("escape", "&lt;b style=\"x\"&gt;Text.&lt;/b&gt;"),
        ("sanitize", "<b>Text.</b>"),
    ] {
        let settings = format!("[site]\nhtml = \"{html}\"\n");
        texts.insert("plan.toml".to_owned(), settings);
        desk.update(&texts, &out).expect("a sound plan");
        compare(&texts, &theme, &out);
        let page = fs::read_to_string(out.join("actions/n1.html")).expect("a page");
        assert!(page.contains(shown), "{html}: {page}");
    }
}
