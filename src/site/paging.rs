//! Long lists in pages of bounded size.

use serde::Serialize;

use crate::output::SitePath;

use super::pieces::{Pen, Words};

/// Rows of a page.
pub(super) const ROWS: usize = 200;

/// Where a page of a long list stands among its pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Paging {
    /// The page's number, from 1.
    pub number: usize,
    /// How many pages there are.
    pub of: usize,
    /// The number of the first row of the page, from 1.
    pub first: usize,
    /// The number of its last row.
    pub last: usize,
    /// How many rows all pages have together.
    pub rows: usize,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The first pages, the last, and those nearby.
    pub pages: Vec<PageLink>,
    /// Where all rows can be searched.
    pub search: String,
}

/// A page of a long list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct PageLink {
    /// Its number and its address.
    pub link: Words,
    /// Whether it is the page itself.
    pub here: bool,
    /// Whether pages before it are left out.
    pub after_gap: bool,
}

/// How many pages it takes.
pub(super) fn pages(rows: usize) -> usize {
    rows.div_ceil(ROWS).max(1)
}

/// The rows of a page.
pub(super) fn part<T>(rows: &[T], number: usize) -> &[T] {
    rows.chunks(ROWS).nth(number - 1).unwrap_or_default()
}

/// The title of a page, told from those of the others.
pub(super) fn title(pen: &Pen<'_, '_>, title: &str, number: usize) -> String {
    if number == 1 {
        return title.to_owned();
    }
    let arguments = [("title", title.into()), ("number", number.into())];
    pen.context.locale.say_with("list-title", arguments)
}

/// None where one page holds all.
pub(super) fn view(
    pen: &Pen<'_, '_>,
    number: usize,
    rows: usize,
    path: impl Fn(usize) -> SitePath,
    search: String,
) -> Option<Paging> {
    let of = pages(rows);
    if of == 1 {
        return None;
    }
    let shown = |page: usize| page == 1 || page == of || page.abs_diff(number) <= 2;
    let numbers = (1..=of).filter(|page| shown(*page));
    let links = numbers.map(|page| PageLink {
        link: Words {
            text: pen.context.locale.number(page as f64),
            href: Some(pen.href(&path(page))),
        },
        here: page == number,
        after_gap: page > 1 && !shown(page - 1),
    });
    let near = |page: usize| (1..=of).contains(&page).then(|| pen.href(&path(page)));
    Some(Paging {
        number,
        of,
        first: (number - 1) * ROWS + 1,
        last: (number * ROWS).min(rows),
        rows,
        previous: near(number - 1),
        next: near(number + 1),
        pages: links.collect(),
        search,
    })
}
