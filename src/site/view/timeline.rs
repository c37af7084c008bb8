//! Items as bars from their start to their due date, over one scale of days.
//!
//! Each bar is a small picture that stretches with the page, with its days in
//! words beside it, so that nothing is lost where it cannot be seen.

use std::fmt::Write as _;

use crate::locale::Locale;
use crate::plan::{Item, ItemIx};
use crate::quantity::{Date, Unit};
use crate::site::render::escape;
use crate::site::words;

use super::cell::{due, mark};
use super::{Drawing, note};

/// The most words over the scale.
const MOST_TICKS: i32 = 7;

/// The days that a timeline shows, whole months.
struct Scale {
    first: Date,
    days: f64,
    months: i32,
}

pub(super) fn html(drawing: &Drawing<'_, '_, '_>) -> String {
    let pen = drawing.pen;
    let say = |id: &str| escape(&pen.say(id));
    let items = drawing.items();
    let days = items.iter().flat_map(|at| {
        let dates = &drawing.pen.context.item(*at).dates;
        dates.start_day().into_iter().chain(dates.due_day())
    });
    let Some(scale) = Scale::of(days) else {
        return note(&pen.say("view-no-dates"));
    };
    let [caption, item, days] = ["view-timeline", "view-item", "view-from-and-to"].map(say);
    let mut html = format!(
        "<table><caption class=\"vh\">{caption}</caption>\n\
         <thead><tr><th scope=\"col\"><span class=\"vh\">{item}</span></th><th scope=\"col\"><span class=\"vh\">{days}</span>"
    );
    html.push_str(&scale.ticks(pen.locale()));
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
    if scale.holds(drawing.pen.context.subject.today) {
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
        scale.bar(item, today)
    )
}

impl Scale {
    fn of(days: impl Iterator<Item = Date>) -> Option<Self> {
        let days: Vec<Date> = days.collect();
        let first = days.iter().min()?.first_of_month();
        let last = days.iter().max()?.last_of_month();
        let months = (i32::from(last.year()) - i32::from(first.year())) * 12
            + i32::from(last.month())
            - i32::from(first.month())
            + 1;
        Some(Self {
            first,
            days: f64::from((last - first).get_days() + 1),
            months,
        })
    }

    /// How far along a day is, in percent.
    fn at(&self, day: Date) -> f64 {
        let days = f64::from((day - self.first).get_days());
        (days / self.days * 1000.0).round() / 10.0
    }

    fn holds(&self, day: Date) -> bool {
        (0.0..=100.0).contains(&self.at(day))
    }

    /// The months, quarters or years, as lines and words over the bars.
    fn ticks(&self, locale: &Locale) -> String {
        let steps = [1, 3, 6, 12, 24, 60, 120, 600, 1200];
        let step = steps
            .into_iter()
            .find(|step| self.months / step <= MOST_TICKS);
        let step = step.unwrap_or(12_000);
        let mut html =
            "<svg class=\"scale\" aria-hidden=\"true\" width=\"100%\" height=\"20\">".to_owned();
        let mut at = 0;
        while at < self.months {
            let month = i32::from(self.first.month()) - 1 + at;
            let fits = if step < 12 {
                month % step == 0
            } else {
                month % 12 == 0
            };
            if fits {
                let day = self.first.saturating_add(jiff::Span::new().months(at));
                let x = self.at(day);
                if x <= 90.0 {
                    let words = if step < 12 {
                        locale.month(day)
                    } else {
                        locale.year(day.year())
                    };
                    let words = escape(&words);
                    let _ = write!(html, "<text x=\"{x}%\" y=\"14\">{words}</text>");
                }
            }
            at += if fits { step } else { 1 };
        }
        html + "</svg>"
    }

    /// The bar of an item, with today over it where that is in between.
    fn bar(&self, item: &Item, today: Date) -> String {
        let mut svg =
            "<svg class=\"span\" aria-hidden=\"true\" width=\"100%\" height=\"14\">".to_owned();
        let class = if item.is_late(today) {
            "late"
        } else if item.is_open() {
            "open"
        } else {
            "closed"
        };
        let (start, end) = (item.dates.start_day(), item.dates.due_day());
        let end_at = end.map(|end| self.at(end.saturating_add(jiff::Span::new().days(1))));
        match (start.map(|start| self.at(start)), end_at) {
            (Some(from), Some(to)) if to >= from => {
                let width = (to - from).max(0.6);
                let _ = write!(
                    svg,
                    "<rect class=\"{class}\" x=\"{from}%\" y=\"3\" width=\"{width:.1}%\" height=\"8\" rx=\"2\"/>"
                );
            }
            (Some(from), None) => {
                let _ = write!(
                    svg,
                    "<rect class=\"{class} endless\" x=\"{from}%\" y=\"6\" width=\"{:.1}%\" height=\"2\"/>",
                    100.0 - from
                );
            }
            (_, Some(to)) => {
                let _ = write!(
                    svg,
                    "<circle class=\"{class}\" cx=\"{to}%\" cy=\"7\" r=\"5\"/>"
                );
            }
            (None, None) => {}
        }
        if self.holds(today) {
            let now = self.at(today);
            let _ = write!(
                svg,
                "<rect class=\"today\" x=\"{now}%\" y=\"-4\" width=\"1\" height=\"22\"/>"
            );
        }
        svg + "</svg>"
    }
}
