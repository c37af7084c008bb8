//! Stakeholders; who is accountable is one of them.

use crate::exchange::import::stratml::OWNER;
use crate::plan::{self, Party, Stakeholder, StakeholderRole};

use super::{Part, Writing};

impl Writing<'_> {
    pub(super) fn stakeholders(&mut self, all: &[Stakeholder], owner: Option<&str>) {
        if let Some(owner) = owner {
            self.xml.start("Stakeholder", &[]);
            self.xml.must("Name", owner);
            if self.part == Part::Two {
                self.role(OWNER, "", &[StakeholderRole::Performer]);
            }
            self.xml.end();
        }
        for stakeholder in all {
            self.stakeholder(stakeholder);
        }
    }

    fn stakeholder(&mut self, it: &Stakeholder) {
        let party = match it.party {
            Some(Party::Person) => "Person",
            Some(Party::Organization) => "Organization",
            Some(Party::Group) => "Generic_Group",
            None => "",
        };
        self.xml
            .start("Stakeholder", &[("StakeholderTypeType", party)]);
        self.xml.must("Name", &it.name);
        match self.part {
            Part::One => {
                let parts = it.parts.iter().map(said);
                let said = std::iter::once(it.text.clone()).chain(parts);
                let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
                self.xml.maybe("Description", &said.join(" "));
            }
            Part::Two => {
                self.xml.maybe("Description", &it.text);
                if !it.roles.is_empty() {
                    self.role("", "", &it.roles);
                }
                for part in &it.parts {
                    self.role(&part.name, &part.text, &part.roles);
                }
            }
        }
        self.xml.end();
    }

    fn role(&mut self, name: &str, text: &str, roles: &[StakeholderRole]) {
        self.xml.start("Role", &[]);
        self.xml.must("Name", name);
        self.xml.maybe("Description", text);
        for role in roles {
            let word = match role {
                StakeholderRole::Performer => "Performer",
                StakeholderRole::Beneficiary => "Beneficiary",
            };
            self.xml.must("RoleType", word);
        }
        self.xml.end();
    }
}

/// A part in words: Part 1 has no roles.
fn said(part: &plan::Part) -> String {
    let words = [part.name.as_str(), part.text.as_str()];
    let words: Vec<&str> = words.into_iter().filter(|text| !text.is_empty()).collect();
    words.join(": ")
}
