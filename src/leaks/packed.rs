//! What is in archives and in JSON.

use std::io::{Cursor, Read};

use serde_json::Value;
use zip::ZipArchive;

/// How many bytes of an archive's files are looked at. The archives are our
/// own, so this is no more than a limit.
const MOST: u64 = 1 << 30;

/// The files of an archive; of what is none, nothing.
pub(super) fn files(bytes: &[u8]) -> impl Iterator<Item = (String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok();
    let count = archive.as_ref().map_or(0, ZipArchive::len);
    (0..count).filter_map(move |at| {
        let file = archive.as_mut()?.by_index(at).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        file.take(MOST).read_to_end(&mut bytes).ok()?;
        Some((name, bytes))
    })
}

/// Whether a file of a workbook holds numbers and the names of cells alone:
/// its words are in a file of their own, and `A1` is a cell there.
pub(super) fn is_grid(name: &str) -> bool {
    name == "xl/workbook.xml" || name.starts_with("xl/worksheets/sheet")
}

/// All names and texts of a JSON file, a line each; the file itself where it
/// is none.
pub(super) fn strings(text: &str) -> String {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return text.to_owned();
    };
    let mut out = String::new();
    let mut open = vec![&value];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => {
                out.push_str(text);
                out.push('\n');
            }
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Object(fields) => {
                for (name, value) in fields {
                    out.push_str(name);
                    out.push('\n');
                    open.push(value);
                }
            }
            Value::Number(number) => {
                out.push_str(&number.to_string());
                out.push('\n');
            }
            Value::Null | Value::Bool(_) => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{files, strings};

    #[test]
    fn every_text_of_json_is_a_line() {
        let text = r#"{"a": ["one\ntwo", {"b": 3}], "c": null}"#;
        let said = strings(text);
        for word in ["one\ntwo\n", "b\n", "3\n", "c\n"] {
            assert!(said.contains(word), "{word}: {said}");
        }
    }

    #[test]
    fn what_is_no_archive_has_no_files() {
        assert_eq!(files(b"PK\x03\x04 and no more").count(), 0);
    }
}
