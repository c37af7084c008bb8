//! An item with its neighbours around it: what it is for above, what carries
//! it below, what comes before it and after it at its sides.

use super::super::render::escape;
use super::node::{Frame, Node};
use super::svg::{number, put};
use super::text::wrap;

/// Which way an arrow points, as seen from the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::site) enum Arrow {
    In,
    Out,
}

/// Neighbours by one relation.
pub(in crate::site) struct Group {
    pub caption: String,
    pub nodes: Vec<Node>,
    pub arrow: Arrow,
}

/// An item and its neighbours.
pub(in crate::site) struct Compass {
    pub title: String,
    pub center: Node,
    pub above: Vec<Group>,
    pub below: Vec<Group>,
    pub start: Vec<Group>,
    pub end: Vec<Group>,
    pub rtl: bool,
}

/// The drawing, and a box in it.
const WHOLE: f64 = 760.0;
const WIDTH: f64 = 178.0;
const HEIGHT: f64 = 62.0;

/// From box to box, and from a row or column to the middle.
const GAP: f64 = 14.0;
const WAY: f64 = 38.0;

/// What a caption needs.
const CAPTION: f64 = 20.0;
const SIZE: f64 = 11.5;

/// Where everything is.
struct Plan {
    /// The upper edges of the row above, the middle part, the row below.
    top: f64,
    middle: f64,
    bottom: f64,
    /// How high the middle part is, and the whole.
    middle_height: f64,
    height: f64,
}

impl Compass {
    /// The drawing as SVG.
    pub fn draw(&self) -> String {
        let plan = self.plan();
        let mut svg = String::new();
        put(
            &mut svg,
            format_args!(
                "<svg class=\"drawing{}\" role=\"group\" viewBox=\"-1 -1 {} {}\" aria-labelledby=\"around-t\" aria-describedby=\"around-d\"><title id=\"around-t\">{}</title><desc id=\"around-d\">{}</desc>\n",
                if self.rtl { " rtl" } else { "" },
                WHOLE + 2.0,
                number(plan.height + 3.0),
                escape(&self.title),
                escape(&self.said())
            ),
        );
        let (mut ways, mut heads) = (String::new(), String::new());
        let mut boxes: Vec<(&Node, Frame)> = Vec::new();
        for (groups, y, up) in [
            (&self.above, plan.top, true),
            (&self.below, plan.bottom, false),
        ] {
            Self::row(groups, y, &mut |caption, group, frames| {
                self.caption(&mut svg, caption, &group.caption);
                for (node, frame) in group.nodes.iter().zip(frames) {
                    self.upright(&plan, *frame, up, group.arrow, (&mut ways, &mut heads));
                    boxes.push((node, *frame));
                }
            });
        }
        for (groups, x) in [(&self.start, 0.0), (&self.end, WHOLE - WIDTH)] {
            Self::column(groups, x, &plan, &mut |caption, group, frames| {
                self.caption(&mut svg, caption, &group.caption);
                for (node, frame) in group.nodes.iter().zip(frames) {
                    self.level(&plan, *frame, group.arrow, (&mut ways, &mut heads));
                    boxes.push((node, *frame));
                }
            });
        }
        put(
            &mut svg,
            format_args!(
                "<path class=\"way\" d=\"{ways}\"/><path class=\"head\" d=\"{heads}\"/>\n"
            ),
        );
        for (node, frame) in boxes {
            node.draw(&mut svg, self.turned(frame));
        }
        self.center.draw_self(&mut svg, self.turned(plan.center()));
        svg.push_str("</svg>");
        svg
    }

    fn plan(&self) -> Plan {
        let row = |groups: &[Group]| {
            if groups.is_empty() {
                0.0
            } else {
                CAPTION + HEIGHT
            }
        };
        let column = |groups: &[Group]| {
            let boxes: usize = groups.iter().map(|group| group.nodes.len()).sum();
            boxes as f64 * (HEIGHT + GAP) + groups.len() as f64 * CAPTION
        };
        let middle_height = column(&self.start).max(column(&self.end)).max(HEIGHT);
        let above = row(&self.above);
        let middle = if above > 0.0 { above + WAY } else { 0.0 };
        let end = middle + middle_height;
        let below = row(&self.below);
        let bottom = end + WAY;
        Plan {
            top: 0.0,
            middle,
            bottom,
            middle_height,
            height: if below > 0.0 { bottom + below } else { end },
        }
    }

    /// A box where the page runs the other way, too.
    fn turned(&self, frame: Frame) -> Frame {
        let frame = Frame {
            rtl: self.rtl,
            ..frame
        };
        if self.rtl {
            frame.mirrored(WHOLE)
        } else {
            frame
        }
    }

    fn x(&self, x: f64) -> f64 {
        if self.rtl { WHOLE - x } else { x }
    }

    fn caption(&self, svg: &mut String, at: Frame, words: &str) {
        let words = wrap(words, SIZE, at.width, 1).concat();
        put(
            svg,
            format_args!(
                "<text class=\"name\" x=\"{}\" y=\"{}\">{}</text>",
                number(self.x(at.x)),
                number(at.y + 13.0),
                escape(&words)
            ),
        );
    }

    /// Lays out a row of groups around the middle.
    fn row<'a>(groups: &'a [Group], y: f64, each: &mut dyn FnMut(Frame, &'a Group, &[Frame])) {
        let boxes: usize = groups.iter().map(|group| group.nodes.len()).sum();
        let wide = boxes as f64 * (WIDTH + GAP) - GAP;
        let mut x = (WHOLE - wide) / 2.0;
        for group in groups {
            let above = y <= 0.0;
            let boxes = if above { y + CAPTION } else { y };
            let frames: Vec<Frame> = (0..group.nodes.len())
                .map(|at| frame(x + at as f64 * (WIDTH + GAP), boxes))
                .collect();
            let width = group.nodes.len() as f64 * (WIDTH + GAP) - GAP;
            let caption = Frame {
                width,
                ..frame(x, if above { y } else { y + HEIGHT + 3.0 })
            };
            each(caption, group, &frames);
            x += width + GAP;
        }
    }

    /// Lays out a column of groups, in the middle of the middle part.
    fn column<'a>(
        groups: &'a [Group],
        x: f64,
        plan: &Plan,
        each: &mut dyn FnMut(Frame, &'a Group, &[Frame]),
    ) {
        let boxes: usize = groups.iter().map(|group| group.nodes.len()).sum();
        let high = boxes as f64 * (HEIGHT + GAP) + groups.len() as f64 * CAPTION;
        let mut y = plan.middle + (plan.middle_height - high).max(0.0) / 2.0;
        for group in groups {
            let caption = frame(x, y);
            y += CAPTION;
            let mut frames = Vec::new();
            for _ in &group.nodes {
                frames.push(frame(x, y));
                y += HEIGHT + GAP;
            }
            each(caption, group, &frames);
        }
    }

    /// A way between the middle and a box above or below.
    fn upright(
        &self,
        plan: &Plan,
        to: Frame,
        up: bool,
        arrow: Arrow,
        (ways, heads): (&mut String, &mut String),
    ) {
        let center = plan.center();
        let (mine, theirs) = if up {
            (center.y, to.y + HEIGHT)
        } else {
            (center.y + HEIGHT, to.y)
        };
        let x = number(self.x(center.x + WIDTH / 2.0));
        let end = number(self.x(to.x + WIDTH / 2.0));
        // Bends right at the row, past the columns.
        let bend = if up {
            theirs + WAY / 2.0
        } else {
            theirs - WAY / 2.0
        };
        put(
            ways,
            format_args!(
                "M{x} {}V{}C{x} {bend} {end} {bend} {end} {}",
                number(mine),
                number(bend),
                number(theirs),
                bend = number(bend)
            ),
        );
        let tip = if arrow == Arrow::Out {
            (end, theirs, up)
        } else {
            (x, mine, !up)
        };
        let head = if tip.2 { "l-4.5 8h9z" } else { "l-4.5-8h9z" };
        put(heads, format_args!("M{} {}{head}", tip.0, number(tip.1)));
    }

    /// A way between the middle and a box at its side.
    fn level(
        &self,
        plan: &Plan,
        to: Frame,
        arrow: Arrow,
        (ways, heads): (&mut String, &mut String),
    ) {
        let center = plan.center();
        let before = to.x < center.x;
        let (mine, theirs) = if before {
            (center.x, to.x + WIDTH)
        } else {
            (center.x + WIDTH, to.x)
        };
        let y = number(center.y + HEIGHT / 2.0);
        let end = number(to.y + HEIGHT / 2.0);
        let bend = number(self.x(f64::midpoint(mine, theirs)));
        put(
            ways,
            format_args!(
                "M{} {y}C{bend} {y} {bend} {end} {} {end}",
                number(self.x(mine)),
                number(self.x(theirs))
            ),
        );
        let outward = arrow == Arrow::Out;
        let (x, y) = if outward { (theirs, end) } else { (mine, y) };
        let rightward = (before != outward) != self.rtl;
        let head = if rightward { "l-8-4.5v9z" } else { "l8-4.5v9z" };
        put(heads, format_args!("M{} {y}{head}", number(self.x(x))));
    }

    /// The drawing in a sentence.
    fn said(&self) -> String {
        let groups = [&self.above, &self.start, &self.end, &self.below];
        let said = groups.into_iter().flatten().map(|group| {
            let ids: Vec<&str> = group
                .nodes
                .iter()
                .map(|node| node.item.id.as_str())
                .collect();
            format!("{}: {}", group.caption, ids.join(", "))
        });
        said.collect::<Vec<_>>().join("; ")
    }
}

impl Plan {
    fn center(&self) -> Frame {
        frame(
            (WHOLE - WIDTH) / 2.0,
            self.middle + (self.middle_height - HEIGHT) / 2.0,
        )
    }
}

fn frame(x: f64, y: f64) -> Frame {
    Frame {
        x,
        y,
        width: WIDTH,
        height: HEIGHT,
        rtl: false,
    }
}
