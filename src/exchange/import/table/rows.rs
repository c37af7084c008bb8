//! From the rows of a sheet to entries.

use super::super::Loss;
use super::calls::Calls;
use super::columns::{Column, is_level, rank};
use super::entry::Entry;
use super::grid::Cell;
use super::heading::{self, folded};
use super::sheet::{Rows, Sheet};
use super::{number, place, tree, words};

/// Reads all rows below the headings.
pub(super) fn read(sheet: &Sheet<'_>, rows: &mut Rows) {
    let from = rows.entries.len();
    let mut reading = Reading {
        sheet,
        rows,
        from,
        open: vec![None; sheet.levels.len()],
        depths: Vec::new(),
        indents: Vec::new(),
        calls: Calls::default(),
    };
    reading.index();
    let mut after_gap = true;
    for row in sheet.header + 1..sheet.grid.rows.len() {
        let filled = || {
            sheet
                .columns
                .iter()
                .filter(|it| !sheet.grid.cell(row, it.at).is_empty())
        };
        if filled().next().is_none() {
            after_gap = true;
            continue;
        }
        if !reading.leave_out(row, &filled().collect::<Vec<_>>(), after_gap) {
            reading.row(row);
        }
        after_gap = false;
    }
    sheet.say_columns(&mut reading.rows.losses);
    let title = sheet
        .title
        .map(|at| sheet.columns[at].kinds.as_slice())
        .unwrap_or_default();
    let own = sheet.kind.as_slice();
    let kinds = if title.len() > 1 {
        title
    } else if sheet.kind.is_some() {
        own
    } else {
        title
    };
    tree::give_kinds(&mut rows.entries[from..], kinds);
}

struct Reading<'a, 'r> {
    sheet: &'a Sheet<'a>,
    rows: &'r mut Rows,
    from: usize,
    /// The entry of each level that stands open.
    open: Vec<Option<usize>>,
    /// The last entry of each depth.
    depths: Vec<usize>,
    /// How far titles are indented, from the outermost.
    indents: Vec<usize>,
    calls: Calls,
}

impl Reading<'_, '_> {
    fn lose(&mut self, place: String, what: String) {
        self.rows.losses.push(Loss { place, what });
    }

    /// Rows that are no items: totals, headings again, notes below the table.
    fn leave_out(&mut self, row: usize, filled: &[&Column], after_gap: bool) -> bool {
        let grid = self.sheet.grid;
        let texts: Vec<String> = filled
            .iter()
            .map(|it| grid.cell(row, it.at).line())
            .collect();
        let listed = texts
            .iter()
            .map(|it| format!("`{it}`"))
            .collect::<Vec<_>>()
            .join(", ");
        let first = folded(&texts[0]);
        let is_header = filled.len() > 1
            && filled
                .iter()
                .all(|it| grid.cell(row, it.at) == grid.cell(self.sheet.header, it.at));
        let is_note = filled.len() == 1
            && row > self.sheet.end
            && self.sheet.columns.len() > 2
            && (after_gap || first.starts_with("note") || texts[0].starts_with('*'));
        let why = if words::is_total(&texts[0]) {
            "it adds up other rows, which is worked out anew"
        } else if is_header {
            "it repeats the headings"
        } else if is_note {
            "it stands below the table"
        } else {
            return false;
        };
        self.lose(grid.row_place(row), format!("{why}; left out: {listed}"));
        true
    }

    fn row(&mut self, row: usize) {
        let at = if self.sheet.title.is_none() {
            let at = self.levels(row);
            if let Some(at) = at {
                self.number_of(row, at);
            }
            at
        } else {
            let above = self.levels(row);
            self.titled(row, above)
        };
        match at {
            Some(at) => place::row(self.sheet, row, at, self.rows),
            None => self.nowhere(row),
        }
    }

    /// A row that nothing gives a title.
    fn nowhere(&mut self, row: usize) {
        for column in self.sheet.columns {
            let cell = self.sheet.grid.cell(row, column.at);
            if !cell.is_empty() {
                let place = self.sheet.grid.cell_place(row, column.at);
                self.lose(
                    place,
                    format!("its row has no title; left out: `{}`", cell.line()),
                );
            }
        }
    }

    /// Whether a row names a measure beside what it is about.
    fn has_measure(&self, row: usize) -> bool {
        let mut columns = self.sheet.columns.iter();
        columns.any(|it| it.field == "measure" && !self.sheet.grid.cell(row, it.at).is_empty())
    }

    /// The entry of the deepest level that a row names; blanks go on with what
    /// stands above them.
    fn levels(&mut self, row: usize) -> Option<usize> {
        let sheet = self.sheet;
        let named: Vec<usize> = (0..sheet.levels.len())
            .filter(|it| !sheet.cell(row, sheet.levels[*it]).is_empty())
            .collect();
        let is_list = sheet.title.is_some() && sheet.kind.is_some_and(|kind| !is_level(kind));
        if is_list {
            self.open.fill(None);
        }
        let has_measure = self.has_measure(row);
        for (count, level) in named.iter().enumerate() {
            let column = &sheet.columns[sheet.levels[*level]];
            let cell = sheet.grid.cell(row, column.at);
            let is_last = count + 1 == named.len() && sheet.title.is_none();
            let above = self.open[..*level].iter().rev().flatten().next().copied();
            let same = self.open[*level].filter(|at| self.is_called(*at, cell, column));
            let is_new = is_last && count > 0 && !has_measure && sheet.levels.len() > 1;
            let at = match same.filter(|_| !is_new) {
                Some(at) => at,
                None => self
                    .known(cell, column, above)
                    .unwrap_or_else(|| self.push(row, column, Some(column.field), above)),
            };
            self.open[*level] = Some(at);
            self.open[level + 1..].fill(None);
        }
        self.open.iter().rev().flatten().next().copied()
    }

    fn is_called(&self, at: usize, cell: &Cell, column: &Column) -> bool {
        let entry = &self.rows.entries[at];
        let text = cell.line();
        let title = number::split(&text, column.is_numbered).map_or(text.as_str(), |it| it.title);
        folded(&entry.title) == folded(title)
    }

    /// Makes the entries of other sheets known; those of a sheet with parents
    /// stand below none of them by number.
    fn index(&mut self) {
        let has_parent = self.sheet.columns.iter().any(|it| it.field == "parent");
        for (at, entry) in self.rows.entries[..self.from].iter().enumerate() {
            self.calls.call(at, entry);
            if !has_parent {
                self.calls.count(at, entry);
            }
        }
    }

    /// An entry of a sheet before this one, or one below the same entry.
    fn known(&self, cell: &Cell, column: &Column, above: Option<usize>) -> Option<usize> {
        let text = cell.line();
        let split = number::split(&text, column.is_numbered);
        let names = [Some(text.as_str()), split.as_ref().map(|it| it.title)];
        let mut found = names
            .into_iter()
            .flatten()
            .flat_map(|it| self.calls.named(it));
        let fits = |at: &&usize| {
            let entry = &self.rows.entries[**at];
            let is_near = **at < self.from || entry.above == above && self.sheet.title.is_some();
            is_near && entry.kind == Some(column.field)
        };
        found.find(fits).copied()
    }

    fn push(
        &mut self,
        row: usize,
        column: &Column,
        kind: Option<&'static str>,
        above: Option<usize>,
    ) -> usize {
        let cell = self.sheet.grid.cell(row, column.at);
        let text = cell.line();
        let found = number::split(&text, column.is_numbered);
        let (number, title) = match &found {
            Some(found) => (Some(found.number.clone()), found.title),
            None => (None, text.as_str()),
        };
        self.rows.entries.push(Entry {
            kind: kind.or_else(|| found.as_ref()?.kind),
            number,
            title: title.to_owned(),
            place: self.sheet.grid.row_place(row),
            above,
            sheet: self.sheet.at,
            ..Entry::default()
        });
        let at = self.rows.entries.len() - 1;
        self.calls.call(at, &self.rows.entries[at]);
        at
    }

    /// The entry of a row with a column of titles.
    fn titled(&mut self, row: usize, above: Option<usize>) -> Option<usize> {
        let sheet = self.sheet;
        let column = &sheet.columns[sheet.title?];
        let cell = sheet.grid.cell(row, column.at);
        if cell.is_empty() {
            let has_measure = self.has_measure(row);
            let last = self.depths.last().copied().filter(|_| has_measure);
            let mut levels = sheet.levels.iter();
            let is_named = levels.any(|it| !sheet.cell(row, *it).is_empty());
            return last.or(above.filter(|_| is_named));
        }
        let kind = self.kind_of(row).or_else(|| {
            let only = column.kinds.len() < 2 && rank(column.field).is_some();
            sheet
                .kind
                .filter(|_| column.kinds.len() < 2)
                .or(only.then_some(column.field))
        });
        let at = self.push(row, column, kind, above);
        let indent = match cell {
            Cell::Text(text) => text
                .chars()
                .take_while(|c| c.is_whitespace())
                .map(|c| if c == '\t' { 4 } else { 1 })
                .sum(),
            _ => 0,
        };
        self.number_of(row, at);
        let depth = self.depth(row, at, indent);
        self.rows.entries[at].depth = depth;
        if above.is_none() {
            self.rows.entries[at].above = self.above(at, depth);
        }
        self.calls.count(at, &self.rows.entries[at]);
        self.depths.truncate(depth);
        self.depths.resize(depth + 1, at);
        Some(at)
    }

    /// What the column of kinds, or that of levels, says in words.
    fn kind_of(&self, row: usize) -> Option<&'static str> {
        let columns = self.sheet.columns.iter();
        let mut cells = columns
            .filter(|it| matches!(it.field, "kind" | "level"))
            .map(|it| self.sheet.grid.cell(row, it.at));
        cells.find_map(|cell| heading::kind(&cell.line()))
    }

    fn number_of(&mut self, row: usize, at: usize) {
        let Some(column) = self.sheet.columns.iter().find(|it| it.field == "id") else {
            return;
        };
        let cell = self.sheet.grid.cell(row, column.at);
        if cell.is_empty() {
            return;
        }
        let text = cell.line();
        let words = text
            .split_once(' ')
            .filter(|(word, _)| heading::kind(word).is_some());
        let number = words.map_or(text.as_str(), |(_, number)| number);
        let number = number.trim_end_matches('.').to_owned();
        let place = self.sheet.grid.row_place(row);
        let entry = &mut self.rows.entries[at];
        match &entry.number {
            Some(there) if *there == number => {}
            Some(_) if entry.place != place => entry.keep(&column.heading, &number),
            Some(there) => {
                entry.title = format!("{there} {}", entry.title);
                entry.number = Some(number);
            }
            None => entry.number = Some(number),
        }
    }

    fn depth(&mut self, row: usize, at: usize, indent: usize) -> usize {
        let sheet = self.sheet;
        if let Some(level) = sheet.level(row) {
            return level
                .saturating_sub(sheet.least_level)
                .min(self.depths.len());
        }
        if let Some(number) = &self.rows.entries[at].number
            && (number::depth(number) > 0
                || indent == 0 && number.starts_with(|c: char| c.is_ascii_digit()))
        {
            return number::depth(number);
        }
        self.indents.retain(|it| *it < indent);
        self.indents.push(indent);
        (self.indents.len() - 1).min(self.depths.len())
    }

    /// The entry that a number or a depth stands below.
    fn above(&self, at: usize, depth: usize) -> Option<usize> {
        let number = self.rows.entries[at].number.as_deref();
        if let Some(number) = number.filter(|it| number::depth(it) > 0) {
            return self.calls.above(number).filter(|it| *it != at);
        }
        (depth > 0)
            .then(|| self.depths.get(depth - 1).copied())
            .flatten()
    }
}
