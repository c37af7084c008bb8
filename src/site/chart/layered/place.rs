//! Where stops stand, once their order in each layer is known.
//!
//! Each wants to stand below what it leads to and above what leads to it.
//! Layer after layer is settled as near to these wishes as the order and the
//! room between neighbours let it: least squares under an order, which the
//! pooling of adjacent violators finds (Ayer et al. 1955).

use super::{GAP, Piece, Stop};

/// How often the wishes are passed down and up.
const ROUNDS: usize = 12;

/// Boxes whose middles are this near stand in one column.
const COLUMN: f64 = 100.0;

/// A stop that wants to be somewhere, and how much.
struct Wish {
    x: f64,
    weight: f64,
}

/// Places all stops; the first of them are boxes.
pub(super) fn place(stops: &mut [Stop], boxes: usize, rows: &[Vec<usize>], pieces: &[Piece]) {
    let across = |piece: &&Piece| stops[piece.lower].layer > stops[piece.upper].layer;
    let across = || pieces.iter().filter(across);
    let below = across().map(|piece| (piece.upper, piece.lower));
    let above = across().map(|piece| (piece.lower, piece.upper));
    let bottom_up = rows.iter().rev().flatten().copied();
    let below = ends(boxes, stops.len(), below, bottom_up);
    let above = ends(boxes, stops.len(), above, rows.iter().flatten().copied());
    for row in rows {
        let wishes = row.iter().map(|_| Wish {
            x: 0.0,
            weight: 1.0,
        });
        settle(stops, row, &wishes.collect::<Vec<_>>());
    }
    for _ in 0..ROUNDS {
        for row in rows {
            toward(stops, row, &above);
        }
        for row in rows.iter().rev() {
            toward(stops, row, &below);
        }
    }
    for row in rows {
        toward(stops, row, &above);
    }
    for _ in 0..6 {
        columns(stops, boxes, rows);
    }
    compact(stops);
}

/// Takes out empty strips that go from top to bottom.
fn compact(stops: &mut [Stop]) {
    let left = |stop: &Stop| stop.x - stop.width / 2.0;
    let mut order: Vec<usize> = (0..stops.len()).collect();
    order.sort_by(|a, b| left(&stops[*a]).total_cmp(&left(&stops[*b])));
    let (mut reach, mut shift) = (f64::INFINITY, 0.0);
    for at in order {
        let empty = left(&stops[at]) - reach;
        shift += (empty - GAP).max(0.0);
        let right = stops[at].x + stops[at].width / 2.0;
        reach = if reach.is_finite() {
            reach.max(right)
        } else {
            right
        };
        stops[at].x -= shift;
    }
}

/// The boxes at the other ends of what leads from each stop in one direction,
/// however many layers the lines pass. `order` has those first that are led
/// to.
fn ends(
    boxes: usize,
    stops: usize,
    pairs: impl Iterator<Item = (usize, usize)>,
    order: impl Iterator<Item = usize>,
) -> Vec<Vec<usize>> {
    let mut next = vec![Vec::new(); stops];
    for (from, to) in pairs {
        next[from].push(to);
    }
    let mut ends: Vec<Vec<usize>> = vec![Vec::new(); stops];
    for stop in order {
        let mut found = Vec::new();
        for to in &next[stop] {
            if *to < boxes {
                found.push(*to);
            } else {
                found.extend_from_slice(&ends[*to]);
            }
        }
        ends[stop] = found;
    }
    ends
}

/// Settles a layer near the middles of its neighbours on one side.
fn toward(stops: &mut [Stop], row: &[usize], neighbours: &[Vec<usize>]) {
    let wish = |at: &usize| {
        let near = &neighbours[*at];
        if near.is_empty() {
            let x = stops[*at].x;
            return Wish { x, weight: 0.1 };
        }
        let sum: f64 = near.iter().map(|other| stops[*other].x).sum();
        Wish {
            x: sum / near.len() as f64,
            weight: 1.0,
        }
    };
    let wishes: Vec<Wish> = row.iter().map(wish).collect();
    settle(stops, row, &wishes);
}

/// Brings boxes that nearly stand in a column into one.
fn columns(stops: &mut [Stop], boxes: usize, rows: &[Vec<usize>]) {
    let mut sorted: Vec<usize> = (0..boxes).collect();
    sorted.sort_by(|a, b| stops[*a].x.total_cmp(&stops[*b].x).then(a.cmp(b)));
    let mut middle = vec![0.0; boxes];
    let mut rest = sorted.as_slice();
    while let Some(first) = rest.first() {
        let near = |at: &&usize| stops[**at].x - stops[*first].x <= COLUMN;
        let many = rest.iter().take_while(near).count();
        let (column, others) = rest.split_at(many);
        let sum: f64 = column.iter().map(|at| stops[*at].x).sum();
        for at in column {
            middle[*at] = sum / many as f64;
        }
        rest = others;
    }
    for row in rows {
        let wish = |at: &usize| match middle.get(*at) {
            Some(x) => Wish { x: *x, weight: 1.0 },
            None => Wish {
                x: stops[*at].x,
                weight: 0.01,
            },
        };
        let wishes: Vec<Wish> = row.iter().map(wish).collect();
        settle(stops, row, &wishes);
    }
}

/// Places the stops of a layer as near to their wishes as their order and
/// widths let them.
fn settle(stops: &mut [Stop], row: &[usize], wishes: &[Wish]) {
    // Where each would be if all stood shoulder to shoulder from 0.
    let mut packed = Vec::with_capacity(row.len());
    let mut end = 0.0;
    for at in row {
        packed.push(end + stops[*at].width / 2.0);
        end += stops[*at].width + GAP;
    }
    // Blocks that stand shoulder to shoulder: shift, weight, how many.
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for (wish, packed) in wishes.iter().zip(&packed) {
        let mut block = (wish.x - packed, wish.weight, 1);
        while let Some(last) = blocks.pop_if(|last| last.0 >= block.0) {
            let weight = last.1 + block.1;
            let shift = (last.0 * last.1 + block.0 * block.1) / weight;
            block = (shift, weight, last.2 + block.2);
        }
        blocks.push(block);
    }
    let shifts = blocks
        .iter()
        .flat_map(|(shift, _, many)| std::iter::repeat_n(*shift, *many));
    for ((at, packed), shift) in row.iter().zip(&packed).zip(shifts) {
        stops[*at].x = packed + shift;
    }
}

#[cfg(test)]
mod tests {
    use super::{Stop, Wish, settle};

    #[test]
    fn wishes_are_met_where_there_is_room() {
        let stop = Stop {
            layer: 0,
            width: 10.0,
            x: 0.0,
        };
        let mut stops = [stop; 3];
        let wishes = [0.0, 4.0, 100.0].map(|x| Wish { x, weight: 1.0 });
        settle(&mut stops, &[0, 1, 2], &wishes);
        let x = stops.map(|stop| stop.x);
        // The first two share what is missing; the third is alone.
        for (x, wanted) in x.into_iter().zip([-11.0, 15.0, 100.0]) {
            assert!((x - wanted).abs() < 1e-9, "{x} is not {wanted}");
        }
    }
}
