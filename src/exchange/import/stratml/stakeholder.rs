//! Stakeholders and their roles.

use super::parts::Parts;
use super::{Element, Fields};
use crate::exchange::import::Datum;

/// The name of the role in which an export writes who is accountable.
pub(in crate::exchange) const OWNER: &str = "Owner";

/// The stakeholders with a name or a word about them; a form's empty ones are
/// none.
pub(super) fn all(elements: &[&Element], kept: &mut Fields) -> Vec<Fields> {
    let said = elements.iter().filter(|element| !is_form(element));
    said.map(|element| one(element, kept)).collect()
}

/// Whether a stakeholder has neither name nor words, only the types of roles.
fn is_form(element: &Element) -> bool {
    let children = element.children.iter();
    let mut said = children.filter(|child| !child.name.eq_ignore_ascii_case("RoleType"));
    said.all(|child| child.is_blank() || is_form(child) && !child.children.is_empty())
}

fn one(element: &Element, kept: &mut Fields) -> Fields {
    let mut parts = Parts::of(element);
    let mut fields = Fields::default();
    let name = parts.line("Name");
    fields.set("name", name.as_str());
    let party = parts.attribute("StakeholderTypeType");
    let party = match party.as_str() {
        "Person" => "person",
        "Organization" => "organization",
        "Generic_Group" => "group",
        "" => "",
        other => {
            kept.keep(&format!("Stakeholder {name}/StakeholderTypeType"), other);
            ""
        }
    };
    fields.set("type", party);
    let text = parts.line("Description");
    let mut roles: Vec<Fields> = parts.all("Role").into_iter().filter_map(role).collect();
    let is_single = roles.len() == 1;
    let is_own = |role: &Fields| {
        role.get("name").is_none() && (role.get("text").is_none() || (is_single && text.is_empty()))
    };
    // A role without a name of its own is what the stakeholder is.
    if let Some(at) = roles.iter().position(is_own) {
        fields.join(roles.remove(at));
    }
    fields.set("text", text);
    fields.set("parts", roles);
    parts.keep_rest(&format!("Stakeholder {name}/"), kept);
    fields
}

fn role(element: &Element) -> Option<Fields> {
    let mut parts = Parts::of(element);
    let mut fields = Fields::default();
    fields.set("name", parts.line("Name"));
    let types = parts.all("RoleType").into_iter();
    let types: Vec<String> = types.map(|it| it.text.trim().to_lowercase()).collect();
    let known = |it: &String| it == "performer" || it == "beneficiary";
    let types: Vec<String> = types.into_iter().filter(known).collect();
    match types.as_slice() {
        [only] => fields.set("role", only.as_str()),
        _ => fields.set("role", types),
    }
    fields.set("text", parts.line("Description"));
    (!fields.0.is_empty()).then_some(fields)
}

/// The stakeholder in the role of the owner, and all others.
pub(super) fn owner(all: Vec<Fields>) -> (String, Vec<Fields>) {
    let owns = |fields: &Fields| match fields.get("parts") {
        Some(Datum::List(parts)) => parts.iter().any(|part| match part {
            Datum::Table(part) => part.get("name") == Some(&Datum::from(OWNER)),
            _ => false,
        }),
        _ => false,
    };
    let (owners, others): (Vec<_>, Vec<_>) = all.into_iter().partition(owns);
    let name = match &owners[..] {
        [one] if one.0.len() == 2 => match one.get("name") {
            Some(Datum::Text(name)) => name.clone(),
            _ => String::new(),
        },
        _ => String::new(),
    };
    if name.is_empty() {
        return (name, owners.into_iter().chain(others).collect());
    }
    (name, others)
}
