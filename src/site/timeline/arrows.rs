//! Which bar waits for which, as lines within a group of equal rows.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::plan::{ItemIx, Relation};
use crate::site::branches::Twig;
use crate::site::pieces::Pen;
use crate::site::scale::Scale;

use super::row::{clashes, ends};

/// The arrows among rows of equal height, as a picture over all of them;
/// empty where none waits for another.
pub(super) fn svg(pen: &Pen<'_, '_>, scale: &Scale, rows: &[Twig]) -> String {
    let places: BTreeMap<ItemIx, usize> = rows
        .iter()
        .enumerate()
        .map(|(row, twig)| (twig.at, row))
        .collect();
    let graph = &pen.context.subject.trace.graph;
    let mut svg = String::new();
    for (row, twig) in rows.iter().enumerate() {
        let then = pen.context.item(twig.at);
        for waits_for in graph.to(twig.at, Relation::DependsOn) {
            let Some(&above) = places.get(&waits_for) else {
                continue;
            };
            let first = pen.context.item(waits_for);
            let begins = then.dates.start_day();
            let to = begins.map(|day| scale.at(day));
            let to = to.or_else(|| ends(then).map(|day| scale.end_of(day)));
            let from = ends(first).map(|day| scale.end_of(day));
            if let Some((from, to)) = from.zip(to) {
                let place = |row: usize| (row as f64 + 0.5) / rows.len() as f64 * 100.0;
                let arrow = Arrow {
                    from: (from, place(above)),
                    to: (to, place(row)),
                    clash: clashes(first, then),
                    half: 34.0 / rows.len() as f64,
                };
                arrow.draw(&mut svg);
            }
        }
    }
    svg
}

struct Arrow {
    /// Both in percent of the whole picture.
    from: (f64, f64),
    to: (f64, f64),
    clash: bool,
    /// About half a row.
    half: f64,
}

impl Arrow {
    /// Down at the end of the first bar and across to the other; where the
    /// other has begun before that, across above it and down onto it.
    fn draw(&self, svg: &mut String) {
        let ((x1, y1), (x2, y2)) = (self.from, self.to);
        let down = y2 > y1;
        let near = (x2 - x1).abs() < 0.7;
        let _ = write!(
            svg,
            "<g{}>",
            if self.clash { " class=\"clash\"" } else { "" }
        );
        if self.clash || near {
            let y = if down { y2 - self.half } else { y2 + self.half };
            line(svg, (x1, y1), (x1, y));
            line(svg, (x1, y), (x2, y));
            line(svg, (x2, y), (x2, y2));
            head(
                svg,
                self.to,
                if down {
                    "M-4-13 0-6 4-13z"
                } else {
                    "M-4 13 0 6 4 13z"
                },
            );
        } else {
            line(svg, (x1, y1), (x1, y2));
            line(svg, (x1, y2), (x2, y2));
            head(
                svg,
                self.to,
                if x2 > x1 {
                    "M-8-4-1 0-8 4z"
                } else {
                    "M8-4 1 0 8 4z"
                },
            );
        }
        svg.push_str("</g>");
    }
}

fn line(svg: &mut String, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
    let _ = write!(
        svg,
        "<line x1=\"{x1}%\" y1=\"{y1:.2}%\" x2=\"{x2}%\" y2=\"{y2:.2}%\"/>"
    );
}

fn head(svg: &mut String, (x, y): (f64, f64), shape: &str) {
    let _ = write!(
        svg,
        "<svg x=\"{x}%\" y=\"{y:.2}%\"><path d=\"{shape}\"/></svg>"
    );
}
