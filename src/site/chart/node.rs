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
        put(
            svg,
            format_args!("<a href=\"{}\">", escape(&self.item.href)),
        );
        self.face(svg, frame, "");
        svg.push_str("</a>\n");
    }

    /// The box that a drawing is about; it leads nowhere.
    pub fn draw_self(&self, svg: &mut String, frame: Frame) {
        svg.push_str("<g>");
        self.face(svg, frame, " class=\"self\"");
        svg.push_str("</g>\n");
    }

    /// All that the box says, where there is no room for all of it.
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
        let room = frame.width - 2.0 * PAD;
        let id = wrap(&self.item.id, SMALL, room, 1).concat();
        let lines = wrap(&self.item.title, SIZE, room, frame.lines());
        let said = width(&id, SMALL * 1.1) + 24.0;
        let mark = self.mark.as_ref().map(|mark| {
            let word = width(&mark.label, SMALL);
            (mark, (said + word < room).then_some(word))
        });
        let is_cut = |text: &str| text.ends_with('…');
        let cut = is_cut(&id) || lines.last().is_some_and(|line| is_cut(line));
        if cut || mark.is_some_and(|(_, word)| word.is_none()) {
            self.title(svg);
        }
        let place = [frame.x, frame.y, frame.width, frame.height].map(number);
        let [x, y, wide, high] = &place;
        put(
            svg,
            format_args!("<rect{class} x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\"/>"),
        );
        self.done(svg, frame);
        let start = number(frame.sides().0);
        let top = number(frame.y + 18.0);
        put(
            svg,
            format_args!(
                "<text class=\"id\" x=\"{start}\" y=\"{top}\">{}</text>",
                escape(&id)
            ),
        );
        if let Some((mark, word)) = mark {
            mark_at(svg, frame, mark, word);
        }
        let first = number(frame.y + 19.0 + LINE);
        put(svg, format_args!("<text x=\"{start}\" y=\"{first}\">"));
        for (at, line) in lines.iter().enumerate() {
            let line = escape(line);
            if at == 0 {
                svg.push_str(&line);
            } else {
                put(
                    svg,
                    format_args!("<tspan x=\"{start}\" dy=\"{LINE}\">{line}</tspan>"),
                );
            }
        }
        svg.push_str("</text>");
    }

    /// How far it has come, along the lower edge.
    fn done(&self, svg: &mut String, frame: Frame) {
        let Some(done) = self.progress.filter(|done| *done > 0) else {
            return;
        };
        let done = frame.width * f64::from(done) / 100.0;
        let from = if frame.rtl {
            frame.x + frame.width - done
        } else {
            frame.x
        };
        put(
            svg,
            format_args!(
                "<path class=\"prog\" d=\"M{} {}h{}\"/>",
                number(from),
                number(frame.y + frame.height),
                number(done)
            ),
        );
    }
}

/// A health at the end of a box's first line: its word, as wide as given where
/// there is room for it, and its shape.
fn mark_at(svg: &mut String, frame: Frame, mark: &Badge, word: Option<f64>) {
    let end = frame.sides().1;
    put(svg, format_args!("<g class=\"m {}\">", mark.class));
    if word.is_some() {
        put(
            svg,
            format_args!(
                "<text x=\"{}\" y=\"{}\">{}</text>",
                number(end),
                number(frame.y + 18.0),
                escape(&mark.label)
            ),
        );
    }
    if let Some(shape) = shape(&mark.class) {
        let before = word.map_or(5.0, |word| word + 8.0);
        let x = if frame.rtl {
            end + before
        } else {
            end - before
        };
        put(
            svg,
            format_args!(
                "<path d=\"M{} {}{shape}\"/>",
                number(x),
                number(frame.y + 14.0)
            ),
        );
    }
    svg.push_str("</g>");
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
