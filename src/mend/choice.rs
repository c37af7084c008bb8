//! Which of many mends can be made together.

use std::collections::BTreeMap;

use crate::diagnostic::{Edit, SourceId};

/// Mends that do not touch one another.
#[derive(Debug, Default)]
pub struct Chosen {
    /// The edits of each file, by place.
    files: BTreeMap<SourceId, BTreeMap<(usize, usize), Edit>>,
    /// How many mends were taken.
    pub taken: usize,
    /// How many must wait until the others are made.
    pub refused: usize,
}

/// Takes mends in their order, each whole or not at all; one that touches the
/// place of another waits. The same mend twice is made once.
pub fn choose<'a>(mends: impl IntoIterator<Item = &'a [Edit]>) -> Chosen {
    let mut chosen = Chosen::default();
    for mend in mends {
        if mend.iter().any(|edit| chosen.is_in_the_way(edit)) {
            chosen.refused += 1;
            continue;
        }
        chosen.taken += 1;
        for edit in mend {
            let file = chosen.files.entry(edit.span.source).or_default();
            file.insert((edit.span.start(), edit.span.end()), edit.clone());
        }
    }
    chosen
}

impl Chosen {
    /// The files with their edits, in the order of the files and places.
    pub fn files(&self) -> impl Iterator<Item = (SourceId, Vec<Edit>)> {
        let files = self.files.iter();
        files.map(|(source, edits)| (*source, edits.values().cloned().collect()))
    }

    fn is_in_the_way(&self, edit: &Edit) -> bool {
        let Some(file) = self.files.get(&edit.span.source) else {
            return false;
        };
        let (start, end) = (edit.span.start(), edit.span.end());
        if file.get(&(start, end)) == Some(edit) {
            return start == end;
        }
        // Those taken lie apart, so only neighbours can be in the way.
        let before = file.range(..=(start, usize::MAX)).next_back();
        let after = file.range((start, 0)..).next();
        let neighbours = before.into_iter().chain(after);
        let mut spans = neighbours.map(|((from, to), _)| (*from, *to));
        spans.any(|(from, to)| (from < end && start < to) || (from, to) == (start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::choose;
    use crate::diagnostic::{Edit, SourceId, Span};

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit {
            span: Span::new(SourceId(0), start, end),
            text: text.to_owned(),
        }
    }

    #[track_caller]
    fn counts(mends: &[Vec<Edit>], taken: usize, refused: usize) {
        let chosen = choose(mends.iter().map(Vec::as_slice));
        assert_eq!((chosen.taken, chosen.refused), (taken, refused));
    }

    #[test]
    fn the_first_of_two_that_overlap_is_taken() {
        counts(&[vec![edit(0, 4, "a")], vec![edit(3, 5, "b")]], 1, 1);
        counts(&[vec![edit(3, 5, "b")], vec![edit(0, 9, "a")]], 1, 1);
        counts(&[vec![edit(2, 2, "a")], vec![edit(2, 2, "b")]], 1, 1);
    }

    #[test]
    fn neighbours_are_not_in_the_way_and_twice_the_same_is_once() {
        counts(&[vec![edit(0, 4, "a")], vec![edit(4, 5, "b")]], 2, 0);
        counts(&[vec![edit(0, 4, "a")], vec![edit(0, 4, "a")]], 2, 0);
        let mends = [vec![edit(0, 4, "a")], vec![edit(0, 4, "a")]];
        let chosen = choose(mends.iter().map(Vec::as_slice));
        assert_eq!(chosen.files().next().map(|(_, edits)| edits.len()), Some(1));
    }

    #[test]
    fn a_mend_is_made_whole_or_not_at_all() {
        let mends = [
            vec![edit(0, 4, "a")],
            vec![edit(8, 9, "b"), edit(1, 2, "c")],
        ];
        counts(&mends, 1, 1);
        let chosen = choose(mends.iter().map(Vec::as_slice));
        assert_eq!(chosen.files().next().map(|(_, edits)| edits.len()), Some(1));
    }
}
