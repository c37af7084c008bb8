//! Items as bars from their start to their due date, over one scale of days.
//!
//! Each bar is a small picture that stretches with the page, with its days in
//! words beside it, so that nothing is lost where it cannot be seen.

use std::fmt::Write as _;

use crate::locale::Locale;
use crate::plan::{Item, ItemIx};
use crate::quantity::{Date, Unit};
use crate::site::render::escape;
use crate::site::scale::{Scale, Step};
use crate::site::words;

use super::cell::{due, mark};
use super::{Drawing, note};

/// The most words over the scale.
const MOST_TICKS: usize = 7;

pub(super) fn html(drawing: &Drawing<'_, '_, '_>) -> String {
    let pen = drawing.pen;
    let say = |id: &str| escape(&pen.say(id));
    let items = drawing.items();
    let days = items.iter().flat_map(|at| {
        let dates = &drawing.pen.context.item(*at).dates;
        dates.start_day().into_iter().chain(dates.due_day())
    });
    let subject = pen.context.subject;
    let scale = Scale::of(Step::Month, days, subject.config.fiscal, subject.today);
    let Some(scale) = scale.map(|scale| scale.mirrored(pen.locale().is_rtl())) else {
        return note(&pen.say("view-no-dates"));
    };
    let [caption, item, days] = ["view-timeline", "view-item", "view-from-and-to"].map(say);
    let mut html = format!(
        "<table><caption class=\"vh\">{caption}</caption>\n\
         <thead><tr><th scope=\"col\"><span class=\"vh\">{item}</span></th><th scope=\"col\"><span class=\"vh\">{days}</span>"
    );
    html.push_str(&ticks(pen.locale(), &scale));
    html.push_str("</th></tr></thead>\n");
    for group in &drawing.selected.groups {
        html.push_str("<tbody>\n");
        if let Some(label) = drawing.group_label(group) {
            let _ = writeln!(
                html,
                "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">{label}</th></tr>"
            );
        }
        for at in &group.items {
            html.push_str(&row(drawing, &scale, *at));
        }
        html.push_str("</tbody>\n");
    }
    html.push_str("</table>\n");
    if scale.holds(subject.today) {
        let today = say("view-today");
        let _ = writeln!(
            html,
            "<p class=\"view-key\" aria-hidden=\"true\"><span class=\"today-key\">{today}</span></p>"
        );
    }
    html
}

fn row(drawing: &Drawing<'_, '_, '_>, scale: &Scale, at: ItemIx) -> String {
    let (pen, locale) = (drawing.pen, drawing.pen.locale());
    let item = pen.context.item(at);
    let today = pen.context.subject.today;
    let state = item.status.as_deref().map(|it| words::status(locale, it));
    let state = state.map(|state| mark(&state)).unwrap_or_default();
    let due_dates = item.dates.due.as_deref();
    let is_range = due_dates.is_some_and(|due| matches!(due.unit, Unit::Range(_)));
    let start = item.dates.start.as_deref().filter(|_| !is_range);
    let to = pen.due(item).map(|it| due(pen, &it));
    let to = to.unwrap_or_else(|| escape(&pen.say("view-no-due")));
    let days = match start {
        Some(start) => {
            let from = escape(&locale.period(start));
            locale.say_with("period-range", [("from", from.into()), ("to", to.into())])
        }
        None => to,
    };
    format!(
        "<tr><th scope=\"row\">{}</th><td>{}<span class=\"when-line\"><span>{days}</span> {state}</span></td></tr>\n",
        drawing.link(at),
        bar(scale, item, today)
    )
}

/// The months, quarters or years, as words over the bars.
fn ticks(locale: &Locale, scale: &Scale) -> String {
    let mut html =
        "<svg class=\"scale\" aria-hidden=\"true\" width=\"100%\" height=\"20\">".to_owned();
    let (step, ticks) = scale.spaced(MOST_TICKS);
    for tick in ticks {
        let x = tick.at;
        let words = match step {
            Step::Month | Step::Quarter => locale.month(tick.period.first),
            Step::Year => locale.period(&tick.period),
        };
        let from_start = if locale.is_rtl() { 100.0 - x } else { x };
        if from_start > 90.0 {
            continue;
        }
        let _ = write!(html, "<text x=\"{x}%\" y=\"14\">{}</text>", escape(&words));
    }
    html + "</svg>"
}

/// The bar of an item, with today over it where that is in between.
fn bar(scale: &Scale, item: &Item, today: Date) -> String {
    let mut svg =
        "<svg class=\"span\" aria-hidden=\"true\" width=\"100%\" height=\"14\">".to_owned();
    let class = if item.is_late(today) {
        "late"
    } else if item.is_open() {
        "open"
    } else {
        "closed"
    };
    match (item.dates.start_day(), item.dates.due_day()) {
        (Some(start), Some(due)) if start <= due => {
            let (x, width) = scale.span(start, due);
            let width = width.max(0.6);
            let _ = write!(
                svg,
                "<rect class=\"{class}\" x=\"{x}%\" y=\"3\" width=\"{width}%\" height=\"8\" rx=\"2\"/>"
            );
        }
        (Some(start), None) => {
            let (x, width) = scale.span(start, scale.last());
            let _ = write!(
                svg,
                "<rect class=\"{class} endless\" x=\"{x}%\" y=\"6\" width=\"{width}%\" height=\"2\"/>"
            );
        }
        (_, Some(due)) => {
            let x = scale.end_of(due);
            let _ = write!(
                svg,
                "<circle class=\"{class}\" cx=\"{x}%\" cy=\"7\" r=\"5\"/>"
            );
        }
        (None, None) => {}
    }
    if scale.holds(today) {
        let now = scale.at(today);
        let _ = write!(
            svg,
            "<rect class=\"today\" x=\"{now}%\" y=\"-4\" width=\"1\" height=\"22\"/>"
        );
    }
    svg + "</svg>"
}
