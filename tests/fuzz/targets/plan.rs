//! A small plan that has a little of everything, to set texts against.

use super::memory::Texts;

const FILES: [(&str, &str); 8] = [
    (
        "plan.toml",
        "[plan]\ntitle = \"Small\"\n[fields.district]\ntype = \"term\"\nvalues = [\"Harbour\", \"Centre\"]\n\
         [fields.reach]\ntype = \"number\"\n[people.ada]\nname = \"Ada Berg\"\nteam = \"Books\"\n",
    ),
    (
        "index.md",
        "---\ntitle: Small\nvision: Everybody reads\n---\nWelcome.\n",
    ),
    (
        "goals/G1.md",
        "---\ndue: 2030\n---\n# Read more\n\nMore people read.\n",
    ),
    (
        "strategies/S1.md",
        "---\nsupports: G1\ndistrict: Harbour\n---\n# Go where people are\n\nNot the reverse.\n",
    ),
    (
        "actions/A1.md",
        "---\nsupports: S1\nowner: Ada Berg\nstatus: active\nstart: 2026-01-05\ndue: 2027-03-31\nbudget: 10k\n\
         tags: [a, b]\nreach: 500\n---\n# Buy a bus\n\nWith shelves, see [[G1]].\n",
    ),
    (
        "actions/A2.md",
        "---\nsupports: S1\ndepends_on: {id: A1, lag: 2w}\n---\n# Drive it\n\n- [x] learn\n- [ ] go\n",
    ),
    (
        "measures/M1.md",
        "---\nmeasures: G1\nunit: loans\nbaseline: {value: 100, on: 2025-12-31}\n\
         target: {value: 200, on: 2027-12-31}\nreadings: readings.csv\n---\n# Loans a year\n\nCounted.\n",
    ),
    ("measures/readings.csv", "2026-06-30,120\n"),
];

pub fn texts() -> Texts {
    let texts = FILES.iter();
    texts
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}
