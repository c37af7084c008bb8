//! Goals and objectives.

use super::parts::Parts;
use super::stakeholder;
use super::{DraftItem, Element, Fields, Reading, items, text_of};
use crate::exchange::import::Text;

/// The longest title that is made of a description, in letters.
const TITLE: usize = 80;

/// What a goal or an objective says of itself.
struct Head {
    item: DraftItem,
    kept: Fields,
    /// Whether there is anything in it.
    is_said: bool,
}

impl Reading {
    pub(super) fn goal(&mut self, element: &Element) {
        let mut parts = Parts::of(element);
        let head = self.head("goal", &mut parts);
        let objectives = parts.all("Objective");
        let indicators = parts.all("PerformanceIndicator");
        let goal = self.add(head, parts, None);
        self.indicators(&indicators, goal);
        for objective in objectives {
            self.objective(objective, goal);
        }
    }

    fn objective(&mut self, element: &Element, goal: usize) {
        let mut parts = Parts::of(element);
        let head = self.head("objective", &mut parts);
        let indicators = parts.all("PerformanceIndicator");
        // An objective without any words only holds what measures the goal.
        let measured = if head.is_said {
            self.add(head, parts, Some(goal))
        } else {
            goal
        };
        self.indicators(&indicators, measured);
    }

    fn head(&mut self, kind: &'static str, parts: &mut Parts<'_>) -> Head {
        let (letters, label) = match kind {
            "goal" => ("G", "Goal"),
            _ => ("O", "Objective"),
        };
        let number = self.number(kind);
        let place = parts.place(number);
        self.at.clone_from(&place);
        let mut kept = Fields::default();
        let named = self.ids.named(letters, parts, &mut kept);
        let name = parts.line("Name");
        let mut fields = Fields::default();
        let body = text_of(parts, &mut kept);
        let stakeholders = parts.all("Stakeholder");
        let stakeholders = stakeholder::all(&stakeholders, &mut kept);
        let (owner, stakeholders) = stakeholder::owner(stakeholders);
        fields.set("owner", owner);
        let is_said = named.id.is_some()
            || [&name, &body, &named.alias].iter().any(|it| !it.is_empty())
            || !stakeholders.is_empty();
        fields.set("stakeholders", stakeholders);
        fields.set("aliases", vec![named.alias]);
        let title = if name.is_empty() && (is_said || kind == "goal") {
            let unnamed = || format!("{label} {number}");
            let title = title_of(&body).unwrap_or_else(unnamed);
            self.lose(
                place.clone(),
                format!("it has no name; it is called `{title}`"),
            );
            title
        } else {
            name
        };
        Head {
            item: DraftItem {
                kind: kind.to_owned(),
                id: named.id,
                title,
                text: Text { fields, body },
                place,
            },
            kept,
            is_said,
        }
    }

    fn add(&mut self, head: Head, parts: Parts<'_>, goal: Option<usize>) -> usize {
        let Head {
            mut item, mut kept, ..
        } = head;
        parts.keep_rest("", &mut kept);
        if let Some(goal) = goal {
            let supports = ("supports".to_owned(), items(goal));
            item.text.fields.0.insert(0, supports);
        }
        item.text.fields.join(kept);
        self.push(item)
    }
}

/// The first sentence of a text, if that is short enough for a title.
fn title_of(body: &str) -> Option<String> {
    let plain = crate::exchange::plain::of_markdown(body);
    let line = plain.lines().next()?;
    let sentence = line.split_inclusive(['.', ';', ':']).next()?;
    let sentence = sentence.trim_end_matches(['.', ';', ':', ' ']);
    let fits = !sentence.is_empty() && sentence.chars().count() <= TITLE;
    fits.then(|| sentence.to_owned())
}
