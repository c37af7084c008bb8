//! Every name that the code knows is on the pages, and the other way round.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use planwright::config::{self, HIDEABLE, Kinds, LINKS, Role, Status};
use planwright::diagnostic::{SourceId, Span};
use planwright::plan::{Fact, Health, Priority, Relation};
use planwright::query::{Fields, Language};
use planwright::source;
use planwright::value::Table as Settings;

use crate::examples::{FORMAT, SETTINGS, findings, plan};
use crate::page::{Page, Table};
use crate::support::memory::Texts;

/// The methods of a reader that take the name of a field.
const METHODS: [&str; 8] = [
    "entry", "parse", "parses", "table", "tables", "text", "texts", "value",
];

/// The names that the code of a folder asks its readers for.
fn names_read(folder: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("readable");
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "rs")
        {
            names.extend(names_in(&code(entry.path())));
        }
    }
    names
}

/// A file's code without its tests and without blanks.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("readable");
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.split_whitespace().collect()
}

fn names_in(code: &str) -> BTreeSet<String> {
    let calls = METHODS.map(|method| format!("r.{method}(\""));
    let named = calls
        .iter()
        .flat_map(|call| code.split(call.as_str()).skip(1));
    named
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn names_are_found_in_code() {
    let found = names_in("letx=r.text(\"title\");r.parse(\"due\",period);t.get(\"no\")");
    assert_eq!(found, ["due", "title"].map(str::to_owned).into());
}

#[test]
fn every_field_is_documented_and_no_other() {
    let mut read = names_read("src/plan");
    read.extend(Relation::ALL.map(|it| it.field().to_owned()));
    let page = Page::of(FORMAT);
    let mut documented = page.names("field of");
    documented.extend(page.names("field"));
    documented.extend(page.names("relation"));
    assert_eq!(read, documented);
}

/// All but those that an item is known by, and those within others.
#[test]
fn an_edition_can_hide_every_field() {
    let page = Page::of(FORMAT);
    let mut fields = page.names("field of");
    fields.extend(page.names("field"));
    fields.extend(page.names("relation"));
    let hideable: BTreeSet<String> = HIDEABLE.map(str::to_owned).into();
    let others: Vec<&String> = fields.difference(&hideable).collect();
    let known = ["audience", "id", "kind", "title"];
    let within = [
        "above",
        "below",
        "by",
        "date",
        "item",
        "lag",
        "later_than",
        "measure",
        "name",
        "note",
        "on",
        "parts",
        "role",
        "text",
        "type",
        "value",
    ];
    assert_eq!(
        others,
        known
            .into_iter()
            .chain(within)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    );
    assert!(
        hideable.is_subset(&fields),
        "{:?}",
        hideable.difference(&fields)
    );
}

#[test]
fn every_setting_is_documented_and_no_other() {
    let page = Page::of(SETTINGS);
    assert_eq!(names_read("src/config"), page.names("key of"));
    let code = code(Path::new("src/config/read.rs"));
    let sections = ["part(\"", "top.tables(\""]
        .into_iter()
        .flat_map(|call| code.split(call).skip(1));
    let sections: BTreeSet<&str> = sections.filter_map(|rest| rest.split('"').next()).collect();
    let headings = page.headings.iter();
    let documented: BTreeSet<&str> = headings
        .map(|heading| heading.trim_matches(['[', ']', '.', '*']))
        .collect();
    assert_eq!(sections, documented);
}

/// The examples of a table: those in its last column.
fn examples(table: &Table) -> impl Iterator<Item = (&str, &str)> {
    let rows = table.rows.iter();
    rows.map(|row| {
        let example = row.last().and_then(|cell| cell.codes.first());
        let name = &row[0].codes[0];
        (
            name.as_str(),
            example
                .unwrap_or_else(|| panic!("{name} has no example"))
                .as_str(),
        )
    })
}

/// Where the example of a field belongs, and what stands around it there.
fn place(table: &str, field: &str) -> (&'static str, String) {
    let written = |path, text: &str| (path, format!("---\n{text}\n---\n# X\n\nText.\n"));
    match (table, field) {
        ("relation", "measures") => written("measures/x.md", "EXAMPLE"),
        ("field of a measure", _) => written("measures/x.md", "measures: G1\nEXAMPLE"),
        ("field of a value", _) => {
            let rest = match field {
                "value" => ", on: 2026",
                "note" => ", value: 1, on: 2026",
                _ => ", value: 1",
            };
            let readings = format!("measures: G1\nreadings: [{{EXAMPLE{rest}}}]");
            written("measures/x.md", &readings)
        }
        ("relation", "threatens") => written("risks/x.md", "EXAMPLE"),
        ("field of a risk", _) => written("risks/x.md", "threatens: G1\nEXAMPLE"),
        ("relation", "answers") => written("contingencies/x.md", "EXAMPLE"),
        ("field of a contingency", _) => written("contingencies/x.md", "answers: A1\nEXAMPLE"),
        ("field of a trigger", _) => {
            written("contingencies/x.md", "answers: A1\ntrigger: {EXAMPLE}")
        }
        ("field of a relation", "id") => written("actions/x.md", "depends_on: {EXAMPLE}"),
        ("field of a relation", _) => written("actions/x.md", "depends_on: {id: A1, EXAMPLE}"),
        ("field of the home page", _) => written("index.md", "EXAMPLE"),
        ("field of a stakeholder", "name") => written("index.md", "stakeholders: [{EXAMPLE}]"),
        ("field of a stakeholder", _) => written("index.md", "stakeholders: [{name: X, EXAMPLE}]"),
        ("field of a plain page", _) => written("x.md", "EXAMPLE"),
        ("relation" | "field", _) => written("actions/x.md", "EXAMPLE"),
        _ => panic!("no place is known for a {table}"),
    }
}

/// What is said of one file.
fn found_in(files: &Texts, path: &str) -> Vec<String> {
    let found = findings(files);
    found
        .into_iter()
        .filter(|it| it.starts_with(path))
        .collect()
}

#[test]
fn every_field_takes_its_example() {
    let plan = plan();
    let page = Page::of(FORMAT);
    let tables = page.tables_of("field").chain(page.tables_of("relation"));
    let mut tried = 0;
    for table in tables {
        let head = &table.head[0].text;
        for (name, example) in examples(table) {
            let (path, text) = place(head, name);
            let mut files = plan.clone();
            files.insert(path.to_owned(), text.replace("EXAMPLE", example));
            let mut found = found_in(&files, path);
            // An allow alone, an action without a parent or somebody to watch, a
            // measure without readings: not what is tried.
            found.retain(|it| {
                !["[S015]", "[T001]", "[D012]", "[M006]"]
                    .iter()
                    .any(|tag| it.contains(tag))
            });
            assert_eq!(found, [""; 0], "{head}: {example}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried} examples were tried");
}

/// A rule with an example of one of its settings.
fn one_rule(name: &str, example: &str) -> String {
    let needed = [
        ("name", "name = \"a-rule\""),
        ("when", "when = \"item.late\""),
        ("message", "message = \"late\""),
    ];
    let others = needed.iter().filter(|(key, _)| *key != name);
    let others: Vec<&str> = others.map(|(_, line)| *line).collect();
    format!("[[rules]]\n{}\n{example}\n", others.join("\n"))
}

#[test]
fn every_setting_of_a_view_is_documented_and_no_other() {
    let page = Page::of(FORMAT);
    let documented = page.names("key of a view");
    assert_eq!(names_read("src/query"), documented);
}

#[test]
fn every_field_in_expressions_is_documented_and_no_other() {
    let (config, _) = config::read(&Settings::empty(Span::file(SourceId(0))));
    let fields = Fields::of(&config);
    let page = fs::read_to_string(FORMAT).expect("the page is there");
    for field in fields.iter() {
        let row = format!(
            "| `{}` | {} | {} |\n",
            field.name,
            field.holds.name(),
            field.what
        );
        assert!(page.contains(&row), "missing: {row}");
    }
    let names: BTreeSet<String> = fields.iter().map(|field| field.name.clone()).collect();
    assert_eq!(Page::of(FORMAT).names("in expressions"), names);
}

#[test]
fn every_expression_of_the_page_is_understood() {
    let (config, _) = config::read(&Settings::empty(Span::file(SourceId(0))));
    let language = Language::of(&config);
    let page = Page::of(FORMAT);
    let rows = page
        .tables_of("written in an expression")
        .flat_map(|table| &table.rows);
    let mut tried = 0;
    for row in rows {
        let expression = &row[0].codes[0];
        let found = language.compile(expression).map(|_| ());
        assert_eq!(found, Ok(()), "{expression}");
        tried += 1;
    }
    assert!(tried > 12, "{tried} expressions were tried");
}

#[test]
fn every_setting_takes_its_example() {
    for table in Page::of(SETTINGS).tables_of("key of") {
        let section = table.head[0].text.trim_start_matches("key of ");
        for (name, example) in examples(table) {
            let needed = match section {
                "editions.public" if name != "audience" => "audience = \"public\"\n",
                "statuses.tendering" if name != "is" => "is = \"active\"\n",
                "audiences" if name == "default" => "order = [\"staff\"]\n",
                "publish.web" if name == "kind" => "path = \"/srv\"\n",
                "publish.local" if name == "path" => "kind = \"folder\"\n",
                "publish.web" | "publish.local" => "kind = \"folder\"\npath = \"/srv\"\n",
                "publish.bucket" if name == "bucket" => "kind = \"s3\"\n",
                "publish.bucket" => "kind = \"s3\"\nbucket = \"plan\"\n",
                "publish.dav" => "kind = \"webdav\"\n",
                "publish.host" => match name {
                    "host" => "kind = \"sftp\"\npath = \"/srv\"\n",
                    "path" => "kind = \"sftp\"\nhost = \"www\"\n",
                    _ => "kind = \"sftp\"\nhost = \"www\"\npath = \"/srv\"\n",
                },
                _ => "",
            };
            let others = match section {
                "editions.public" => "[audiences]\norder = [\"public\"]\n",
                "publish.web" if name == "edition" => {
                    "[audiences]\norder = [\"public\"]\n[editions.public]\naudience = \"public\"\n"
                }
                _ => "",
            };
            let text = match section {
                "rules" => one_rule(name, example),
                _ => format!("{others}[{section}]\n{needed}{example}\n"),
            };
            let files = Texts::from([("plan.toml".to_owned(), text)]);
            let mut found = findings(&files);
            // The files that a setting names are not there.
            found.retain(|it| !it.contains("[S016]"));
            assert_eq!(found, [""; 0], "[{section}] {example}");
        }
    }
}

#[test]
fn every_link_is_documented_and_no_other() {
    let page = Page::of(SETTINGS);
    let table = page.tables_of("link").next().expect("there is one");
    let cells = table.rows.iter().flatten();
    let documented: Vec<&str> = cells.map(|cell| cell.codes[0].as_str()).collect();
    assert_eq!(documented, LINKS);
    for link in LINKS {
        let text = format!("[kinds.goal.links]\n{link} = {{min = 0, max = 9}}\n");
        let files = Texts::from([("plan.toml".to_owned(), text)]);
        assert_eq!(findings(&files), [""; 0], "{link}");
    }
}

#[test]
fn every_fact_is_documented_and_no_other() {
    let documented = Page::of(FORMAT).names("fact");
    assert_eq!(documented, Fact::FIELDS.map(str::to_owned).into());
    let mut files = plan();
    let facts = documented.iter().map(|fact| format!("[[M1.{fact}]]\n"));
    files.insert("facts.md".to_owned(), facts.collect());
    assert_eq!(found_in(&files, "facts.md"), [""; 0]);
}

#[test]
fn the_kinds_are_as_they_are_built_in() {
    let page = Page::of(FORMAT);
    let table = page.tables_of("kind").next().expect("there is one");
    let documented: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            let codes = row.iter().map(|cell| cell.codes.join(", "));
            codes.chain([row[1].text.clone()]).collect()
        })
        .collect();
    let built_in: Vec<Vec<String>> = Kinds::default()
        .iter()
        .map(|kind| {
            vec![
                kind.name.clone(),
                String::new(),
                kind.folder.clone(),
                kind.supports.join(", "),
                format!("{}, {}", kind.label, kind.plural),
            ]
        })
        .collect();
    assert_eq!(documented, built_in);
}

/// Roles as the page lists them; kinds of the plan's own are told apart.
fn words(roles: Option<&[Role]>) -> String {
    let built_in = |roles: &[Role]| -> Vec<String> {
        let roles = roles.iter().filter(|role| **role != Role::Own);
        roles
            .map(|role| format!("{role:?}").to_lowercase())
            .collect()
    };
    match roles.map(built_in) {
        Some(words) if words.len() < Kinds::default().iter().count() => words.join(", "),
        _ => "any".to_owned(),
    }
}

#[test]
fn relations_join_the_kinds_that_are_documented() {
    let page = Page::of(FORMAT);
    for row in page.tables_of("relation").flat_map(|table| &table.rows) {
        let mut known = Relation::ALL.into_iter();
        let relation = known.find(|it| it.field() == row[0].codes[0]);
        let relation = relation.expect("a relation of the code");
        // What may support what is up to the kinds.
        if relation != Relation::Supports {
            let roles = relation.roles();
            assert_eq!(
                row[1].text,
                words(roles.map(|it| it.0)),
                "{relation:?} from"
            );
            assert_eq!(row[2].text, words(roles.map(|it| it.1)), "{relation:?} to");
        }
    }
}

#[test]
fn every_word_of_a_value_is_documented() {
    let codes = Page::of(FORMAT).codes;
    let statuses = Status::ALL.map(Status::name);
    let healths = [Health::OnTrack, Health::AtRisk, Health::OffTrack].map(Health::name);
    let priorities = [
        Priority::Low,
        Priority::Medium,
        Priority::High,
        Priority::Critical,
    ];
    let priorities = priorities.map(Priority::name);
    for word in statuses.iter().chain(&healths).chain(&priorities) {
        assert!(codes.contains(*word), "{word} is missing");
    }
}

#[test]
fn the_limits_are_those_of_the_code() {
    let page = Page::of(FORMAT);
    let limits = page.tables_of("what").last().expect("they are at the end");
    let stated: Vec<&str> = limits.rows.iter().map(|row| row[1].text.as_str()).collect();
    let thousands = format!("{},000", source::MAX_FILES / 1000);
    let limits = [
        format!("{} MiB", source::MAX_TEXT >> 20),
        format!("{} MiB", source::MAX_ATTACHMENT >> 20),
        format!("{} GiB", source::MAX_ATTACHMENTS >> 30),
        source::MAX_DEPTH.to_string(),
        thousands,
    ];
    for (stated, limit) in stated.iter().zip(&limits) {
        assert!(
            stated.starts_with(limit.as_str()),
            "{stated} should be {limit}"
        );
    }
}
