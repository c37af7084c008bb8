//! The page of the manual names every format with its file.

use std::fs;

use planwright::exchange::export::Format;

#[test]
fn the_manual_has_every_format_and_its_file() {
    let page = fs::read_to_string("src/reference/exports.md").expect("a page");
    let rows: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| `"))
        .collect();
    let names: Vec<String> = Format::ALL
        .map(|format| format!("| `{}` | `{}` |", format.name(), format.file()))
        .into();
    assert_eq!(rows.len(), names.len());
    for (row, name) in rows.iter().zip(&names) {
        assert!(row.starts_with(name.as_str()), "{row}: {name}");
    }
}
