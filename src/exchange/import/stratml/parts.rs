//! An element taken apart: what is asked for by name, and what is left.

use std::collections::BTreeMap;

use super::super::Fields;
use super::super::xml::Element;

/// An element of which parts are taken.
pub(super) struct Parts<'e> {
    element: &'e Element,
    taken: Vec<bool>,
    attributes: Vec<bool>,
}

impl<'e> Parts<'e> {
    pub fn of(element: &'e Element) -> Self {
        Self {
            taken: vec![false; element.children.len()],
            attributes: vec![false; element.attributes.len()],
            element,
        }
    }

    /// Where it stands, as the so-manieth of its name.
    pub fn place(&self, number: usize) -> String {
        let Element { name, line, .. } = self.element;
        format!("{name} {number} on line {line}")
    }

    /// The first element of that name.
    pub fn one(&mut self, name: &str) -> Option<&'e Element> {
        let children = &self.element.children;
        let at = children.iter().position(|child| is(child, name))?;
        self.taken[at] = true;
        Some(&children[at])
    }

    /// All elements of that name.
    pub fn all(&mut self, name: &str) -> Vec<&'e Element> {
        let mut all = Vec::new();
        for (at, child) in self.element.children.iter().enumerate() {
            if is(child, name) {
                self.taken[at] = true;
                all.push(child);
            }
        }
        all
    }

    /// The words of the first element of that name, on one line; empty where
    /// there are none.
    pub fn line(&mut self, name: &str) -> String {
        let text = self.text(name);
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    }

    /// The text of the first element of that name; empty where there is none.
    pub fn text(&mut self, name: &str) -> String {
        let element = self.one(name);
        element.map_or_else(String::new, |it| it.text.trim().to_owned())
    }

    /// The value of an attribute; empty where there is none.
    pub fn attribute(&mut self, name: &str) -> String {
        let all = &self.element.attributes;
        let found = all
            .iter()
            .position(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or_else(String::new, |at| {
            self.attributes[at] = true;
            all[at].1.trim().to_owned()
        })
    }

    /// Keeps what was not taken, under the names of the elements on the way to
    /// it.
    pub fn keep_rest(self, before: &str, fields: &mut Fields) {
        let attributes = self.element.attributes.iter().zip(&self.attributes);
        for ((name, value), _) in attributes.filter(|(_, taken)| !**taken) {
            fields.keep(&format!("{before}{name}"), value);
        }
        let mut counts = BTreeMap::new();
        let children = self.element.children.iter().zip(&self.taken);
        for (child, _) in children.filter(|(_, taken)| !**taken) {
            keep(child, before, &mut counts, fields);
        }
    }
}

fn is(element: &Element, name: &str) -> bool {
    element.name.eq_ignore_ascii_case(name)
}

fn keep<'e>(
    element: &'e Element,
    before: &str,
    counts: &mut BTreeMap<&'e str, usize>,
    fields: &mut Fields,
) {
    if element.is_blank() {
        return;
    }
    let count = counts.entry(&element.name).or_default();
    *count += 1;
    let path = match count {
        1 => format!("{before}{}", element.name),
        count => format!("{before}{} {count}", element.name),
    };
    fields.keep(&path, &element.text);
    let before = format!("{path}/");
    Parts::of(element).keep_rest(&before, fields);
}
