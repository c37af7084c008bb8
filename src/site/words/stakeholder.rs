//! Who has a part in a plan, in words.

use crate::locale::Locale;
use crate::plan::{Stakeholder, StakeholderRole};

/// A stakeholder's name, and what they do, give or gain.
pub(in crate::site) fn stakeholder(locale: &Locale, it: &Stakeholder) -> (String, String) {
    let mut said = vec![part(locale, &it.roles, &it.text)];
    for one in &it.parts {
        // What a part is called says that it is done.
        let is_said =
            |role: &&StakeholderRole| one.name.is_empty() || **role == StakeholderRole::Beneficiary;
        let roles: Vec<_> = one.roles.iter().filter(is_said).copied().collect();
        let words = part(locale, &roles, &one.text);
        said.push(match one.name.as_str() {
            "" => words,
            name if words.is_empty() => ended(name),
            name => format!("{name}: {words}"),
        });
    }
    said.retain(|words| !words.is_empty());
    (it.name.clone(), said.join(" "))
}

/// The roles before what is said of them.
fn part(locale: &Locale, roles: &[StakeholderRole], text: &str) -> String {
    let before = |text: String, role: &StakeholderRole| {
        let id = match role {
            StakeholderRole::Performer => "home-performer",
            StakeholderRole::Beneficiary => "home-beneficiary",
        };
        locale.say_with(id, [("text", text.into())])
    };
    let words = roles.iter().rev().fold(text.to_owned(), before);
    words.trim().to_owned()
}

fn ended(text: &str) -> String {
    format!("{text}.")
}
