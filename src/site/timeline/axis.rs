//! The years, quarters and months over the bars, and the lines behind them.

use std::fmt::Write as _;

use serde::Serialize;

use crate::site::pieces::Pen;
use crate::site::render::escape;
use crate::site::scale::{Scale, Step, Tick};

/// The scale of a timeline, as pictures.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Axis {
    /// The words of the years, of the quarters and of the months, and today,
    /// over the bars.
    pub words: String,
    /// The lines between them, and today, behind the bars.
    pub lines: String,
    /// How wide the bars are at the least, in the units of CSS, when years,
    /// quarters and months have room.
    pub widths: AxisWidths,
    /// Whether it is so short that quarters fit beside the years.
    pub short: bool,
    /// `fits` where all years fit on any screen, `fits-wide` where they fit on
    /// a wide one.
    pub fits: Option<String>,
    /// Today in words, where it is on the scale.
    pub today: Option<String>,
}

/// Widths in the units of CSS.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AxisWidths {
    /// When years have room.
    pub year: String,
    /// When quarters have room.
    pub quarter: String,
    /// When months have room.
    pub month: String,
}

/// Years up to which quarters are named beside them.
const SHORT: f64 = 3.1;

/// Years up to which all fit on any screen, and on a wide one.
const FITS: f64 = 5.1;
const FITS_WIDE: f64 = 10.1;

/// The room that the name of a year takes, in percent, at the most.
const ROOM_FOR_NAME: f64 = 12.0;

/// Room for a year, its quarters, its months, in rem.
const ROOM: [f64; 3] = [3.4, 20.0, 50.0];

pub(super) fn view(pen: &Pen<'_, '_>, scale: &Scale) -> Axis {
    let locale = &pen.context.locale;
    let today = pen.context.subject.today;
    let [year, quarter, month] = ROOM.map(|rem| format!("{:.1}rem", rem * scale.years()));
    Axis {
        words: words(pen, scale),
        lines: lines(pen, scale),
        widths: AxisWidths {
            year,
            quarter,
            month,
        },
        short: scale.years() <= SHORT,
        fits: match scale.years() {
            ..=FITS => Some("fits".to_owned()),
            ..=FITS_WIDE => Some("fits-wide".to_owned()),
            _ => None,
        },
        today: scale.holds(today).then(|| locale.day(today)),
    }
}

/// What the steps are called in the classes of the pictures.
const STEPS: [(Step, &str); 3] = [
    (Step::Year, "years"),
    (Step::Quarter, "quarters"),
    (Step::Month, "months"),
];

fn words(pen: &Pen<'_, '_>, scale: &Scale) -> String {
    let locale = &pen.context.locale;
    let mut svg = String::new();
    for (step, class) in STEPS {
        let _ = write!(svg, "<g class=\"{class}\">");
        for tick in named(scale, step) {
            let words = match step {
                Step::Year => locale.period(&tick.period),
                Step::Quarter => match tick.period.quarter() {
                    Some(quarter) => {
                        locale.say_with("timeline-quarter", [("quarter", quarter.into())])
                    }
                    None => String::new(),
                },
                Step::Month => locale.month_name(tick.period.first),
            };
            let _ = write!(svg, "<text x=\"{}%\">{}</text>", tick.at, escape(&words));
        }
        svg.push_str("</g>");
    }
    // Where there is little room, years are numbers.
    svg.push_str("<g class=\"years brief\">");
    for tick in named(scale, Step::Year) {
        let year = pen.context.subject.config.fiscal.year_of(tick.period.first);
        let words = escape(&locale.year(year));
        let _ = write!(svg, "<text x=\"{}%\">{words}</text>", tick.at);
    }
    svg.push_str("</g>");
    // Quarters say their year where months are shown: the year is far away.
    svg.push_str("<g class=\"full-quarters\">");
    for tick in scale.ticks(Step::Quarter) {
        let words = escape(&locale.period(&tick.period));
        let _ = write!(svg, "<text x=\"{}%\">{words}</text>", tick.at);
    }
    svg.push_str("</g>");
    let today = pen.context.subject.today;
    if scale.holds(today) {
        let x = scale.at(today);
        let _ = write!(
            svg,
            "<svg x=\"{x}%\" y=\"100%\"><path class=\"today\" d=\"M-5-7H5L0 0z\"/></svg>"
        );
    }
    svg
}

/// What has a name over the bars: a year that has begun before the scale has
/// one where there is room.
fn named(scale: &Scale, step: Step) -> Vec<Tick> {
    let mut ticks = scale.ticks(step);
    let begun = scale.begun(step);
    let next = ticks.first().map(|tick| tick.at);
    ticks.splice(
        0..0,
        begun.filter(|begun| next.is_none_or(|next| (next - begun.at).abs() >= ROOM_FOR_NAME)),
    );
    ticks
}

fn lines(pen: &Pen<'_, '_>, scale: &Scale) -> String {
    let mut svg = String::new();
    for (step, class) in STEPS {
        let _ = write!(svg, "<g class=\"{class}\">");
        for tick in scale.ticks(step) {
            let x = tick.at;
            let _ = write!(svg, "<line x1=\"{x}%\" x2=\"{x}%\" y2=\"100%\"/>");
        }
        svg.push_str("</g>");
    }
    let today = pen.context.subject.today;
    if scale.holds(today) {
        let x = scale.at(today);
        let _ = write!(
            svg,
            "<line class=\"today\" x1=\"{x}%\" x2=\"{x}%\" y2=\"100%\"/>"
        );
    }
    svg
}
