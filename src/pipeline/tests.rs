//! Nothing hidden is in an edition, and where a wall is missing it is noticed.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::edition::{Imprint, Wall};
use crate::output::Tree;
use crate::quantity::Date;
use crate::site::{Looks, Site, search};
use crate::source::SourceSet;
use crate::theme::Theme;

use super::shown::Shown;
use super::{Inputs, check, settings};

/// A plan in which every hidden thing holds a word that stands nowhere else:
/// `zq`, who may not see it, and a number.
const PLAN: &[(&str, &str)] = &[
    (
        "plan.toml",
        r#"
[plan]
title = "A plan with walls"
base_url = "https://plan.example/"

[audiences]
order = ["public", "staff", "board"]

[editions.public]
audience = "public"
hide_fields = ["evidence", "budget", "remark", "consulted"]

[editions.staff]
audience = "staff"

[editions.board]
audience = "board"

[fields.remark]
type = "text"

[fields.see]
type = "link"
list = true

[people.jo]
name = "Jo Zqstaffa1"
role = "Head of zqstaffa2"
email = "zqstaffa3@plan.example"
team = "Team zqstaffa4"

[people.kim]
name = "Kim Open"
team = "Everybody"

[plans.quiet]
title = "The zqpublica5 programme"
summary = "About zqpublica6."
folder = "quiet"

[site]
index = true
nav = ["guide.md", "quiet/memo.md"]
"#,
    ),
    (
        "index.md",
        "---\nvision: A town with time\n---\n# A plan\n\nAs [[S1]] says.\n\n::: audience board\n\
         ## Heading zqboardb1\n\nWords zqboardb2 and ![zqboardb3](assets/zqboardb4.svg).\n:::\n\n\
         ```view\ntable\n```\n",
    ),
    (
        "guide.md",
        "---\naudience: public\n---\n# How to read it\n\n- [[G1]]\n- [[HID-zqboardb5]]\n- [words zqboardb6](quiet/memo.md)\n",
    ),
    (
        "goals/g1.md",
        "---\nid: G1\naudience: public\nowner: kim\nevidence: zqpublicc1\nremark: zqpublicc2\n\
         consulted: Lou Zqpublicc3\nbudget: 4M\n---\n# Shorter waits\n\nFor all, with [[G1.budget]].\n",
    ),
    (
        "strategies/s1.md",
        "---\nid: S1\nsupports: G1\naudience: public\nowner: kim\n\
         depends_on: []\nrelates_to:\n  - {id: HID-zqboardb5, note: zqboardb7}\n  - G1\nsee: [HID-zqboardb5, G1]\n---\n\
         # More counters\n\n<!-- not yet zqnobodyd1 -->\nSee [[HID-zqboardb5|zqboardb8]] and [[HID-zqboardb5]].\n\n\
         ::: audience staff\nFor those who work here: zqpublicc4, [file](../assets/zqpublicc5.txt).\n\n\
         ::: audience board\nAnd zqboardb9.\n:::\n:::\n",
    ),
    (
        "quiet/hidden.md",
        "---\nid: HID-zqboardb5\nkind: action\nsupports: S1\naudience: board\ntitle: The zqboarde1 affair\n\
         summary: Of zqboarde2\ntags: [zqboarde3]\nowner: jo\ncontributors: [Max Zqboarde4]\nteam: zqboarde5\n\
         aliases: [OLD-zqboarde6]\nremark: zqboarde7\nhealth: at-risk\nhealth_note: zqboarde8\ndue: 2027-01-31\n\
         due_when: zqboarde9\nevidence: zqboardf1\nallow: {D009: zqboardf2}\nplan: quiet\n# a comment zqboardf3\n---\n\
         Text zqboardf4, <!-- zqboardf5 --> a [sheet](../assets/zqboardf6.csv).\n\n## Part zqboardf7\n\n- [ ] zqboardf8\n",
    ),
    (
        "quiet/m1.md",
        "---\nid: M1\nkind: measure\nmeasures: G1\naudience: staff\nunit: zqpublicg1\nsource: zqpublicg2\n\
         baseline: {value: 10, on: 2026-01-01}\ntarget: {value: 5, on: 2027-01-01}\nreadings: assets/zqpublicg3.csv\n---\n\
         # Minutes of zqpublicg4\n\nBy ticket.\n",
    ),
    (
        "quiet/r1.md",
        "---\nid: R1\nkind: risk\nthreatens: G1\naudience: board\nlikelihood: 4\nimpact: 4\n---\n# A strike zqboardg5\n\nOf all.\n",
    ),
    (
        "quiet/b1.md",
        "---\nid: B1\nkind: contingency\nanswers: R1\naudience: board\ntrigger: zqboardg6 is announced\n---\n# Close zqboardg7\n\nFor a day.\n",
    ),
    (
        "quiet/memo.md",
        "---\naudience: board\naliases: [old/zqboardg8.md]\n---\n# A memo zqboardg9\n\nTo file.\n",
    ),
    (
        "assets/zqpublicg3.csv",
        "date,value,note\n2026-03-31,9,zqpublich1\n",
    ),
    ("assets/zqboardf6.csv", "a,b\nzqboardh2,2\n"),
    (
        "reviews.csv",
        "item,parent,on,by,title,text,dates,target,aims\n\
         HID-zqboardb5,S1,2026-10-01,zqboardh3,00000000,00000000,-,-,00000000\n",
    ),
];

const FILES: &[(&str, &str)] = &[
    (
        "assets/zqboardb4.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>zqboardh4</title></svg>",
    ),
    ("assets/zqpublicc5.txt", "A text zqpublich5."),
    ("assets/zqstaffh6.txt", "Nobody refers to zqstaffh7."),
];

fn inputs() -> Inputs {
    let files = FILES.iter().fold(
        SourceSet::in_memory(PLAN.iter().copied()),
        |set, (path, text)| set.with_attachment(path, text.as_bytes()),
    );
    let (config, problems) = settings(&files);
    Inputs {
        sources: files,
        config,
        problems,
        today: Date::constant(2026, 11, 23),
        imprint: Imprint::default(),
    }
}

/// The site of an edition, perhaps with a wall torn down, and what is found
/// in it that should not be there.
fn made(inputs: &Inputs, edition: &str, wall: Option<Wall>) -> (Tree, Vec<Diagnostic>) {
    let looks = Looks::new(Theme::default(), "en").expect("a theme that works");
    let checked = check(inputs);
    let edition = inputs.config.edition(edition).expect("an edition");
    let subject = checked.subject(inputs);
    let shown = Shown::without(wall, subject, edition);
    let site = Site::new(shown.subject(inputs), &[], &looks);
    let tree = site.tree(None).expect("a theme that works");
    let sound = Shown::without(None, subject, edition);
    let leaks = sound.leaks(subject, edition, (&tree, &looks));
    (tree, leaks)
}

/// The hidden words of a plan or of files, without regard to who hides them.
fn canaries(texts: impl Iterator<Item = String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for text in texts {
        let text = text.to_lowercase();
        for (at, _) in text.match_indices("zq") {
            let word = text[at..].chars().take_while(|c| c.is_alphanumeric());
            found.insert(word.collect());
        }
    }
    found
}

fn in_site(tree: &Tree) -> BTreeSet<String> {
    let files = tree.iter().flat_map(|(path, entry)| {
        let bytes = entry.bytes().expect("a file that was made");
        // Of an archive, the bytes are no words; a calendar's lines are
        // folded, within words too.
        let said = match unpacked(bytes).as_str() {
            "" => String::from_utf8_lossy(bytes).replace("\r\n ", ""),
            unpacked => unpacked.to_owned(),
        };
        let index = search::said(&said).join("\n");
        [path.as_str().to_owned(), said, index]
    });
    canaries(files)
}

/// All files of an archive, with their names; nothing of what is none.
fn unpacked(bytes: &[u8]) -> String {
    let mut said = String::new();
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return said;
    };
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file of the archive");
        said.push_str(&file.name().expect("a name"));
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).expect("it can be unpacked");
        said.push_str(&String::from_utf8_lossy(&bytes));
    }
    said
}

/// The words that an audience may see.
fn seen_by(ranks: &[&str]) -> BTreeSet<String> {
    let hidden = |word: &str| {
        !ranks
            .iter()
            .any(|rank| word.starts_with(&format!("zq{rank}")))
    };
    let texts = PLAN
        .iter()
        .chain(FILES)
        .flat_map(|(path, text)| [*path, *text]);
    let mut all = canaries(texts.map(str::to_owned));
    all.retain(|word| hidden(word));
    all
}

#[test]
fn the_plan_is_sound() {
    let inputs = inputs();
    let found = check(&inputs).diagnostics;
    let errors: Vec<_> = found.iter().filter(|it| it.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// A word is hidden from `public`, from `staff` and whoever sees less, from
/// the `board` and so on; `nobody` is shown a comment.
#[test]
fn an_edition_holds_no_hidden_word_in_any_byte() {
    let inputs = inputs();
    for (edition, hidden) in [
        ("public", &["public", "staff", "board", "nobody"][..]),
        ("staff", &["staff", "board", "nobody"]),
        ("board", &["nobody"]),
    ] {
        let (tree, leaks) = made(&inputs, edition, None);
        assert!(leaks.is_empty(), "{edition}: {leaks:#?}");
        let found = in_site(&tree);
        let may: BTreeSet<String> = seen_by(hidden);
        let leaked: Vec<&String> = found.difference(&may).collect();
        assert!(leaked.is_empty(), "{edition} shows {leaked:?}");
    }
}

#[test]
fn what_may_be_seen_is_there() {
    let inputs = inputs();
    let (tree, _) = made(&inputs, "board", None);
    let found = in_site(&tree);
    for word in [
        "zqboardb2",
        "zqboarde1",
        "zqboardf4",
        "zqstaffa1",
        "zqpublicc1",
        "zqboardf6",
        "zqstaffh7",
    ] {
        assert!(found.contains(word), "{word} is not in {found:?}");
    }
}

#[test]
fn where_a_wall_is_missing_it_is_noticed() {
    let inputs = inputs();
    for wall in Wall::ALL {
        let (tree, leaks) = made(&inputs, "public", Some(wall));
        let found = in_site(&tree);
        assert!(
            !found.is_empty(),
            "without {wall:?} everything is hidden all the same"
        );
        assert!(
            !leaks.is_empty(),
            "without {wall:?} {found:?} is not noticed"
        );
        let told: Vec<&str> = leaks.iter().map(|leak| leak.message.as_str()).collect();
        let told = told.join("\n").to_lowercase();
        let missed: Vec<&String> = found
            .iter()
            .filter(|word| !told.contains(word.as_str()))
            .collect();
        assert!(
            leaks.len() >= 50 || missed.is_empty(),
            "without {wall:?} {missed:?} is not noticed"
        );
    }
}

/// What a plan's edition for the public says, by the paths of its files.
fn public_site(files: &[(&str, String)]) -> BTreeMap<String, String> {
    let files = files.iter().map(|(path, text)| (path, text));
    let sources = SourceSet::in_memory(files);
    let (config, problems) = settings(&sources);
    let inputs = Inputs {
        sources,
        config,
        problems,
        ..inputs()
    };
    let (tree, leaks) = made(&inputs, "public", None);
    assert!(leaks.is_empty(), "{leaks:#?}");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let files = tree.iter();
    let files = files.map(|(path, entry)| (path.to_string(), text(entry.bytes().expect("made"))));
    files.collect()
}

/// That nothing tells two sites apart.
fn assert_same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) {
    assert_eq!(
        one.keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    for (path, text) in one {
        let lines = text.lines().zip(other[path].lines());
        let differs = lines.filter(|(a, b)| a != b).collect::<Vec<_>>();
        assert!(*text == other[path], "{path}: {differs:#?}");
    }
}

/// What is worked out of hidden parts is worked out of the visible ones.
#[test]
fn sums_count_what_is_visible() {
    let parts = |hidden: &str| {
        let files = [
            ("plan.toml", "[audiences]\norder = [\"public\", \"board\"]\n[editions.public]\naudience = \"public\"\n".to_owned()),
            ("goals/g1.md", "---\nid: G1\naudience: public\n---\n# Shorter waits\n".to_owned()),
            ("strategies/s1.md", "---\nid: S1\nsupports: G1\naudience: public\n---\n# More counters\n".to_owned()),
            ("actions/a1.md", "---\nid: A1\nsupports: S1\naudience: public\nbudget: 1000 EUR\nprogress: 50\n---\n# Open one\n".to_owned()),
            ("actions/a2.md", format!("---\nid: A2\nsupports: S1\n{hidden}---\n# Close one\n")),
        ];
        public_site(&files)
    };
    let cheap =
        parts("budget: 77 EUR\nprogress: 1\nstart: 2026-01-01\ndue: 2026-02-01\nstatus: active\n");
    let dear = parts("budget: 77777 EUR\nprogress: 99\nhealth: off-track\ndue: 2029-02-01\n");
    assert_same(&cheap, &dear);
}

/// A field that is hidden is hidden in whatever is worked out of it.
#[test]
fn hidden_fields_leave_no_trace() {
    let site = |fields: &str| {
        let files = [
            (
                "plan.toml",
                "[audiences]\norder = [\"public\"]\n[editions.public]\naudience = \"public\"\n\
                 hide_fields = [\"budget\", \"spent\", \"owner\", \"due_was\", \"tags\"]\n"
                    .to_owned(),
            ),
            (
                "goals/g1.md",
                format!("---\nid: G1\n{fields}---\n# Shorter waits\n"),
            ),
            (
                "strategies/s1.md",
                "---\nid: S1\nsupports: G1\n---\n# More counters\n".to_owned(),
            ),
            (
                "actions/a1.md",
                format!("---\nid: A1\nsupports: S1\ndue: 2027-01-31\n{fields}---\n# Open one\n"),
            ),
        ];
        public_site(&files)
    };
    let stated =
        "budget: 5M EUR\nspent: 7M EUR\nowner: Maya Okafor\ndue_was: 2025-01-31\ntags: [quiet]\n";
    assert_same(&site(""), &site(stated));
}
