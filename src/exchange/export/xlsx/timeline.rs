//! A sheet that shows when what is done: a row for each item with a start or a
//! due date, a column for each month, filled where the item runs.

use jiff::ToSpan;
use rust_xlsxwriter::{Color, ConditionalFormatFormula, Format, XlsxError};

use super::{Book, excel_day};
use crate::check::Subject;
use crate::config::Role;
use crate::exchange::export::sheet::Cell;
use crate::plan::{Item, ItemIx, Relation};
use crate::quantity::Date;

/// The most months that are shown.
const MONTHS: usize = 96;
/// The columns before the first month.
const HEADS: [(&str, u16); 8] = [
    ("Id", 10),
    ("Title", 44),
    ("Owner", 20),
    ("Start", 12),
    ("Due", 12),
    ("Progress", 10),
    ("Status", 12),
    ("Depends on", 16),
];

pub(super) fn add(book: &mut Book<'_>) -> Result<(), XlsxError> {
    let subject = book.ink.subject;
    let plan = subject.plan;
    let runs = |item: &Item| {
        matches!(
            item.role,
            Role::Strategy | Role::Own | Role::Action | Role::Milestone
        ) && item.dates.due_day().or(item.dates.start_day()).is_some()
    };
    let items: Vec<ItemIx> = plan
        .all()
        .filter(|(_, it)| runs(it))
        .map(|(at, _)| at)
        .collect();
    if items.is_empty() {
        return Ok(());
    }
    let months = months(items.iter().map(|at| &plan[*at]));
    let rows = items.len().min(super::MOST_ROWS);
    let (page, ink) = book.add("Timeline", rows)?;
    for (column, (name, width)) in (0..).zip(HEADS) {
        page.write_string_with_format(0, column, name, &ink.formats.head)?;
        page.set_column_width(column, width)?;
    }
    let first = HEADS.len() as u16;
    let head = ink
        .formats
        .head
        .clone()
        .set_num_format("mmm yy")
        .set_rotation(90);
    for (column, month) in (first..).zip(&months) {
        page.write_datetime_with_format(0, column, &excel_day(*month)?, &head)?;
        page.set_column_width(column, 3)?;
    }
    for (row, at) in (1..).zip(&items[..rows]) {
        for (column, cell) in (0..).zip(cells(subject, *at)) {
            ink.cell(page, (row, column), &cell)?;
        }
    }
    let last_row = rows as u32;
    if let Some(last) = months.len().checked_sub(1) {
        let last = first + last as u16;
        let fill = Format::new().set_background_color(Color::RGB(0x0068_9ba6));
        let runs = ConditionalFormatFormula::new()
            .set_rule("=AND(N($E2)>=I$1,IF(N($D2)=0,N($E2),N($D2))<EDATE(I$1,1))")
            .set_format(fill);
        page.add_conditional_format(1, first, last_row, last, &runs)?;
    }
    page.set_freeze_panes(1, 2)?;
    page.autofilter(0, 0, last_row, first - 1)?;
    page.set_landscape().set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(0, 0)?;
    Ok(())
}

/// The first days of all months from the first start to the last due date.
fn months<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<Date> {
    let days = items.flat_map(|item| {
        let (start, due) = (item.dates.start_day(), item.dates.due_day());
        start.into_iter().chain(due)
    });
    let days: Vec<Date> = days.collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return Vec::new();
    };
    let first = first.first_of_month();
    let months = std::iter::successors(Some(first), |month| month.checked_add(1.month()).ok());
    months
        .take_while(|month| month <= last)
        .take(MONTHS)
        .collect()
}

fn cells(subject: Subject<'_>, at: ItemIx) -> [Cell; HEADS.len()] {
    let (plan, trace) = (subject.plan, subject.trace);
    let item = &plan[at];
    let text = |text: Option<String>| text.map_or(Cell::None, Cell::Text);
    let day = |day: Option<Date>| day.map_or(Cell::None, Cell::Day);
    let needs = trace.graph.to(at, Relation::DependsOn);
    let needs: Vec<&str> = needs.map(|it| plan[it].id.as_str()).collect();
    let needs = (!needs.is_empty()).then(|| needs.join("; "));
    [
        Cell::Id(item.id.clone(), format!("{}.html", item.address)),
        Cell::Text(item.title.clone()),
        text(item.raci.owner.as_ref().map(|it| it.value.clone())),
        day(item.dates.start_day()),
        day(item.dates.due_day().or(item.dates.start_day())),
        trace
            .shown_progress(item, at)
            .map_or(Cell::None, |it| Cell::Share(it.share())),
        text(item.status.as_ref().map(|it| it.label.clone())),
        text(needs),
    ]
}
