//! The cells of a row, each into its field.

use super::super::{Datum, Loss};
use super::amounts;
use super::columns::{Column, How, is_level};
use super::dates::{self, When};
use super::entry::{Entry, Point};
use super::grid::Cell;
use super::heading::{self, folded};
use super::sheet::{Rows, Sheet, depth_of, reference};
use super::{number, people, words};
use crate::exchange::plain::to_markdown;

/// Puts all cells of a row into its entry, or into the measure that it has.
pub(super) fn row(sheet: &Sheet<'_>, row: usize, at: usize, rows: &mut Rows) {
    let mut side = None;
    let is_measure = rows.entries[at].kind == Some("measure");
    for column in sheet.columns {
        let is_side = matches!(column.field, "measure" | "risk" | "contingency")
            && !is_own(sheet, column, &rows.entries[at]);
        if is_side && !sheet.grid.cell(row, column.at).is_empty() {
            let made = beside(sheet, row, column, at);
            rows.entries.push(made);
            side = Some(rows.entries.len() - 1)
                .filter(|_| column.field == "measure")
                .or(side);
        }
    }
    for column in sheet.columns {
        let cell = sheet.grid.cell(row, column.at);
        if cell.is_empty() {
            continue;
        }
        let of_measure = matches!(
            column.field,
            "unit" | "direction" | "baseline" | "target" | "current" | "source"
        );
        let to = side.filter(|_| of_measure).unwrap_or(at);
        let mut placing = Placing {
            sheet,
            row,
            column,
            entry: &mut rows.entries[to],
            losses: &mut rows.losses,
        };
        if of_measure && side.is_none() && !is_measure {
            placing.keep(&format!(
                "`{}` is of a measure, and its row has none",
                cell.line()
            ));
        } else {
            placing.cell(cell);
        }
    }
}

/// Whether a column gave the entry its title.
fn is_own(sheet: &Sheet<'_>, column: &Column, entry: &Entry) -> bool {
    entry.kind == Some(column.field) || sheet.kind == Some(column.field)
}

/// A measure or risk of a row.
fn beside(sheet: &Sheet<'_>, row: usize, column: &Column, at: usize) -> Entry {
    let text = sheet.grid.cell(row, column.at).line();
    let split = number::split(&text, column.is_numbered);
    Entry {
        kind: Some(column.field),
        number: split.as_ref().map(|it| it.number.clone()),
        title: split.map_or(text.clone(), |it| it.title.to_owned()),
        place: sheet.grid.cell_place(row, column.at),
        above: Some(at),
        sheet: sheet.at,
        ..Entry::default()
    }
}

struct Placing<'a> {
    sheet: &'a Sheet<'a>,
    row: usize,
    column: &'a Column,
    entry: &'a mut Entry,
    losses: &'a mut Vec<Loss>,
}

impl Placing<'_> {
    fn say(&mut self, what: String) {
        let place = self.sheet.grid.cell_place(self.row, self.column.at);
        self.losses.push(Loss { place, what });
    }

    /// Keeps a cell that is not what its column is to hold, and says so.
    fn keep(&mut self, why: &str) {
        let heading = self.column.heading.clone();
        self.say(format!("{why}; kept as `{heading}`"));
        let words = self.sheet.grid.cell(self.row, self.column.at).words();
        self.entry.keep(&heading, &words);
    }

    fn set(&mut self, field: &str, value: impl Into<Datum>) {
        let words = self.sheet.grid.cell(self.row, self.column.at).line();
        self.entry.set(field, value, (&self.column.heading, &words));
    }

    fn cell(&mut self, cell: &Cell) {
        if let Cell::Broken(error) = cell {
            self.say(format!("`{error}` is the error of a formula; left out"));
            return;
        }
        let field = self.column.field;
        match field {
            "title" | "measure" | "risk" | "contingency" | "id" => {}
            level if is_level(level) => {}
            "kind" | "level" => self.kind(cell),
            "parent" | "depends_on" | "threatens" => {
                let reference = reference(self.sheet, self.row, self.column, field);
                self.entry.references.push(reference);
            }
            "text" => self.entry.add_text(&to_markdown(&cell.words())),
            "mitigation" => {
                let text = format!(
                    "## {}\n\n{}",
                    self.column.heading,
                    to_markdown(&cell.words())
                );
                self.entry.add_text(&text);
            }
            "notes" => self.entry.notes.push(to_markdown(&cell.words())),
            "owner" | "contributors" | "consulted" | "informed" => self.people(cell),
            "tags" => {
                let words = cell.words();
                let tags: Vec<&str> = words
                    .split([',', ';', '\n'])
                    .map(str::trim)
                    .filter(|it| !it.is_empty())
                    .collect();
                self.set("tags", tags);
            }
            "status" => self.status(cell),
            "health" | "priority" | "likelihood" | "impact" | "response" | "direction" => {
                self.word(cell);
            }
            "start" | "due" | "completed" | "reviewed" | "as_of" => self.date(cell),
            "repeats" => match crate::quantity::Recurrence::parse(&cell.line()) {
                Ok(it) => self.set(field, it.canonical()),
                Err(wrong) => self.keep(&wrong.message),
            },
            "progress" | "budget" | "spent" | "weight" => self.amount(cell),
            "baseline" | "target" | "current" => self.point(cell),
            "trigger" if self.entry.kind == Some("contingency") => self.set(field, cell.line()),
            "keep" | "trigger" | "due_was" => self.entry.keep(&self.column.heading, &cell.words()),
            _ => self.set(field, cell.line()),
        }
        if field == "trigger"
            && self.entry.kind != Some("contingency")
            && self.column.how != How::Kept
        {
            self.say(format!(
                "only a plan B has a trigger; kept as `{}`",
                self.column.heading
            ));
        }
    }

    fn kind(&mut self, cell: &Cell) {
        let is_level = self.column.field == "level" && depth_of(cell).is_some();
        if is_level && self.sheet.title.is_none() {
            self.keep("the columns of titles say the levels");
        } else if !is_level && heading::kind(&cell.line()).is_none() {
            self.keep(&format!("`{}` is no kind of item", cell.line()));
        }
    }

    fn people(&mut self, cell: &Cell) {
        let field = self.column.field;
        let Some(names) = people::split(&cell.words()) else {
            let line = cell.line();
            self.say(format!(
                "`{line}` may be one person or two; taken over as one"
            ));
            self.set(field, line);
            return;
        };
        if field != "owner" {
            for name in names {
                self.entry.text.fields.add(field, Datum::from(name));
            }
            return;
        }
        let mut names = names.into_iter();
        if let Some(first) = names.next() {
            self.set("owner", first);
        }
        let others: Vec<String> = names.collect();
        if !others.is_empty() {
            self.say(format!(
                "`{}`: the first is the owner, the others contribute",
                cell.line()
            ));
        }
        for name in others {
            self.entry
                .text
                .fields
                .add("contributors", Datum::from(name));
        }
    }

    fn status(&mut self, cell: &Cell) {
        match words::status_and_health(cell) {
            Some((status, health)) => {
                self.set_maybe("status", status);
                self.set_maybe("health", health);
            }
            None => self.keep(&format!("`{}` is no state", cell.line())),
        }
    }

    fn set_maybe(&mut self, field: &str, word: Option<&'static str>) {
        if let Some(word) = word {
            self.set(field, word);
        }
    }

    fn word(&mut self, cell: &Cell) {
        let field = self.column.field;
        match words::word(field, cell) {
            Some(word) if matches!(field, "likelihood" | "impact") => {
                self.set(field, Datum::Plain(word.to_owned()));
            }
            Some(word) => self.set(field, word),
            None if matches!(field, "health") => self.status(cell),
            None => {
                let what = match field {
                    "likelihood" | "impact" => "is none of 1 to 5".to_owned(),
                    _ => format!("is no word for {}", folded(field)),
                };
                self.keep(&format!("`{}` {what}", cell.line()));
            }
        }
    }

    fn date(&mut self, cell: &Cell) {
        let field = self.column.field;
        match dates::read(cell, self.column.order) {
            When::At(date) if field != "reviewed" || date.len() == 10 => self.set(field, date),
            When::At(date) => self.keep(&format!("`{date}` is no single day")),
            When::Upon(event) if field == "due" => self.set("due_when", event),
            When::Repeats(rule) if field == "due" => self.set("repeats", rule),
            When::Upon(text) | When::Repeats(text) => self.keep(&format!("`{text}` is not a date")),
            When::Unclear(why) => self.keep(&why),
        }
    }

    fn amount(&mut self, cell: &Cell) {
        let habit = &self.column.habit;
        let field = self.column.field;
        let read = match field {
            "progress" => amounts::percent(cell, habit),
            "weight" => amounts::number(cell, habit).map(|(number, _)| (number, None)),
            _ => amounts::money(cell, habit),
        };
        match read {
            Ok((value, doubt)) => {
                let is_money = matches!(field, "budget" | "spent");
                let value = if is_money {
                    Datum::from(value)
                } else {
                    Datum::Plain(value)
                };
                self.set(field, value);
                if let Some(doubt) = doubt {
                    self.say(doubt);
                }
            }
            Err(why) => self.keep(&why),
        }
    }

    fn point(&mut self, cell: &Cell) {
        match amounts::number(cell, &self.column.habit) {
            Ok((value, unit)) => {
                if let Some(unit) = unit {
                    match self.entry.text.fields.get("unit") {
                        Some(Datum::Text(there)) if *there != unit => {
                            self.say(format!("`{}` has another unit than `{there}`; only the number was taken over", cell.line()));
                        }
                        _ => self.set("unit", unit),
                    }
                }
                self.entry.points.push(Point {
                    field: self.column.field,
                    on: self.column.period.clone(),
                    value,
                });
            }
            Err(why) => self.keep(&why),
        }
    }
}

/// Whether a name is that of a field, as headings name them.
pub(in crate::exchange::import) fn is_named(name: &str) -> bool {
    !heading::guess(name).fields.is_empty()
}

/// Sets the field of an entry that a name means, as the cell of a table whose
/// heading that name is.
pub(in crate::exchange::import) fn set_named(
    entry: &mut Entry,
    name: &str,
    cell: &Cell,
    losses: &mut Vec<Loss>,
) {
    let grid = super::Grid {
        rows: vec![vec![Cell::of(name)], vec![cell.clone()]],
        ..super::Grid::default()
    };
    let column = super::columns::only(&grid);
    let sheet = Sheet::new(&grid, 0, std::slice::from_ref(&column), None, 0);
    let mut found = Vec::new();
    let mut placing = Placing {
        sheet: &sheet,
        row: 1,
        column: &column,
        entry,
        losses: &mut found,
    };
    match (column.field, cell.is_empty()) {
        (_, true) => {}
        ("title", false) => placing.keep("an item has one title"),
        ("id", false) if placing.entry.number.is_none() => placing.entry.number = Some(cell.line()),
        ("id", false) => placing.keep("an item has one number"),
        _ => placing.cell(cell),
    }
    let place = &entry.place;
    losses.extend(found.into_iter().map(|it| Loss {
        place: place.clone(),
        what: it.what,
    }));
}
