//! Boxes in layers, joined by lines: a layered drawing after Sugiyama, whose
//! layers are given.
//!
//! The crate `rust_sugiyama` finds an order within each layer in which few
//! lines cross. Where everything stands follows from that order here, so that
//! no two boxes touch whatever the crate says.

mod place;

use std::collections::{BTreeMap, BTreeSet};

use rust_sugiyama::configure::{Config, CrossingMinimization, RankingType};
use rust_sugiyama::from_vertices_and_edges;

/// A line from a box to another; lines of a kind that lead to the same upper
/// box run together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::site) struct Line {
    pub from: usize,
    pub to: usize,
    pub kind: u8,
}

/// A box, or a place where a line passes through a layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::site) struct Stop {
    /// 0 is the topmost.
    pub layer: usize,
    pub width: f64,
    /// Where its middle is.
    pub x: f64,
}

/// A piece of a line from a stop to one in a layer above, or beside it in the
/// same layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::site) struct Piece {
    pub lower: usize,
    pub upper: usize,
    pub kind: u8,
}

/// Where everything is. The first stops are the boxes, in their order.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::site) struct Layered {
    pub stops: Vec<Stop>,
    pub pieces: Vec<Piece>,
    pub width: f64,
}

/// The room between two stops.
const GAP: f64 = 16.0;

/// How wide a passing line is.
const PASSAGE: f64 = 10.0;

/// With more stops the order is left as it was given.
const MOST: usize = 600;

/// Places boxes, given by layer and width, and the lines between them.
pub(in crate::site) fn layered(boxes: &[(usize, f64)], lines: &[Line]) -> Layered {
    let stop = |&(layer, width): &(usize, f64)| Stop {
        layer,
        width,
        x: 0.0,
    };
    let mut stops: Vec<Stop> = boxes.iter().map(stop).collect();
    let pieces = pieces(&mut stops, lines);
    let rows = order(&stops, &pieces);
    place::place(&mut stops, boxes.len(), &rows, &pieces);
    let left = edge(&stops, f64::min, -0.5);
    for stop in &mut stops {
        stop.x -= left;
    }
    Layered {
        width: edge(&stops, f64::max, 0.5),
        stops,
        pieces,
    }
}

/// The outermost edge on one side; 0 without stops.
fn edge(stops: &[Stop], outer: fn(f64, f64) -> f64, side: f64) -> f64 {
    let edges = stops.iter().map(|stop| stop.x + side * stop.width);
    edges.reduce(outer).unwrap_or(0.0)
}

/// Cuts lines into pieces, with a stop in each layer that they pass.
fn pieces(stops: &mut Vec<Stop>, lines: &[Line]) -> Vec<Piece> {
    let mut pieces = BTreeSet::new();
    let mut passages: BTreeMap<(usize, u8, usize), usize> = BTreeMap::new();
    for line in lines {
        let (mut lower, mut upper) = (line.from, line.to);
        if lower == upper {
            continue;
        }
        if stops[lower].layer < stops[upper].layer {
            (lower, upper) = (upper, lower);
        }
        let end = upper;
        let kind = line.kind;
        let first = stops[upper].layer + 1;
        for layer in first..stops[lower].layer {
            let passage = *passages.entry((end, kind, layer)).or_insert_with(|| {
                stops.push(Stop {
                    layer,
                    width: PASSAGE,
                    x: 0.0,
                });
                stops.len() - 1
            });
            pieces.insert(Piece {
                lower: passage,
                upper,
                kind,
            });
            upper = passage;
        }
        pieces.insert(Piece { lower, upper, kind });
    }
    pieces.into_iter().collect()
}

/// The stops of each layer in an order in which few lines cross.
fn order(stops: &[Stop], pieces: &[Piece]) -> Vec<Vec<usize>> {
    let layers = stops.iter().map(|stop| stop.layer + 1).max().unwrap_or(0);
    let mut rows = vec![Vec::new(); layers];
    let x = suggested(stops, pieces);
    let mut sorted: Vec<usize> = (0..stops.len()).collect();
    sorted.sort_by(|a, b| x[*a].total_cmp(&x[*b]).then(a.cmp(b)));
    for stop in sorted {
        rows[stops[stop].layer].push(stop);
    }
    rows
}

/// Where the crate would have each stop; the given order where it has nothing
/// to say.
fn suggested(stops: &[Stop], pieces: &[Piece]) -> Vec<f64> {
    let mut x: Vec<f64> = (0..stops.len()).map(|at| at as f64).collect();
    if stops.len() > MOST {
        return x;
    }
    let (nodes, edges) = graph(stops, pieces);
    let vertices: Vec<(u32, (f64, f64))> = (0..nodes.len() as u32)
        .map(|node| (node, (1.0, 1.0)))
        .collect();
    let config = Config {
        minimum_length: 1,
        vertex_spacing: 1.0,
        dummy_vertices: true,
        dummy_size: 1.0,
        ranking_type: RankingType::Up,
        c_minimization: CrossingMinimization::Barycenter,
        transpose: true,
    };
    let mut start = 0.0;
    for (places, _, _) in from_vertices_and_edges(&vertices, &edges, &config) {
        let mut end = start;
        for (node, (along, _)) in places {
            let stop = nodes.get(node).copied().flatten();
            if let Some(stop) = stop.filter(|_| along.is_finite()) {
                x[stop] = start + along;
                end = f64::max(end, x[stop]);
            }
        }
        start = end + 1.0;
    }
    x
}

/// What the crate lays out: stops and helpers from the top layer down, and
/// who is below whom. The crate finds the layers anew, each stop right below
/// what is above it, so what hangs from nothing hangs from helpers.
fn graph(stops: &[Stop], pieces: &[Piece]) -> (Vec<Option<usize>>, Vec<(u32, u32)>) {
    let across = |piece: &&Piece| stops[piece.lower].layer > stops[piece.upper].layer;
    let mut nodes: Vec<(usize, Option<usize>)> = stops
        .iter()
        .enumerate()
        .map(|(at, stop)| (stop.layer, Some(at)))
        .collect();
    let pairs = pieces.iter().filter(across);
    let mut links: BTreeSet<(usize, usize)> =
        pairs.map(|piece| (piece.upper, piece.lower)).collect();
    let hangs: BTreeSet<usize> = links.iter().map(|link| link.1).collect();
    let holds: BTreeSet<usize> = links.iter().map(|link| link.0).collect();
    for stop in holds.difference(&hangs) {
        let mut below = *stop;
        for layer in (0..stops[*stop].layer).rev() {
            nodes.push((layer, None));
            links.insert((nodes.len() - 1, below));
            below = nodes.len() - 1;
        }
    }
    let mut sorted: Vec<usize> = (0..nodes.len()).collect();
    sorted.sort_by_key(|node| nodes[*node].0);
    let mut number = vec![0_u32; nodes.len()];
    for (at, node) in sorted.iter().enumerate() {
        number[*node] = at as u32;
    }
    let edges = links.into_iter();
    let edges = edges.map(|(upper, lower)| (number[upper], number[lower]));
    let mut edges: Vec<(u32, u32)> = edges.collect();
    edges.sort_unstable();
    let nodes = sorted.into_iter().map(|node| nodes[node].1).collect();
    (nodes, edges)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Layered, Line, layered};

    fn line(from: usize, to: usize) -> Line {
        Line { from, to, kind: 0 }
    }

    /// What holds for every drawing.
    fn check(drawing: &Layered, boxes: usize) {
        for stop in &drawing.stops {
            assert!(stop.x.is_finite() && drawing.width.is_finite());
            assert!(stop.x - stop.width / 2.0 >= -1e-6, "{stop:?}");
            assert!(
                stop.x + stop.width / 2.0 <= drawing.width + 1e-6,
                "{stop:?}"
            );
        }
        for (at, a) in drawing.stops.iter().enumerate() {
            for b in &drawing.stops[at + 1..] {
                let apart = (a.x - b.x).abs() - f64::midpoint(a.width, b.width);
                assert!(a.layer != b.layer || apart >= 4.0, "{a:?} touches {b:?}");
            }
        }
        for piece in &drawing.pieces {
            let layer = |stop: usize| drawing.stops[stop].layer;
            let rise = layer(piece.lower) - layer(piece.upper);
            assert!(rise == 1 || (rise == 0 && piece.lower < boxes && piece.upper < boxes));
        }
    }

    #[test]
    fn a_box_stands_under_what_it_leads_to() {
        let boxes = [(0, 100.0), (0, 100.0), (1, 100.0), (1, 100.0)];
        let drawing = layered(&boxes, &[line(2, 1), line(3, 0)]);
        check(&drawing, 4);
        let x: Vec<f64> = drawing.stops.iter().map(|stop| stop.x).collect();
        assert!(
            (x[2] - x[1]).abs() < 1.0 && (x[3] - x[0]).abs() < 1.0,
            "{x:?}"
        );
    }

    #[test]
    fn long_lines_to_one_box_run_together() {
        let boxes = [(0, 100.0), (1, 100.0), (2, 100.0), (2, 100.0)];
        let drawing = layered(&boxes, &[line(1, 0), line(2, 0), line(3, 0)]);
        check(&drawing, 4);
        assert_eq!(drawing.stops.len(), 5, "one stop where both pass");
    }

    #[test]
    fn nothing_is_a_drawing_too() {
        let drawing = layered(&[], &[]);
        assert!(drawing.stops.is_empty() && drawing.width.abs() < 1e-9);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn boxes_never_touch(
            boxes in proptest::collection::vec((0usize..6, 20.0..220.0), 1..40),
            ends in proptest::collection::vec((any::<usize>(), any::<usize>(), 0u8..3), 0..80),
        ) {
            let line = |(from, to, kind): &(usize, usize, u8)| Line {
                from: from % boxes.len(),
                to: to % boxes.len(),
                kind: *kind,
            };
            let lines: Vec<Line> = ends.iter().map(line).collect();
            let drawing = layered(&boxes, &lines);
            check(&drawing, boxes.len());
            prop_assert_eq!(&drawing, &layered(&boxes, &lines));
        }
    }
}
