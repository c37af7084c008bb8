//! Pages that would be too long, in several parts.

use crate::output::SitePath;

use super::pieces::{Pen, Words};

/// The ways between the parts of a page; none where it is whole. The part
/// that the page is has no address.
pub(super) fn links(pen: &Pen<'_, '_>, all: &[SitePath]) -> Vec<Words> {
    if all.len() < 2 {
        return Vec::new();
    }
    let parts = all.iter().enumerate();
    let links = parts.map(|(number, path)| Words {
        text: (number + 1).to_string(),
        href: (*path != pen.page).then(|| pen.href(path)),
    });
    links.collect()
}
