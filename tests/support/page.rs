//! A page as a reader sees it.

use scraper::{ElementRef, Html, Selector};

/// A page of the site.
pub struct Page(Html);

impl Page {
    /// A page from its HTML.
    pub fn parse(html: &str) -> Self {
        Self(Html::parse_document(html))
    }

    fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.0.select(&selector).collect()
    }

    /// The words of the first such element, blanks made one.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let all = self.texts(selector);
        all.into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {selector} in {}", self.text("body")))
    }

    /// The words of all such elements.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(words).collect()
    }

    /// Whether there is such an element.
    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// An attribute of all such elements that have it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let all = self.all(selector).into_iter();
        all.filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    /// Where the link of these words leads.
    #[track_caller]
    pub fn href(&self, of: &str) -> String {
        let mut links = self.all("a[href]").into_iter();
        let link = links.find(|link| words(*link) == of);
        let link = link.unwrap_or_else(|| panic!("no link {of:?} in {}", self.text("body")));
        link.attr("href").expect("selected by it").to_owned()
    }

    /// What stands beside a term: "Budget" in `<dt>Budget</dt><dd>…`.
    #[track_caller]
    pub fn fact(&self, term: &str) -> String {
        self.maybe_fact(term)
            .unwrap_or_else(|| panic!("no {term} in {}", self.text("body")))
    }

    /// What stands beside a term, if it is there.
    pub fn maybe_fact(&self, term: &str) -> Option<String> {
        let terms = self.all("dt").into_iter();
        let terms = terms.filter(|found| words(*found) == term);
        let beside = terms.filter_map(|found| found.next_siblings().find_map(ElementRef::wrap));
        beside.map(words).next()
    }

    /// The titles of the items in the section under a heading.
    #[track_caller]
    pub fn section(&self, heading: &str) -> Vec<String> {
        let sections = self.all("section").into_iter();
        let h2 = Selector::parse("h2").expect("a selector");
        let mut named =
            sections.filter(|it| it.select(&h2).next().is_some_and(|h2| words(h2) == heading));
        let section = named
            .next()
            .unwrap_or_else(|| panic!("no section {heading:?} in {}", self.text("body")));
        let link = Selector::parse(".row a").expect("a selector");
        section.select(&link).map(words).collect()
    }
}

/// The words of an element, blanks made one.
fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
