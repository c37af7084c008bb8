//! An item as a box: its id, its health as shape and word, its title, and how
//! far it has come.

use super::super::pieces::{Badge, ItemLink};
use super::super::render::escape;
use super::svg::{number, put};
use super::text::{width, wrap};

/// What a box says.
pub(in crate::site) struct Node {
    pub item: ItemLink,
    /// Its health or status.
    pub mark: Option<Badge>,
    /// 0 to 100.
    pub progress: Option<u8>,
}

/// Where a box is, in units of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::site) struct Frame {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// Whether words begin on the right.
    pub rtl: bool,
}

/// From a box's edge to its words.
const PAD: f64 = 10.0;

/// The size of the words, and the room from one line to the next.
const SIZE: f64 = 12.5;
const LINE: f64 = 15.5;

/// The size of the id and the mark.
const SMALL: f64 = 11.0;

impl Frame {
    /// The same place in a drawing that runs the other way.
    pub fn mirrored(self, whole: f64) -> Self {
        let x = whole - self.x - self.width;
        Self { x, ..self }
    }

    /// How many lines of a title there is room for.
    fn lines(&self) -> usize {
        ((self.height - 28.0) / LINE).floor().max(1.0) as usize
    }

    /// Where words begin and end.
    fn sides(&self) -> (f64, f64) {
        let (left, right) = (self.x + PAD, self.x + self.width - PAD);
        if self.rtl {
            (right, left)
        } else {
            (left, right)
        }
    }
}

impl Node {
    /// The box as a link.
    pub fn draw(&self, svg: &mut String, frame: Frame) {
        let item = &self.item;
        put(svg, format_args!("<a href=\"{}\">", escape(&item.href)));
        self.title(svg);
        self.face(svg, frame, "");
        svg.push_str("</a>\n");
    }

    /// The box that a drawing is about; it leads nowhere.
    pub fn draw_self(&self, svg: &mut String, frame: Frame) {
        svg.push_str("<g>");
        self.title(svg);
        self.face(svg, frame, " class=\"self\"");
        svg.push_str("</g>\n");
    }

    /// All that the box says, for those who point at it or hear it.
    fn title(&self, svg: &mut String) {
        let item = &self.item;
        put(
            svg,
            format_args!("<title>{} {}", escape(&item.id), escape(&item.title)),
        );
        if let Some(mark) = &self.mark {
            put(svg, format_args!(", {}", escape(&mark.label)));
        }
        svg.push_str("</title>");
    }

    fn face(&self, svg: &mut String, frame: Frame, class: &str) {
        let Frame {
            x,
            y,
            width: wide,
            height,
            rtl,
        } = frame;
        put(
            svg,
            format_args!(
                "<rect{class} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                number(x),
                number(y),
                number(wide),
                number(height),
            ),
        );
        if let Some(done) = self.progress.filter(|done| *done > 0) {
            let done = wide * f64::from(done) / 100.0;
            let from = if rtl { x + wide - done } else { x };
            put(
                svg,
                format_args!(
                    "<path class=\"prog\" d=\"M{} {}h{}\"/>",
                    number(from),
                    number(y + height),
                    number(done),
                ),
            );
        }
        let (start, end) = frame.sides();
        let id = wrap(&self.item.id, SMALL, wide - 2.0 * PAD, 1).concat();
        let top = number(y + 18.0);
        let [near, far] = if rtl {
            [" text-anchor=\"end\"", ""]
        } else {
            ["", " text-anchor=\"end\""]
        };
        put(
            svg,
            format_args!(
                "<text class=\"id\" x=\"{}\" y=\"{top}\"{near}>{}</text>",
                number(start),
                escape(&id)
            ),
        );
        if let Some(mark) = &self.mark {
            let toward = if rtl { 1.0 } else { -1.0 };
            let word = width(&mark.label, SMALL);
            let id = width(&id, SMALL * 1.1);
            put(svg, format_args!("<g class=\"m {}\">", mark.class));
            let fits = id + word + 24.0 < wide - 2.0 * PAD;
            let at = if fits {
                put(
                    svg,
                    format_args!(
                        "<text x=\"{}\" y=\"{top}\"{far}>{}</text>",
                        number(end),
                        escape(&mark.label)
                    ),
                );
                end + toward * (word + 8.0)
            } else {
                end + toward * 5.0
            };
            if let Some(shape) = shape(&mark.class) {
                put(
                    svg,
                    format_args!("<path d=\"M{} {}{shape}\"/>", number(at), number(y + 14.0)),
                );
            }
            svg.push_str("</g>");
        }
        let lines = wrap(&self.item.title, SIZE, wide - 2.0 * PAD, frame.lines());
        put(svg, format_args!("<text y=\"{}\"{near}>", number(y + 19.0)));
        for line in lines {
            put(
                svg,
                format_args!(
                    "<tspan x=\"{}\" dy=\"{LINE}\">{}</tspan>",
                    number(start),
                    escape(&line)
                ),
            );
        }
        svg.push_str("</text>");
    }
}

/// The shape of a health or trigger, drawn around a point: as the marks in the
/// text have it. A status has only its word.
fn shape(class: &str) -> Option<&'static str> {
    match class {
        "on-track" | "armed" => Some("m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0"),
        "at-risk" => Some("m0-4.5l5 9h-10z"),
        "off-track" => Some("m0-5l5 5l-5 5l-5-5z"),
        "tripped" => Some("m1-5.5l-4.5 6.5h3l-1 4.5l5-7h-3z"),
        _ => None,
    }
}
