//! Plans that nobody would write: files with odd names, and in them what is
//! right, almost right and quite wrong.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::select;

use super::memory::Texts;

/// Ids that are used again and again, so that some are found and some clash.
const IDS: [&str; 14] = [
    "G1", "G2", "S1", "S2", "A1", "A2", "a1", "M1", "R1", "Größe", "目標", "x.y", "A-1", "index",
];

const FOLDERS: [&str; 14] = [
    "",
    "goals/",
    "strategies/",
    "actions/",
    "milestones/",
    "measures/",
    "risks/",
    "contingencies/",
    "notes/",
    "people/",
    "Actions/",
    "größe 100%/",
    "a/b/c/",
    "actions/sub.md/",
];

const NAMES: [&str; 12] = [
    "index",
    "README",
    "con",
    "a b",
    "wie? & warum#",
    "<b>\"'",
    "e\u{301}",
    "é",
    "..x",
    "a.b",
    "🚌",
    "404",
];

/// Fields, each with what it may hold: first what is plausible.
const FIELDS: [(&str, &[&str]); 26] = [
    (
        "kind",
        &["goal", "action", "measure", "risk", "acton", "page"],
    ),
    (
        "status",
        &["planned", "active", "done", "dropped", "actve", "[a]"],
    ),
    ("priority", &["high", "low", "hihg", "1"]),
    ("health", &["on-track", "at-risk", "off-track", "?"]),
    (
        "start",
        &["2026-01-05", "2026", "Q3 2026", "05.06.2026", "-1"],
    ),
    (
        "due",
        &[
            "2027-03-31",
            "2026-10",
            "2030",
            "31.02.2027",
            "9999-12-31",
            "0000-01-01",
            "{a: b}",
        ],
    ),
    ("due_was", &["2026-01-31", "[2026-01-31, 2026-05]", "x"]),
    (
        "owner",
        &[
            "Ada Berg",
            "\"A & B / C?\"",
            "\"<i>\"",
            "[a, b]",
            "\"#\"",
            "\"..\"",
            "{}",
        ],
    ),
    ("team", &["Books", "\"Ünter / uns\"", "\".\"", "\"\""]),
    (
        "budget",
        &["10k", "€ 1,200.50", "-5", "1e400", "99999999999999999999"],
    ),
    ("spent", &["5k", "20 %", "x"]),
    ("progress", &["50", "50 %", "150", "-1", "NaN"]),
    ("tags", &["[a, b]", "\"a/b\"", "[a, A]", "[[x]]", "x: y"]),
    (
        "supports",
        &[
            "G1",
            "S1",
            "[G1, S1]",
            "[S1, s1]",
            "{id: G1, weight: 2}",
            "A1",
            "nobody",
        ],
    ),
    (
        "depends_on",
        &[
            "A1",
            "{id: A1, lag: 2w}",
            "[A1, A2]",
            "{id: A2, lag: 99999999w}",
        ],
    ),
    ("measures", &["G1", "[G1, S1]", "M1"]),
    ("threatens", &["A1", "G1"]),
    ("mitigates", &["R1"]),
    ("continues", &["A1", "A2"]),
    ("relates_to", &["G1", "[G1, M1, R1]"]),
    (
        "aliases",
        &[
            "[G7, aims/old.md]",
            "A9",
            "[\"../x\", \"/\"]",
            "index.md",
            "a1",
        ],
    ),
    ("audience", &["public", "board", "nobody"]),
    ("unit", &["loans", "\"%\"", "€", "\"<\""]),
    ("baseline", &["{value: 100, on: 2025-12-31}", "5", "x"]),
    (
        "target",
        &[
            "{value: 200, on: 2027-12-31}",
            "{value: 1e300, on: 9999}",
            "200",
        ],
    ),
    (
        "readings",
        &[
            "[{on: 2026-06-30, value: 120}]",
            "notes/x.csv",
            "[{on: 2026-06-30, value: -1e300}, {on: 2026-07, value: 0}]",
        ],
    ),
];

/// Parts of a text.
const PARTS: [&str; 26] = [
    "# A title\n",
    "# A *title* with `code` & <b>\n",
    "## Part\n",
    "## Part {#page-main}\n",
    "###### Deep {#é x}\n",
    "Words.\n",
    "See [[G1]], [[a1|it]] and [[G1#part]].\n",
    "See [[Nobody]], [there](nowhere.md), [out](../../x).\n",
    "[a](../goals/G1.md) [b](/actions/A1.md#part) <https://example.org/?a=b&c#d>\n",
    "Due [[A1.due]], [[M1.latest]] of [[M1.target]], [[G1.owner]].\n",
    "- [x] one\n- [ ] two\n  - [ ] three [[S1]]\n",
    "| a | b |\n|---|--:|\n| [[S1\\|go]] | x |\n",
    "A note[^1] and another[^1].[^2]\n\n[^1]: Said [[G1]].\n[^2]: [^1]\n",
    "```plan\nfilter: item.late\nshape: cards\n```\n",
    "```plan\nshape: timeline\ngroup: owner\n```\n",
    "```plan\nshape: matrix\nrows: action\ncolumns: goal\n```\n",
    "```plan\nfilter: item.budget >\n```\n",
    "```swot\nstrengths:\n- good [[G1]]\n```\n",
    "::: audience public\nSeen.\n:::\n",
    "::: audience board\nNever closed.\n",
    "<div><p>raw <em>html</div>\n",
    "<script>alert(1)</script><!-- note --><b>bold\n",
    "> quoted\n> - in a list\n>\n>       code\n",
    "![A map](map.png)\n",
    "\u{feff}\u{1}\u{202e}\u{85} odd\r\n",
    "***bold* and __not `closed [x](\n",
];

/// A line of front matter: mostly right.
fn line() -> impl Strategy<Value = String> {
    let field = select(&FIELDS[..]);
    let field = field.prop_flat_map(|(name, values)| {
        let value = prop_oneof![2 => Just(values[0]), 1 => select(values)];
        value.prop_map(move |value| format!("{name}: {value}"))
    });
    prop_oneof![
        40 => field,
        1 => Just("no field".to_owned()),
        1 => Just("kept: &a [*a]".to_owned()),
        1 => Just("title: \"Words & <more>\"".to_owned()),
    ]
}

/// A text with or without front matter.
pub fn text() -> impl Strategy<Value = String> {
    let id = of(select(&IDS[..]));
    let body = vec(select(&PARTS[..]), 0..5);
    (id, vec(line(), 0..5), body).prop_map(|(id, mut lines, parts)| {
        let key = |line: &String| line.split(':').next().unwrap_or_default().to_owned();
        lines.sort_by_key(key);
        lines.dedup_by_key(|line| key(line));
        let id = id.map(|id| format!("id: {id}"));
        let lines: Vec<String> = id.into_iter().chain(lines).collect();
        format!("---\n{}\n---\n{}", lines.join("\n"), parts.join("\n"))
    })
}

/// The path of a text: an id or an odd name in some folder.
pub fn path() -> impl Strategy<Value = String> {
    let name = prop_oneof![3 => select(&IDS[..]), 1 => select(&NAMES[..])];
    (select(&FOLDERS[..]), name).prop_map(|(folder, name)| format!("{folder}{name}.md"))
}

/// Settings by which nothing that is wrong keeps a site from being made.
pub const LENIENT: &str = "[checks]\nB = \"warn\"\nD = \"warn\"\nE = \"warn\"\nK = \"warn\"\nL = \"warn\"\nM = \"warn\"\nP = \"warn\"\nR = \"warn\"\nS = \"warn\"\nT = \"warn\"\nX = \"warn\"\n";

/// Settings that change what a site is.
pub fn settings() -> impl Strategy<Value = String> {
    let part = select(vec![
        "[plan]\ntitle = \"A & <b>\"\nbase_url = \"https://plan.example/\"\n",
        "[people.ada]\nname = \"Ada Berg\"\nteam = \"Ünter / uns\"\n",
        "[fields.district]\ntype = \"term\"\nvalues = [\"East: <old>\", \"#\"]\n",
        "[audiences]\norder = [\"public\", \"board\"]\n",
        "[checks]\nT003 = \"off\"\n",
        LENIENT,
        "[kinds.project]\nlabel = \"Project\"\nrole = \"action\"\n",
        "[nothing]\nx = 1\n",
    ]);
    let language = select(vec!["", "", "language = \"de\"\n", "language = \"ar\"\n"]);
    (language, proptest::collection::btree_set(part, 0..4)).prop_map(|(language, parts)| {
        let parts: String = parts.into_iter().collect();
        match parts.strip_prefix("[plan]\n") {
            Some(rest) => format!("[plan]\n{language}{rest}"),
            None => format!("[plan]\n{language}{parts}"),
        }
    })
}

/// A whole plan.
pub fn plan() -> impl Strategy<Value = Texts> {
    (of(settings()), vec((path(), text()), 1..10)).prop_map(|(settings, files)| {
        let mut texts: Texts = files.into_iter().collect();
        texts.extend(settings.map(|text| ("plan.toml".to_owned(), text)));
        texts
    })
}
