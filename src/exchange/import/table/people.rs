//! Names of several people in one cell.

/// The people that a cell names, the first of them accountable; none where it
/// is in doubt where one name ends and the next begins.
pub fn split(text: &str) -> Option<Vec<String>> {
    let lines: Vec<&str> = text.split(['\n', ';']).collect();
    let lines: Vec<&str> = lines
        .into_iter()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let is_listed = lines.len() > 1;
    let mut names = Vec::new();
    for line in lines {
        let commas: Vec<&str> = line
            .split(',')
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect();
        match commas.as_slice() {
            // "Last, First; Last, First"
            [last, first] if is_listed && is_word(last) && first.split(' ').count() <= 2 => {
                names.push(format!("{first} {last}"));
            }
            // "Miller, Ada" may be one person or two.
            [one, other]
                if is_word(one) && is_word(other) && !is_short(one) && !is_short(other) =>
            {
                return None;
            }
            all => {
                for name in all {
                    names.extend(joined(name));
                }
            }
        }
    }
    names.dedup();
    (!names.is_empty()).then_some(names)
}

/// "Ada & Bo", "Ada and Bo": two people, where each has more than a word or
/// both are single words; "Parks & Recreation Dept." is one.
fn joined(text: &str) -> Vec<String> {
    const ORGANISED: [&str; 13] = [
        "dept",
        "department",
        "division",
        "office",
        "services",
        "committee",
        "team",
        "works",
        "recreation",
        "council",
        "amt",
        "service",
        "board",
    ];
    let folded = super::heading::folded(text);
    let is_unit = folded.split(' ').any(|word| ORGANISED.contains(&word));
    let parts: Vec<&str> = text.split(" & ").collect();
    if is_unit || parts.len() < 2 {
        return vec![text.to_owned()];
    }
    parts.into_iter().map(|it| it.trim().to_owned()).collect()
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_whitespace)
}

/// Initials and abbreviations: `AK`, `PW`, `IT`.
fn is_short(text: &str) -> bool {
    text.len() <= 4 && text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[track_caller]
    fn names(text: &str, names: &[&str]) {
        assert_eq!(split(text).expect("names"), names, "{text}");
    }

    #[test]
    fn names_are_parted_where_that_is_beyond_doubt() {
        names("Ada Miller, Bo Chen", &["Ada Miller", "Bo Chen"]);
        names("Ada Miller\nBo Chen", &["Ada Miller", "Bo Chen"]);
        names("Miller, Ada; Chen, Bo", &["Ada Miller", "Bo Chen"]);
        names("Ada Miller & Bo Chen", &["Ada Miller", "Bo Chen"]);
        names("Parks & Recreation Dept.", &["Parks & Recreation Dept."]);
        names("PW, IT", &["PW", "IT"]);
        names("Planning", &["Planning"]);
        assert_eq!(split("Miller, Ada"), None);
    }
}
