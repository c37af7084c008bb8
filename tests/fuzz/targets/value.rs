//! YAML and TOML, with their places.

use planwright::diagnostic::{Diagnostic, SourceId};
use planwright::source::SourceSet;
use planwright::value::{Data, Table, Value, parse_toml, parse_yaml};

use super::{findings, lies_in, text};

type Parse = fn(SourceId, &str, usize) -> (Table, Vec<Diagnostic>);

pub fn value(bytes: &[u8]) {
    let text = text(bytes);
    for parse in [parse_yaml as Parse, parse_toml] {
        let sources = SourceSet::in_memory([("a.md", &text)]);
        let source = &sources.sources[0];
        let (table, problems) = parse(source.id, &source.text, 0);
        findings(&sources, &problems);
        entries(&source.text, &table);
    }
}

fn entries(text: &str, table: &Table) {
    lies_in(text, table.span);
    for (at, entry) in table.entries.iter().enumerate() {
        lies_in(text, entry.key_span);
        // To look for each of very many would take longer than to read them.
        let is_first = || {
            table
                .get(&entry.key)
                .is_some_and(|it| std::ptr::eq(it, entry))
        };
        assert!(at > 64 || is_first(), "each name once");
        inner(text, &entry.value);
    }
}

fn inner(text: &str, value: &Value) {
    lies_in(text, value.span);
    if let Some(words) = value.words {
        lies_in(text, words);
        assert_eq!(value.as_text(), Some(&text[words.range()]));
    }
    match &value.data {
        Data::Null | Data::Text(_) => {}
        Data::List(values) => values.iter().for_each(|value| inner(text, value)),
        Data::Table(table) => entries(text, table),
    }
}
