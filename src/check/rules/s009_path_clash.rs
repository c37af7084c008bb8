//! S009 path-clash: two pages with one address.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;

use crate::check::{Findings, Reads, Rule, Subject, registry};
use crate::diagnostic::{Diagnostic, Span, code};
use crate::plan::{of_alias, slug};

pub(super) const RULE: Rule = Rule {
    code: &code::PATH_CLASH,
    finds: "Two pages that would have one address in the site, be it only by case: of items, of \
            plain pages, of aliases, or of the site's own pages such as the listing of a kind.",
    why: "One of the two would overwrite the other, and which one would depend on the disk or web \
          server. Addresses are made of ids and file names in plain lower-case letters, so \
          different names can meet in one.",
    bad: &[
        ("guides/budget.md", "# How to plan a budget\n"),
        ("guides-budget.md", "# Budgets of the last years\n"),
    ],
    good: &[
        ("guides/budget.md", "# How to plan a budget\n"),
        ("budgets.md", "# Budgets of the last years\n"),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

/// Pages that every site has.
const OWN: &[&str] = &[
    "index",
    "404",
    "outline",
    "search",
    "board",
    "traceability",
    "problems",
    "problems/items",
    "problems/owners",
    "people/index",
    "teams/index",
    "plans/index",
    "report",
];

/// Something that is to have an address.
struct Claim<'a> {
    address: Cow<'a, str>,
    what: What<'a>,
    place: Option<Span>,
    subject: Option<&'a str>,
}

enum What<'a> {
    EverySite,
    Item(&'a str),
    Page(&'a str),
    Alias(&'a str),
}

impl fmt::Display for What<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EverySite => f.write_str("a page that every site has"),
            Self::Item(id) => f.write_str(id),
            Self::Page(path) => write!(f, "`{path}`"),
            Self::Alias(alias) => write!(f, "the alias `{alias}`"),
        }
    }
}

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let mut taken: HashMap<Cow<'_, str>, Claim<'_>> = HashMap::new();
    for claim in own(subject).chain(pages(subject)).chain(aliases(subject)) {
        let key = if claim.address.chars().any(char::is_uppercase) {
            Cow::Owned(claim.address.to_lowercase())
        } else {
            claim.address.clone()
        };
        match taken.entry(key) {
            Entry::Occupied(first) => findings.add(clash(&claim, first.get())),
            Entry::Vacant(free) => {
                free.insert(claim);
            }
        }
    }
}

fn clash(claim: &Claim<'_>, first: &Claim<'_>) -> Diagnostic {
    let message = format!(
        "{} and {} have one address, `{}`",
        claim.what, first.what, claim.address
    );
    let mut found = Diagnostic::new(&code::PATH_CLASH, message)
        .help("give one of the two another id or file name");
    if let Some(place) = claim.place {
        found = found.at(place, "this address is taken");
    }
    if let Some(place) = first.place {
        found = found.also(place, "by this one");
    }
    match claim.subject {
        Some(id) => found.about(id),
        None => found,
    }
}

fn own(subject: Subject<'_>) -> impl Iterator<Item = Claim<'_>> {
    let listings = subject
        .config
        .kinds
        .iter()
        .map(|kind| format!("{}/index", kind.folder));
    let family = subject
        .config
        .plans
        .iter()
        .map(|plan| format!("plans/{}", slug(&plan.name)));
    let rules = registry::all().iter().map(|rule| rule.code.code);
    let own = subject.config.rules.iter().map(|rule| rule.name.as_str());
    let rules = rules
        .chain(own)
        .map(|tag| format!("problems/{}", slug(tag)));
    let own = OWN
        .iter()
        .map(|&page| page.to_owned())
        .chain(listings)
        .chain(family)
        .chain(rules);
    own.map(|address| Claim {
        what: What::EverySite,
        address: Cow::Owned(address),
        place: None,
        subject: None,
    })
}

fn pages(subject: Subject<'_>) -> impl Iterator<Item = Claim<'_>> {
    let items = subject.plan.items.iter().map(|item| Claim {
        address: Cow::Borrowed(&item.address),
        what: What::Item(&item.id),
        place: Some(item.place),
        subject: Some(&item.id),
    });
    let pages = subject.plan.pages.iter().map(|page| Claim {
        address: Cow::Borrowed(&page.address),
        what: What::Page(&page.body.path),
        place: Some(Span::file(page.body.document.source)),
        subject: None,
    });
    items.chain(pages)
}

/// Old addresses, less those that are the id of another item: that is a
/// duplicate id.
fn aliases(subject: Subject<'_>) -> impl Iterator<Item = Claim<'_>> {
    let items = subject.plan.items.iter();
    let items = items.map(|item| (&item.aliases, item.address.as_str(), Some(item.id.as_str())));
    let pages = subject
        .plan
        .pages
        .iter()
        .map(|page| (&page.aliases, page.address.as_str(), None));
    items.chain(pages).flat_map(move |(aliases, to, id)| {
        aliases.iter().filter_map(move |alias| {
            let address = of_alias(alias, to);
            let taken = subject
                .plan
                .find(alias)
                .is_some_and(|item| subject.plan[item].address != to);
            (!taken && address != to).then(|| Claim {
                address: Cow::Owned(address),
                what: What::Alias(&alias.value),
                place: Some(alias.span),
                subject: id,
            })
        })
    })
}
