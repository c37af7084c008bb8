//! A measure among many: a small chart without axes, but with its last value,
//! its target and the years it spans.

use crate::locale::Locale;
use crate::quantity::Date;

use super::super::render::escape;
use super::line::{Drawing, Scale};
use super::svg::{number, put};
use super::text::width;

/// The chart is so high; lines lie between these.
const HEIGHT: f64 = 128.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 100.0;

/// The lines' picture is 1000 units wide, and seldom narrower than this.
const NARROW: f64 = 270.0;

/// The size of the words.
const SIZE: f64 = 12.5;

/// Where lines go: the room at their right is for the target's value.
struct Room {
    scale: Scale,
    right: f64,
}

impl Room {
    fn place(&self, (on, value): (Date, f64)) -> (f64, f64) {
        let (along, up) = self.scale.shares(on, value);
        (
            15.0 + along * (self.right - 15.0),
            BOTTOM - up * (BOTTOM - TOP),
        )
    }

    fn path(&self, svg: &mut String, class: &str, points: &[(Date, f64)]) {
        if points.len() < 2 {
            return;
        }
        put(svg, format_args!("<path class=\"{class}\" d=\""));
        for (at, point) in points.iter().enumerate() {
            let (x, y) = self.place(*point);
            let letter = if at == 0 { 'M' } else { 'L' };
            put(svg, format_args!("{letter}{} {}", number(x), number(y)));
        }
        svg.push_str("\"/>");
    }

    fn dot(&self, svg: &mut String, class: &str, radius: f64, point: (Date, f64)) {
        let (x, y) = self.place(point);
        put(
            svg,
            format_args!(
                "<circle class=\"{class}\" cx=\"{}%\" cy=\"{}\" r=\"{radius}\"/>",
                number(x / 10.0),
                number(y)
            ),
        );
    }
}

impl Drawing<'_> {
    /// The small chart; none where there are not two points in time. What it
    /// shows is said in words beside it.
    pub fn small(&self) -> Option<String> {
        let locale = self.locale;
        let points = self.points();
        let aim = self.target().and_then(|it| Some((it.on?, it.value)));
        let label = aim
            .map(|(_, value)| locale.number(value))
            .unwrap_or_default();
        let words = width(&label, SIZE) + 14.0;
        let room = Room {
            scale: Scale::tight(&points)?,
            right: (1000.0 * (1.0 - words / NARROW)).clamp(500.0, 985.0),
        };
        let mut svg = format!("<svg class=\"small\" height=\"{HEIGHT}\" aria-hidden=\"true\">");
        years(&mut svg, locale, &room, &points);
        put(
            &mut svg,
            format_args!(
                "<svg viewBox=\"0 0 1000 {HEIGHT}\" width=\"100%\" height=\"{HEIGHT}\" preserveAspectRatio=\"none\">"
            ),
        );
        let aims = self.aims();
        room.path(&mut svg, "expected", &aims);
        room.path(&mut svg, "forecast", &self.trend());
        room.path(&mut svg, "reading", &self.readings());
        svg.push_str("</svg>");
        for step in aims.iter().filter(|step| Some(**step) != aim) {
            room.dot(&mut svg, "step", 2.2, *step);
        }
        if let Some(aim) = aim {
            room.dot(&mut svg, "goalpost", 4.5, aim);
            let y = number(room.place(aim).1 + 4.5);
            put(
                &mut svg,
                format_args!(
                    "<text x=\"100%\" y=\"{y}\" text-anchor=\"end\">{}</text>",
                    escape(&label)
                ),
            );
        }
        if let Some(last) = self.readings().last() {
            room.dot(&mut svg, "dot", 3.5, *last);
            last_value(&mut svg, &room, *last, &locale.number(last.1));
        }
        svg.push_str("</svg>");
        Some(svg)
    }
}

/// The line at the foot, with the first and the last year.
fn years(svg: &mut String, locale: &Locale, room: &Room, points: &[(Date, f64)]) {
    let first = points.iter().map(|point| point.0.year()).min();
    let last = points.iter().map(|point| point.0.year()).max();
    let right = number(room.right / 10.0);
    put(
        svg,
        format_args!("<line class=\"base\" x1=\"1.5%\" x2=\"{right}%\" y1=\"110\" y2=\"110\"/>"),
    );
    if let (Some(first), Some(last)) = (first, last) {
        let said = locale.year(first);
        put(
            svg,
            format_args!("<text class=\"year\" x=\"1.5%\" y=\"125\">{said}</text>"),
        );
        if last > first {
            let said = locale.year(last);
            put(
                svg,
                format_args!(
                    "<text class=\"year\" x=\"{right}%\" y=\"125\" text-anchor=\"end\">{said}</text>"
                ),
            );
        }
    }
}

/// The last value, on the side of its dot where there is room.
fn last_value(svg: &mut String, room: &Room, last: (Date, f64), label: &str) {
    let (x, y) = room.place(last);
    let (x, anchor) = if x < 350.0 { (x, "start") } else { (x, "end") };
    let y = if y < 16.0 { y + 17.0 } else { y - 8.0 };
    put(
        svg,
        format_args!(
            "<text class=\"strong\" x=\"{}%\" y=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            number(x / 10.0),
            number(y),
            escape(label)
        ),
    );
}
