//! Separated values: comma, semicolon, tab or bar, in any encoding.

use super::table::{self, Cell, Grid, MAX_COLUMNS, MAX_ROWS, Options, Read};
use super::{Refusal, decode};

/// The signs that may stand between values.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many lines show which sign it is.
const SAMPLE: usize = 50;

/// Reads a table.
///
/// # Errors
///
/// When it is too large, when there is no table with items in it, and when an
/// option names something that is not there.
pub fn read(bytes: &[u8], options: &Options) -> Result<Read, Refusal> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Refusal::new("it is a workbook, not a text").help("import it as xlsx"));
    }
    let text = decode::text(bytes, None);
    let rows = rows(&text, separator(&text))?;
    table::read(
        &[Grid {
            rows,
            ..Grid::default()
        }],
        options,
    )
}

fn rows(text: &str, separator: u8) -> Result<Vec<Vec<Cell>>, Refusal> {
    let mut reader = ::csv::ReaderBuilder::new();
    let reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(separator);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for record in reader.records() {
        let record = record
            .map_err(|error| Refusal::new(format!("it cannot be read as a table: {error}")))?;
        let line = record.position().map_or(0, ::csv::Position::line);
        if rows.len() >= MAX_ROWS || record.len() > MAX_COLUMNS {
            return Err(Refusal::new(format!(
                "it is larger than {MAX_ROWS} rows or {MAX_COLUMNS} columns (line {line})"
            ))
            .help("split it, and import its parts one by one"));
        }
        rows.push(record.iter().map(Cell::of).collect());
    }
    Ok(rows)
}

/// The sign that parts most lines into the same number of values.
fn separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut reader = ::csv::ReaderBuilder::new();
        let reader = reader
            .has_headers(false)
            .flexible(true)
            .delimiter(separator);
        let reader = reader.from_reader(text.as_bytes());
        let counts: Vec<usize> = reader
            .into_records()
            .take(SAMPLE)
            .filter_map(Result::ok)
            .map(|it| it.len())
            .collect();
        let most = counts
            .iter()
            .copied()
            .filter(|it| *it > 1)
            .max_by_key(|count| counts.iter().filter(|it| *it == count).count());
        most.map_or((0, 0), |most| {
            (counts.iter().filter(|it| **it == most).count(), most)
        })
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|it| score(*it));
    best.unwrap_or(b',')
}
