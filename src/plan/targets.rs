//! Where the links of all texts lead.

use std::ops::Index;
use std::sync::Arc;

use super::{ItemIx, PageIx, Place, Target};

/// The targets of the links of each text, in the order of its links.
#[derive(Debug, Clone, Default)]
pub(super) struct Targets {
    home: Arc<[Target]>,
    items: Vec<Arc<[Target]>>,
    pages: Vec<Arc<[Target]>>,
}

impl Targets {
    /// The targets of all texts: that of the home page, if it has one, then
    /// those of the items and of the plain pages, in their order.
    pub fn of(texts: Vec<(Place, Arc<[Target]>)>) -> Self {
        let mut all = Self::default();
        for (place, targets) in texts {
            match place {
                Place::Home => all.home = targets,
                Place::Item(_) => all.items.push(targets),
                Place::Page(_) => all.pages.push(targets),
            }
        }
        all
    }
}

impl Index<&Place> for Targets {
    type Output = Arc<[Target]>;

    fn index(&self, place: &Place) -> &Arc<[Target]> {
        match *place {
            Place::Home => &self.home,
            Place::Item(ItemIx(at)) => &self.items[at],
            Place::Page(PageIx(at)) => &self.pages[at],
        }
    }
}
