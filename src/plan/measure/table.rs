//! Readings in a CSV file of the plan.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span, code};
use crate::quantity::{FiscalCalendar, Period, parse_number};
use crate::source::Source;
use crate::value::{Reader, Wrong};

use super::{Context, Reading, begins};

/// Reads a CSV file of the plan; its path counts from the plan folder, else
/// from the measure's own folder.
pub(super) fn read(
    r: &mut Reader<'_>,
    path: &str,
    span: Span,
    context: &Context<'_>,
) -> (Vec<Reading>, Option<Arc<str>>) {
    let folder = context
        .path
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let beside = super::super::links::join(folder, path);
    let found = context.sources.by_path(path.trim_start_matches("./"));
    let found = found.or_else(|| context.sources.by_path(&beside?));
    let Some(source) = found else {
        let paths = context.sources.sources.iter().map(|source| &*source.path);
        let near = crate::diagnostic::did_you_mean(path, paths.filter(|path| is_csv(path)));
        r.problems.push(
            Diagnostic::new(
                &code::MISSING_ATTACHMENT,
                format!("there is no file `{path}`"),
            )
            .at(span, "the readings are looked for here")
            .maybe_help(near),
        );
        return (Vec::new(), None);
    };
    let (readings, problems) = read_csv(source, context.fiscal);
    r.problems.extend(problems);
    (readings, Some(Arc::clone(&source.path)))
}

fn is_csv(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("csv")
}

/// Reads `date,value[,note]` rows, with or without a heading row.
fn read_csv(source: &Source, fiscal: FiscalCalendar) -> (Vec<Reading>, Vec<Diagnostic>) {
    let mut readings = Vec::new();
    let mut problems = Vec::new();
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .trim(csv::Trim::All)
        .from_reader(source.text.as_bytes());
    let mut row = csv::StringRecord::new();
    let mut first = true;
    loop {
        let start = rows.position().byte() as usize;
        match rows.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => {
                let line = Row {
                    source,
                    start,
                    cells: &row,
                };
                let heading = first
                    && row.get(1).is_some_and(|value| parse_number(value).is_err())
                    && Period::parse(row.get(0).unwrap_or_default(), &fiscal).is_err();
                if !heading {
                    match line.reading(fiscal) {
                        Ok(reading) => readings.push(reading),
                        Err(problem) => problems.push(*problem),
                    }
                }
                first = false;
            }
            Err(error) => {
                let span = Span::new(source.id, start, start);
                let message = format!("a row that cannot be read: {error}");
                problems.push(Diagnostic::new(&code::BAD_READING, message).at(span, ""));
                break;
            }
        }
    }
    (readings, problems)
}

/// A row of readings and the byte where it starts.
struct Row<'a> {
    source: &'a Source,
    start: usize,
    cells: &'a csv::StringRecord,
}

impl Row<'_> {
    fn reading(&self, fiscal: FiscalCalendar) -> Result<Reading, Box<Diagnostic>> {
        let day = self.cells.get(0).unwrap_or_default();
        let on = Period::parse(day, &fiscal).map_err(|wrong| self.bad(day, wrong))?;
        let written = self.cells.get(1).unwrap_or_default();
        let value = match written {
            "" => Err(Wrong::new("the value is missing")),
            text => parse_number(text),
        };
        let value = value.map_err(|wrong| self.bad(written, wrong))?;
        let note = self.cells.get(2).filter(|note| !note.is_empty());
        Ok(Reading {
            from: begins(&on),
            on: on.last,
            value,
            note: note.map(str::to_owned),
            place: self.span(day),
        })
    }

    fn bad(&self, cell: &str, wrong: Wrong) -> Box<Diagnostic> {
        let message = format!("bad reading: {}", wrong.message);
        let span = self.span(cell);
        let mut found = Diagnostic::new(&code::BAD_READING, message)
            .at(span, "")
            .maybe_help(wrong.help)
            .help("a row is `date,value` or `date,value,note`");
        if let Some(meant) = wrong.meant.filter(|_| self.begins_with(cell)) {
            found = found.fix(span, meant);
        }
        Box::new(found)
    }

    /// Whether the row's first words are those of a cell: nothing stands
    /// before them but a quote.
    fn begins_with(&self, cell: &str) -> bool {
        let rest = self.source.text[self.start..].trim_start();
        rest.strip_prefix('"').unwrap_or(rest).starts_with(cell)
    }

    /// Where a cell stands; the whole line where it is empty.
    fn span(&self, cell: &str) -> Span {
        let rest = &self.source.text[self.start..];
        let begin = self.start + (rest.len() - rest.trim_start().len());
        let line = self.source.text[begin..].lines().next().unwrap_or_default();
        let at = line.find(cell).filter(|_| !cell.is_empty());
        match at {
            Some(at) => Span::new(self.source.id, begin + at, begin + at + cell.len()),
            None => Span::new(self.source.id, begin, begin + line.len()),
        }
    }
}
