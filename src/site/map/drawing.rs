//! The map as SVG.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::ItemIx;

use super::super::chart::{self, Frame, Layered, Node, Stop, number, put};
use super::super::pieces::Pen;
use super::super::render::escape;
use super::bands::{Band, Line, Tie, Ties};

/// The map, and whether it is wider than a page.
pub(super) struct Drawn {
    pub svg: String,
    pub wide: bool,
}

/// The widest map that a page shows without making its words too small.
const PAGE: f64 = 1350.0;

/// A box.
const WIDTH: f64 = 172.0;
const HEIGHT: f64 = 82.0;

/// From one row to the next, and what a band's name needs above it.
const GAP: f64 = 44.0;
const NAME: f64 = 34.0;

/// So many boxes stand side by side, if the ties let them.
const ROW: usize = 6;

/// Draws bands and ties.
pub(super) fn draw(pen: &Pen<'_, '_>, bands: &[Band], ties: &Ties) -> Drawn {
    let items: Vec<ItemIx> = bands.iter().flat_map(|band| &band.items).copied().collect();
    let place: BTreeMap<ItemIx, usize> = items.iter().enumerate().map(|(n, at)| (*at, n)).collect();
    let (rows, firsts) = rows(bands, ties);
    let boxes: Vec<(usize, f64)> = rows.iter().map(|row| (*row, WIDTH)).collect();
    let lines: Vec<chart::Line> = ties
        .iter()
        .map(|it| chart::Line {
            from: place[&it.from],
            to: place[&it.to],
            kind: it.tie as u8,
        })
        .collect();
    let layered = chart::layered(&boxes, &lines);
    let sheet = Sheet::of(pen, &layered, bands, &firsts);
    let mut svg = sheet.open(pen, bands);
    sheet.ties(&mut svg, items.len(), ties, &place);
    sheet.names(&mut svg, bands);
    for (at, stop) in items.iter().zip(&layered.stops) {
        let row = pen.row(*at);
        let node = Node {
            mark: row.health.or(row.status),
            progress: row.progress,
            item: row.item,
        };
        node.draw(&mut svg, sheet.frame(stop));
    }
    svg.push_str("</svg>");
    Drawn {
        svg,
        wide: sheet.width > PAGE,
    }
}

/// The row of each item, and the first row of each band. Within a band a
/// cause stands below its effect; what leads to one item outside stands in a
/// block of few columns below it, where there is room for that side by side;
/// else rows fill up evenly.
fn rows(bands: &[Band], ties: &Ties) -> (Vec<usize>, Vec<usize>) {
    let mut rows = Vec::new();
    let mut firsts = Vec::new();
    let mut next = 0;
    for band in bands {
        let rows_of_band = within(band, ties);
        firsts.push(next);
        rows.extend(rows_of_band.iter().map(|row| next + row));
        next += rows_of_band.iter().max().map_or(1, |last| last + 1);
    }
    (rows, firsts)
}

/// The rows of a band's items, from 0.
fn within(band: &Band, ties: &Ties) -> Vec<usize> {
    let place: BTreeMap<ItemIx, usize> = band
        .items
        .iter()
        .enumerate()
        .map(|(n, at)| (*at, n))
        .collect();
    let inner: Vec<(usize, usize)> = ties
        .iter()
        .filter(|it| it.tie != Tie::Relates)
        .filter_map(|it| Some((*place.get(&it.from)?, *place.get(&it.to)?)))
        .collect();
    let mut depth = vec![0; band.items.len()];
    // As often as a chain can be long; a circle ends there too.
    for _ in 0..band.items.len().min(8) {
        for (from, to) in &inner {
            depth[*from] = depth[*from].max(depth[*to] + 1);
        }
    }
    let effect = |at: usize| {
        let mut ties = ties.iter().filter(|it| it.tie == Tie::Leads);
        ties.find(|it| it.from == band.items[at]).map(|it| it.to)
    };
    let deepest = depth.iter().max().copied().unwrap_or(0);
    let mut rows = vec![0; band.items.len()];
    let mut first = 0;
    for level in 0..=deepest {
        let mut groups = Groups::new();
        for at in (0..depth.len()).filter(|at| depth[*at] == level) {
            groups.entry(effect(at)).or_default().push(at);
        }
        let all: usize = groups.values().map(Vec::len).sum();
        let high = all.div_ceil(ROW).max(1);
        let wide = |group: &Vec<usize>| group.len().div_ceil(high);
        let blocks = groups.values().map(wide).sum::<usize>() <= ROW + 1;
        let mut last = first;
        for (turn, (within, group, member)) in turns(&groups).enumerate() {
            let row = if blocks {
                within / wide(group)
            } else {
                turn % high
            };
            rows[member] = first + row;
            last = last.max(first + row);
        }
        first = last + 1;
    }
    rows
}

type Groups = BTreeMap<Option<ItemIx>, Vec<usize>>;

/// The members of all groups: each with its place in the group, and the group.
fn turns(groups: &Groups) -> impl Iterator<Item = (usize, &Vec<usize>, usize)> {
    let groups = groups.values();
    groups.flat_map(|group| {
        let members = group.iter().enumerate();
        members.map(move |(within, member)| (within, group, *member))
    })
}

/// The sheet that is drawn on: where rows are.
struct Sheet<'a> {
    layered: &'a Layered,
    /// The upper edge of each row.
    tops: Vec<f64>,
    /// The upper edge of each band.
    bands: Vec<f64>,
    width: f64,
    height: f64,
    rtl: bool,
}

impl<'a> Sheet<'a> {
    fn of(pen: &Pen<'_, '_>, layered: &'a Layered, bands: &[Band], firsts: &[usize]) -> Self {
        let rows = layered.stops.iter().map(|stop| stop.layer + 1).max();
        let mut sheet = Self {
            layered,
            tops: Vec::new(),
            bands: Vec::new(),
            width: layered.width.max(4.0 * WIDTH),
            height: 0.0,
            rtl: pen.context.locale.is_rtl(),
        };
        let mut y = 0.0;
        for row in 0..rows.unwrap_or(0) {
            if firsts.contains(&row) && sheet.bands.len() < bands.len() {
                sheet.bands.push(y);
                y += NAME;
            }
            sheet.tops.push(y);
            y += HEIGHT + GAP;
        }
        sheet.height = y - GAP + 2.0;
        sheet
    }

    fn frame(&self, stop: &Stop) -> Frame {
        let shift = (self.width - self.layered.width) / 2.0;
        let frame = Frame {
            x: stop.x + shift - WIDTH / 2.0,
            y: self.tops[stop.layer],
            width: WIDTH,
            height: HEIGHT,
            rtl: self.rtl,
        };
        if self.rtl {
            frame.mirrored(self.width)
        } else {
            frame
        }
    }

    /// The middle of a stop.
    fn middle(&self, stop: &Stop) -> f64 {
        self.frame(stop).x + WIDTH / 2.0
    }

    fn open(&self, pen: &Pen<'_, '_>, bands: &[Band]) -> String {
        let locale = &pen.context.locale;
        let title = escape(&locale.say("map-title"));
        let names: Vec<String> = bands
            .iter()
            .map(|band| format!("{} ({})", band.label, band.items.len()))
            .collect();
        let said = locale.say_with("map-description", [("bands", locale.list(&names).into())]);
        let whole = number(self.width + 2.0);
        let wide = if self.width > PAGE {
            format!(" width=\"{whole}\"")
        } else {
            String::new()
        };
        format!(
            "<svg{wide} class=\"drawing{}\" role=\"group\" viewBox=\"-1 -1 {whole} {}\" aria-labelledby=\"map-t\" aria-describedby=\"map-d\"><title id=\"map-t\">{title}</title><desc id=\"map-d\">{}</desc>\n",
            if self.rtl { " rtl" } else { "" },
            number(self.height + 2.0),
            escape(&said),
        )
    }

    /// The bands' names, over the ties that pass below them.
    fn names(&self, svg: &mut String, bands: &[Band]) {
        let wide = number(self.width);
        for (band, top) in bands.iter().zip(&self.bands) {
            let x = if self.rtl { &wide } else { "0" };
            put(
                svg,
                format_args!(
                    "<path class=\"band\" d=\"M0 {y}h{wide}\"/><text class=\"name\" x=\"{x}\" y=\"{}\">{}</text>\n",
                    number(top + 19.0),
                    escape(&band.label),
                    y = number(*top),
                ),
            );
        }
    }

    /// The ties behind the boxes: a path for each kind, and one for all heads.
    fn ties(&self, svg: &mut String, boxes: usize, ties: &Ties, place: &BTreeMap<ItemIx, usize>) {
        let mut paths = [String::new(), String::new(), String::new()];
        let stops = &self.layered.stops;
        for piece in &self.layered.pieces {
            let (lower, upper) = (&stops[piece.lower], &stops[piece.upper]);
            let path = &mut paths[usize::from(piece.kind)];
            let x = self.middle(lower);
            let start = self.tops[lower.layer];
            let (end_x, end) = (self.middle(upper), self.tops[upper.layer] + HEIGHT);
            if lower.layer == upper.layer {
                // Beside each other: a bow below the row.
                let foot = number(end + GAP * 0.8);
                put(
                    path,
                    format_args!(
                        "M{} {}C{0} {foot} {} {foot} {2} {1}",
                        number(x),
                        number(end),
                        number(end_x)
                    ),
                );
                continue;
            }
            let middle = number(f64::midpoint(start, end));
            put(
                path,
                format_args!(
                    "M{} {}C{0} {middle} {} {middle} {2} {}",
                    number(x),
                    number(start),
                    number(end_x),
                    number(end)
                ),
            );
            if piece.upper >= boxes {
                put(path, format_args!("V{}", number(end - HEIGHT)));
            }
        }
        for (class, path) in ["leads", "waits", "relates"].into_iter().zip(paths) {
            if !path.is_empty() {
                put(
                    svg,
                    format_args!("<path class=\"way {class}\" d=\"{path}\"/>\n"),
                );
            }
        }
        let heads = self.heads(ties, place);
        if !heads.is_empty() {
            put(svg, format_args!("<path class=\"head\" d=\"{heads}\"/>\n"));
        }
    }

    /// An arrow's head wherever an effect is.
    fn heads(&self, ties: &Ties, place: &BTreeMap<ItemIx, usize>) -> String {
        let mut heads = BTreeSet::new();
        let stops = &self.layered.stops;
        for Line { tie, from, to } in ties {
            let (from, to) = (&stops[place[from]], &stops[place[to]]);
            if *tie != Tie::Relates {
                // From below; from above only against the order of the bands.
                let up = from.layer >= to.layer;
                let y = self.tops[to.layer] + if up { HEIGHT } else { 0.0 };
                let head = if up { "l-4.5 8h9z" } else { "l-4.5-8h9z" };
                heads.insert(format!("M{} {}{head}", number(self.middle(to)), number(y)));
            }
        }
        heads.into_iter().collect()
    }
}
