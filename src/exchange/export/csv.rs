//! Comma-separated values (RFC 4180): a file for each kind, one for what
//! refers to what, one for readings.
//!
//! Files are in UTF-8 without a byte order mark, rows end with CRLF. A text
//! that a spreadsheet would take for a formula, because it begins with `=`,
//! `+`, `-`, `@`, a tab or a carriage return, has an apostrophe before it
//! (OWASP's advice on CSV injection). Numbers are plain, days as in
//! `2026-11-23`, shares in percent; the currency of an amount stands in a
//! column of its own.

use super::sheet::{self, Cell, Column, Sheet};
use super::{Exported, File};
use crate::check::Subject;

/// All tables.
pub fn make(subject: Subject<'_>) -> Exported {
    let mut sheets = sheet::of_kinds(subject);
    sheets.push(sheet::relations(subject));
    sheets.push(sheet::readings(subject));
    let files = sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    Exported::of(files.map(|sheet| File {
        name: format!("{}.csv", sheet.name),
        bytes: write(subject, sheet),
    }))
}

fn write(subject: Subject<'_>, sheet: &Sheet) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let is_money = |column: &Column| {
        let mut cells = sheet.cells(subject, column);
        cells.any(|cell| matches!(cell, Cell::Money(..)))
    };
    let money: Vec<bool> = sheet.columns.iter().map(is_money).collect();
    let heads = sheet
        .columns
        .iter()
        .zip(&money)
        .flat_map(|(column, is_money)| {
            let currency = is_money.then(|| format!("{}_currency", column.name));
            std::iter::once(column.name.clone()).chain(currency)
        });
    let mut put = |row: Vec<String>| {
        writer
            .write_record(row)
            .expect("memory takes what is written");
    };
    put(heads.collect());
    for row in &sheet.rows {
        let cells = sheet
            .columns
            .iter()
            .zip(&money)
            .flat_map(|(column, is_money)| {
                let cell = column.cell(subject, *row);
                let currency = match &cell {
                    Cell::Money(_, Some(currency)) => currency.clone(),
                    _ => String::new(),
                };
                std::iter::once(text(&cell)).chain(is_money.then_some(currency))
            });
        put(cells.collect());
    }
    writer.into_inner().expect("memory takes what is written")
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::None => String::new(),
        Cell::Text(text) | Cell::Id(text, _) => harmless(text),
        Cell::Number(number) | Cell::Money(number, _) => number.to_string(),
        Cell::Share(share) => (share * 100.0).round().to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Bool(yes) => yes.to_string(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_would_be_a_formula_is_words() {
        for odd in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "=cmd|' /C calc'!A0",
        ] {
            assert_eq!(harmless(odd), format!("'{odd}"));
        }
        assert_eq!(harmless("a=1"), "a=1");
    }
}
