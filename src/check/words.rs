//! How findings speak of kinds and relations.

use crate::config::{Config, Kind, Role, in_sentence};
use crate::plan::Relation;

/// One item of a kind, in a sentence: "an action".
pub(super) fn one(config: &Config, kind: Kind) -> String {
    let name = in_sentence(&config.kinds[kind].label);
    let article = if name.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {name}")
}

/// One item of the first kind that does that in a plan: "an action"; none
/// where the plan has no such kind.
pub(super) fn one_with_role(config: &Config, role: Role) -> Option<String> {
    let mut kinds = config.kinds.all();
    let (kind, _) = kinds.find(|(_, def)| def.role == role)?;
    Some(one(config, kind))
}

/// All items of a kind, in a sentence: "actions".
pub(super) fn several(config: &Config, kind: Kind) -> String {
    in_sentence(&config.kinds[kind].plural)
}

/// The kinds that do one of these things in a plan: "risks and actions".
pub(super) fn with_role(config: &Config, roles: &[Role]) -> String {
    let fits = config
        .kinds
        .all()
        .filter(|(_, def)| roles.contains(&def.role));
    and(&fits
        .map(|(kind, _)| several(config, kind))
        .collect::<Vec<_>>())
}

/// "1 item", "3 items"
pub(super) fn items(number: usize) -> String {
    match number {
        1 => "1 item".to_owned(),
        number => format!("{number} items"),
    }
}

/// "1 is", "3 are"
pub(super) fn so_many(number: u32) -> String {
    let is = if number == 1 { "is" } else { "are" };
    format!("{number} {is}")
}

/// Where else a thing stands, after what is said of one place of several:
/// ", also in 2 other places"; nothing where there is one place.
pub(super) fn elsewhere(places: usize) -> String {
    match places {
        0 | 1 => String::new(),
        2 => ", also in another place".to_owned(),
        many => format!(", also in {} other places", many - 1),
    }
}

/// "a, b and c"
pub(super) fn and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What a relation does, after "cannot".
pub(super) fn verb(relation: Relation) -> &'static str {
    verbs(relation).0
}

/// What an item does by a relation: "supports".
pub(super) fn does(relation: Relation) -> &'static str {
    verbs(relation).1
}

fn verbs(relation: Relation) -> (&'static str, &'static str) {
    match relation {
        Relation::Supports => ("support", "supports"),
        Relation::DependsOn => ("depend on", "depends on"),
        Relation::Measures => ("measure", "measures"),
        Relation::Threatens => ("threaten", "threatens"),
        Relation::Mitigates => ("mitigate", "mitigates"),
        Relation::Answers => ("answer", "answers"),
        Relation::Continues => ("continue", "continues"),
        Relation::RelatesTo => ("relate to", "relates to"),
    }
}

#[cfg(test)]
mod tests {
    use super::and;

    #[test]
    fn lists_end_with_and() {
        let words = |all: &[&str]| all.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        assert_eq!(and(&words(&["a"])), "a");
        assert_eq!(and(&words(&["a", "b", "c"])), "a, b and c");
    }
}
