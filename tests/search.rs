//! The index of search, read back as the browser reads it.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use planwright::output::Tree;
use planwright::pipeline;
use planwright::theme::Theme;
use proptest::prelude::{ProptestConfig, prop, prop_assert, proptest};
use serde_json::Value;
use support::memory::{Texts, inputs};
use support::page::Page;
use support::synthetic::synthetic;
use support::{plan, small_plan};

/// The index, put together again.
struct Index {
    /// What the browser reads first.
    first: Value,
    /// Pieces by name: their data, and their size.
    pieces: BTreeMap<String, (Value, usize)>,
}

/// A piece hands its data over: `planwrightSearch.take("name", data);`.
fn data(script: &str) -> (String, Value) {
    let inner = script
        .strip_prefix("planwrightSearch.take(")
        .expect("a piece");
    let inner = inner.trim_end().strip_suffix(");").expect("whole");
    let (name, data) = inner.split_once(", ").expect("a name and data");
    let data = serde_json::from_str(data).expect("JSON");
    (name.trim_matches('"').to_owned(), data)
}

fn tree(texts: &Texts) -> Tree {
    let built = pipeline::build(&inputs(texts), &Theme::default(), None);
    let built = built.expect("templates that work");
    built
        .tree
        .unwrap_or_else(|| panic!("{:?}", built.checked.diagnostics))
}

fn pieces(tree: &Tree) -> BTreeMap<String, Vec<u8>> {
    let all = tree.iter().filter_map(|(path, entry)| {
        let name = path.as_str().strip_prefix("search/")?;
        Some((name.to_owned(), entry.bytes()?.to_vec()))
    });
    all.collect()
}

impl Index {
    fn of(tree: &Tree) -> Self {
        let mut all: BTreeMap<String, (Value, usize)> = BTreeMap::new();
        for (file, bytes) in pieces(tree) {
            let script = String::from_utf8(bytes).expect("UTF-8");
            let (name, data) = data(&script);
            assert_eq!(file, format!("{name}.js"), "a piece says its name");
            all.insert(name, (data, script.len()));
        }
        let (first, _) = all.remove("index").expect("the index");
        Self { first, pieces: all }
    }

    fn pairs(&self, name: &str) -> Vec<(String, String)> {
        let cells = self.first[name].as_str().expect("text").split(' ');
        let cells: Vec<String> = cells.map(str::to_owned).collect();
        let pairs = cells.chunks(2);
        pairs
            .map(|pair| (pair[0].clone(), pair[1].clone()))
            .collect()
    }

    /// The numbers of the entries that hold a word, by field, looked up in the
    /// only piece that can have it.
    fn find(&self, word: &str) -> Vec<Vec<usize>> {
        let words = self.pairs("words");
        let at = words.partition_point(|(first, _)| first.as_str() <= word);
        let Some(at) = at.checked_sub(1) else {
            return Vec::new();
        };
        let (piece, _) = &self.pieces[&words[at].1];
        let fields = piece[word].as_array().cloned().unwrap_or_default();
        fields
            .iter()
            .map(|field| {
                let mut at = 0;
                let gaps = field.as_str().expect("text").split(' ');
                let gaps = gaps.filter(|gap| !gap.is_empty() && *gap != "*");
                gaps.map(|gap| {
                    at += usize::from_str_radix(gap, 36).expect("to base 36");
                    at
                })
                .collect()
            })
            .collect()
    }

    /// The rows of the entries that hold a word anywhere.
    fn hits(&self, word: &str) -> Vec<Vec<String>> {
        let numbers: BTreeSet<usize> = self.find(word).into_iter().flatten().collect();
        numbers
            .into_iter()
            .map(|number| self.entry(number))
            .collect()
    }

    /// `[href, id, title, …]` of an entry.
    fn entry(&self, number: usize) -> Vec<String> {
        let shelf = self.first["shelf"].as_u64().expect("a number") as usize;
        let entries: BTreeMap<String, String> = self.pairs("entries").into_iter().collect();
        let (piece, _) = &self.pieces[&entries[&(number / shelf).to_string()]];
        let row = piece[number % shelf].as_array().expect("an entry");
        row.iter()
            .map(|cell| cell.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    fn titles(&self, word: &str) -> Vec<String> {
        let hits = self.hits(word).into_iter();
        hits.map(|row| row.get(2).cloned().unwrap_or_default())
            .collect()
    }
}

fn index(texts: &[(&str, &str)]) -> Index {
    let texts = texts
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    Index::of(&tree(&texts.collect()))
}

#[test]
fn an_item_is_found_by_id_title_text_owner_and_tag() {
    let index = index(&[
        ("goals/G1.md", "# Read more\n"),
        (
            "strategies/S1.md",
            "---\nsupports: G1\nowner: Zoë Ångström\ntags: [Öffentlichkeit]\nsummary: In short, wheels\n---\n# Go there\n\nWith a *bookmobile* and `code`.\n",
        ),
    ]);
    for word in [
        "s1",
        "go",
        "bookmobile",
        "code",
        "angstrom",
        "offentlichkeit",
        "wheels",
    ] {
        assert!(
            index.titles(word).contains(&"Go there".to_owned()),
            "{word}"
        );
    }
    let row = index.hits("bookmobile").remove(0);
    assert_eq!(row[..3], ["strategies/s1.html", "S1", "Go there"]);
    assert_eq!(
        row[4..],
        ["Zoë Ångström", "In short, wheels", "Öffentlichkeit"]
    );
    assert_eq!(index.titles("zoe"), ["Go there", "Zoë Ångström"]);
}

#[test]
fn pages_people_teams_and_the_home_page_are_found() {
    let index = index(&[
        (
            "plan.toml",
            "[people.maya]\nname = \"Maya Okafor\"\nrole = \"Head of wheels\"\nteam = \"Outreach\"\n",
        ),
        (
            "index.md",
            "---\ntitle: Our plan\nvision: Everybody reads\nvalues: [{name: Patience, text: We wait}]\n---\nWelcome.\n",
        ),
        ("guide.md", "# A guide\n\nHow to steer.\n"),
        ("goals/G1.md", "# Read more\n"),
    ]);
    assert_eq!(index.titles("okafor"), ["Maya Okafor"]);
    assert_eq!(index.titles("wheels"), ["Maya Okafor"]);
    assert_eq!(index.titles("outreach"), ["Outreach"]);
    assert_eq!(index.titles("steer"), ["A guide"]);
    for word in ["everybody", "welcome", "patience", "wait"] {
        assert_eq!(index.titles(word), ["Our plan"], "{word}");
    }
}

#[test]
fn nothing_is_found_that_no_page_shows() {
    let index = index(&[(
        "goals/G1.md",
        "---\nallow: {t004: unspeakable}\naliases: [formername]\n---\n# Read more\n\n<!-- whispered -->\n",
    )]);
    for word in ["unspeakable", "formername", "whispered", "md"] {
        assert_eq!(index.titles(word), [""; 0], "{word}");
    }
}

#[test]
fn pieces_are_of_bounded_size() {
    let index = Index::of(&tree(&synthetic(1_500)));
    for (name, (data, size)) in &index.pieces {
        let most = match name.as_bytes()[0] {
            b'w' if data.as_object().is_some_and(|words| words.len() == 1) => 60_000,
            b'w' => 20_200,
            b'e' => 8_000,
            b'v' => 120_000,
            _ => 40_000,
        };
        assert!(size <= &most, "{name}: {size} bytes");
    }
    assert!(index.pairs("words").len() > 1, "it takes several pieces");
}

#[test]
fn an_edit_changes_few_pieces() {
    let texts = synthetic(1_500);
    let before = pieces(&tree(&texts));
    let changed = |texts: &Texts| {
        let after = pieces(&tree(texts));
        let new = after
            .iter()
            .filter(|(name, bytes)| before.get(*name) != Some(bytes));
        new.count()
    };
    let mut edited = texts.clone();
    edited
        .get_mut("actions/A7.md")
        .expect("an action")
        .push_str("\nAn unheard word.\n");
    // The two words, the vocabulary and the index itself.
    assert!((2..=5).contains(&changed(&edited)), "{}", changed(&edited));
    let mut added = texts.clone();
    let last = texts["actions/A750.md"].replace("A750", "A9999");
    added.insert("actions/A9999.md".to_owned(), last);
    let all = before.len();
    assert!(changed(&added) < all / 2, "{} of {all}", changed(&added));
}

#[test]
fn the_page_says_what_to_do_without_scripts() {
    let site = small_plan().build().ok();
    let page = site.page("search.html");
    let without = Page::parse(&page.text("noscript"));
    assert!(without.text("p").contains("JavaScript"));
    assert_eq!(
        without.href("The outline shows the whole plan."),
        "outline.html"
    );
    assert!(page.has("search[hidden][data-failed] input[type=search]"));
    let home = site.page("index.html");
    assert_eq!(home.attributes("[data-search]", "href"), ["search.html"]);
    assert_eq!(
        site.page("actions/a1.html")
            .attributes("[data-search]", "href"),
        ["../search.html"]
    );
}

#[test]
fn a_plan_without_items_can_be_searched() {
    let site = plan()
        .file("index.md", "---\ntitle: Soon\n---\nNothing yet.\n")
        .build()
        .ok();
    assert!(site.has("search.html") && site.has("search/index.js"));
    let without = Page::parse(&site.page("search.html").text("noscript"));
    assert!(without.has("p") && !without.has("a"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever the titles, each of their words leads to the item.
    #[test]
    fn every_word_of_every_title_finds_its_item(
        titles in prop::collection::vec("[A-Za-z0-9äÖéЖ ]{0,24}[A-Za-zЖ]", 1..80),
    ) {
        let texts = titles.iter().enumerate().map(|(at, title)| {
            (format!("goals/G{at}.md"), format!("---\ntitle: \"{title}\"\n---\nText.\n"))
        });
        let index = Index::of(&tree(&texts.collect()));
        for (at, title) in titles.iter().enumerate() {
            let folded = title.to_lowercase().replace('ä', "a").replace('ö', "o").replace('é', "e");
            for word in folded.split_whitespace() {
                let hits = index.hits(word);
                prop_assert!(hits.iter().any(|row| row[1] == format!("G{at}")), "{word} of G{at}");
            }
        }
    }
}
