//! A workbook for spreadsheets: an overview, a timeline with a bar for each
//! action, a sheet for each kind, relations and readings.
//!
//! Days are dates, shares are percentages, amounts are numbers in the format
//! of their currency. Words are written as words, never as formulas. A cell
//! holds 32,767 characters and a sheet 1,048,575 rows below its head; what is
//! longer is cut, and that is said.

mod timeline;

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook,
    Worksheet, XlsxError,
};

use super::Exported;
use super::sheet::{self, Cell, Column, Sheet};
use crate::check::Subject;
use crate::plan::Health;
use crate::quantity::Date;

/// The longest text of a cell, in characters.
const LONGEST: usize = 32_767;
/// The most rows below the head.
const MOST_ROWS: usize = 1_048_575;
/// The longest name of a sheet, in characters.
const LONGEST_NAME: usize = 31;
/// The most rows that are held in memory until the workbook is written; a
/// sheet of more lies in a temporary file meanwhile.
const MOST_HELD: usize = 5_000;

/// The workbook.
///
/// # Errors
///
/// When the plan does not fit into a workbook.
pub fn make(subject: Subject<'_>) -> Result<Exported, XlsxError> {
    let mut book = Book {
        workbook: Workbook::new(),
        names: Vec::new(),
        ink: Ink {
            subject,
            formats: Formats::default(),
            cut: 0,
        },
    };
    book.properties()?;
    let sheets = sheet::of_kinds(subject);
    book.overview(&sheets)?;
    timeline::add(&mut book)?;
    for sheet in &sheets {
        book.sheet(sheet)?;
    }
    for sheet in [sheet::relations(subject), sheet::readings(subject)] {
        if !sheet.rows.is_empty() {
            book.sheet(&sheet)?;
        }
    }
    let bytes = book.workbook.save_to_buffer()?;
    let mut exported = Exported::one("plan.xlsx", bytes);
    let cut = book.ink.cut;
    if cut > 0 {
        exported.notices.push(format!(
            "a workbook has no room for all: {cut} texts or rows were cut"
        ));
    }
    Ok(exported)
}

struct Book<'a> {
    workbook: Workbook,
    /// The names of the sheets so far.
    names: Vec<String>,
    ink: Ink<'a>,
}

/// What cells are written with.
struct Ink<'a> {
    subject: Subject<'a>,
    formats: Formats,
    /// How many texts or rows there was no room for.
    cut: usize,
}

/// The formats of cells.
struct Formats {
    head: Format,
    title: Format,
    soft: Format,
    text: Format,
    number: Format,
    share: Format,
    day: Format,
    health: [Format; 3],
    money: BTreeMap<Option<String>, Format>,
}

impl Default for Formats {
    fn default() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let health = |ink: u32, paper: u32| {
            top()
                .set_font_color(Color::RGB(ink))
                .set_background_color(Color::RGB(paper))
        };
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00e9_eef0))
                .set_border_bottom(FormatBorder::Thin),
            title: Format::new().set_bold().set_font_size(16),
            soft: Format::new().set_font_color(Color::RGB(0x0055_5f66)),
            text: top().set_text_wrap(),
            number: top().set_num_format("#,##0.##"),
            share: top().set_num_format("0%"),
            day: top().set_num_format("yyyy-mm-dd"),
            health: [
                health(0x0011_5c2b, 0x00dc_efe1),
                health(0x0070_4a00, 0x00fb_ecc8),
                health(0x0094_1c1c, 0x00f8_dcdc),
            ],
            money: BTreeMap::new(),
        }
    }
}

impl Formats {
    fn money(&mut self, currency: Option<&String>) -> &Format {
        let format = self.money.entry(currency.cloned());
        format.or_insert_with(|| {
            let sign = currency.filter(|it| it.chars().all(char::is_alphanumeric));
            let digits = match sign {
                Some(sign) => format!("#,##0.00 [${sign}]"),
                None => "#,##0.00".to_owned(),
            };
            Format::new()
                .set_align(FormatAlign::Top)
                .set_num_format(digits)
        })
    }

    fn health(&self, word: &str) -> Option<&Format> {
        let all = [Health::OnTrack, Health::AtRisk, Health::OffTrack];
        let at = all.into_iter().position(|health| health.name() == word)?;
        Some(&self.health[at])
    }
}

impl<'a> Book<'a> {
    /// The day of the plan stands for the time at which the file was made, so
    /// that the same plan gives the same bytes.
    fn properties(&mut self) -> Result<(), XlsxError> {
        let title = self.ink.subject.config.title.as_deref().unwrap_or_default();
        let made = excel_day(self.ink.subject.today)?;
        let properties = DocProperties::new()
            .set_title(title)
            .set_creation_datetime(&made);
        self.workbook.set_properties(&properties);
        Ok(())
    }

    /// A new sheet of a name that no other has, for so many rows below the
    /// head, and what to write it with. Rows are written in their order.
    fn add(
        &mut self,
        title: &str,
        rows: usize,
    ) -> Result<(&mut Worksheet, &mut Ink<'a>), XlsxError> {
        let clean: String = title
            .chars()
            .filter(|c| !"[]:*?/\\'".contains(*c))
            .collect();
        let first = |letters: usize| clean.chars().take(letters).collect::<String>();
        let more = (2..).map(|number: usize| {
            let end = format!(" {number}");
            first(LONGEST_NAME - end.len()) + &end
        });
        let names = std::iter::once(first(LONGEST_NAME)).chain(more);
        let is_free = |name: &String| {
            !name.is_empty()
                && self
                    .names
                    .iter()
                    .all(|known| !known.eq_ignore_ascii_case(name))
        };
        let name = names.into_iter().find(is_free).unwrap_or_default();
        let page = if rows > MOST_HELD {
            self.workbook.add_worksheet_with_low_memory()?
        } else {
            self.workbook.add_worksheet()
        };
        page.set_name(&name)?;
        self.names.push(name);
        Ok((page, &mut self.ink))
    }

    /// What the plan is, and how much of it there is.
    fn overview(&mut self, sheets: &[Sheet]) -> Result<(), XlsxError> {
        let (page, ink) = self.add("Overview", 0)?;
        let subject = ink.subject;
        let home = &subject.plan.home;
        let config = subject.config;
        let title = config.title.as_deref().or(home.title.as_deref());
        page.set_column_width(0, 26)?.set_column_width(1, 70)?;
        page.write_string_with_format(0, 0, title.unwrap_or("Plan"), &ink.formats.title)?;
        let as_of = format!("As of {}", subject.today);
        page.write_string_with_format(1, 0, as_of, &ink.formats.soft)?;
        let period = config.period.as_ref();
        let period = period.map(|it| format!("{} to {}", it.first, it.last));
        let lines = [
            ("Organization", config.organization.clone()),
            ("Period", period),
            ("Edition", subject.imprint.edition.clone()),
            ("Vision", home.vision.clone()),
            ("Mission", home.mission.clone()),
        ];
        let mut row = 3;
        for (name, text) in lines {
            if let Some(text) = text {
                page.write_string_with_format(row, 0, name, &ink.formats.soft)?;
                let text = ink.fitting(&text).to_owned();
                page.write_string_with_format(row, 1, text, &ink.formats.text)?;
                row += 1;
            }
        }
        row += 1;
        page.write_string_with_format(row, 0, "Items", &ink.formats.head)?;
        page.write_string_with_format(row, 1, "How many", &ink.formats.head)?;
        for sheet in sheets {
            row += 1;
            page.write_string(row, 0, ink.fitting(&sheet.title))?;
            page.write_number(row, 1, sheet.rows.len() as f64)?;
        }
        Ok(())
    }

    /// A table with a head that stays, and filters.
    fn sheet(&mut self, sheet: &Sheet) -> Result<(), XlsxError> {
        let rows = sheet.rows.len().min(MOST_ROWS);
        let (page, ink) = self.add(&sheet.title, rows)?;
        // A column without a value says nothing.
        let subject = ink.subject;
        let is_said = |column: &&Column| {
            let mut cells = sheet.cells(subject, column);
            cells.any(|cell| cell != Cell::None)
        };
        let columns: Vec<&Column> = sheet.columns.iter().filter(is_said).collect();
        for (column, of) in (0..).zip(&columns) {
            page.write_string_with_format(0, column, heading(&of.name), &ink.formats.head)?;
            page.set_column_width(column, of.width)?;
        }
        ink.cut += sheet.rows.len() - rows;
        for (row, about) in (1..).zip(&sheet.rows[..rows]) {
            for (column, of) in (0..).zip(&columns) {
                ink.cell(page, (row, column), &of.cell(subject, *about))?;
            }
        }
        page.set_freeze_panes(1, u16::from(columns.len() > 1) * 2)?;
        let last = columns.len().saturating_sub(1) as u16;
        page.autofilter(0, 0, rows as u32, last)?;
        page.set_landscape().set_print_fit_to_pages(1, 0);
        page.set_repeat_rows(0, 0)?;
        Ok(())
    }
}

impl Ink<'_> {
    fn cell(
        &mut self,
        page: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &Cell,
    ) -> Result<(), XlsxError> {
        match cell {
            Cell::None => return Ok(()),
            Cell::Text(text) => {
                let text = self.fitting(text).to_owned();
                let format = self.formats.health(&text).unwrap_or(&self.formats.text);
                page.write_string_with_format(row, column, text, format)?
            }
            Cell::Id(id, page_of_it) => match &self.subject.config.base_url {
                Some(base) => {
                    let base = base.trim_end_matches('/');
                    let url = Url::new(format!("{base}/{page_of_it}")).set_text(id);
                    page.write_url(row, column, url)?
                }
                None => page.write_string_with_format(row, column, id, &self.formats.text)?,
            },
            Cell::Number(number) => {
                page.write_number_with_format(row, column, *number, &self.formats.number)?
            }
            Cell::Share(share) => {
                page.write_number_with_format(row, column, *share, &self.formats.share)?
            }
            Cell::Money(amount, currency) => {
                let format = self.formats.money(currency.as_ref());
                page.write_number_with_format(row, column, *amount, format)?
            }
            Cell::Day(day) => {
                let day = excel_day(*day)?;
                page.write_datetime_with_format(row, column, &day, &self.formats.day)?
            }
            Cell::Bool(yes) => {
                page.write_boolean_with_format(row, column, *yes, &self.formats.text)?
            }
        };
        Ok(())
    }

    /// As much of a text as a cell holds.
    fn fitting<'t>(&mut self, text: &'t str) -> &'t str {
        match text.char_indices().nth(LONGEST) {
            Some((end, _)) => {
                self.cut += 1;
                &text[..end]
            }
            None => text,
        }
    }
}

/// A field's name as a heading: "Due when".
fn heading(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8)
}
