//! The words of a piece of the index, for those who look for what should not
//! be there.

use serde_json::Value;

use super::vocabulary;

/// All words that a piece holds, and not the numbers that stand beside them;
/// of what is no piece, the text that it is.
pub fn said(script: &str) -> Vec<String> {
    read(script).unwrap_or_else(|| vec![script.to_owned()])
}

fn read(script: &str) -> Option<Vec<String>> {
    let (_, call) = script.split_once(".take(\"")?;
    let (name, json) = call.split_once("\", ")?;
    let json = json.trim_end().strip_suffix(");")?;
    let value: Value = serde_json::from_str(json).ok()?;
    let mut words = Vec::new();
    match (name.chars().next()?, &value) {
        ('w', Value::Object(entries)) => words.extend(entries.keys().cloned()),
        ('v', Value::String(coded)) => words.extend(vocabulary::read(coded)),
        ('f', Value::Object(lists)) => {
            let lists = lists.values().filter_map(Value::as_array).flatten();
            let labels = lists.filter_map(|list| list.get(0)?.as_str());
            words.extend(labels.map(str::to_owned));
        }
        _ => texts(&value, &mut words),
    }
    Some(words)
}

fn texts(value: &Value, words: &mut Vec<String>) {
    match value {
        Value::String(text) => words.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts(value, words)),
        Value::Object(entries) => entries.values().for_each(|value| texts(value, words)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn words_are_told_from_numbers() {
        let words =
            "planwrightSearch.take(\"w01\", {\"merger\":[\"1 s9\",\"\",\"\",\"\",\"a\"]});\n";
        assert_eq!(said(words), ["merger"]);
        let near = "planwrightSearch.take(\"v01\", \"0merge 5r 0plan\");\n";
        assert_eq!(said(near), ["merge", "merger", "plan"]);
        let filters = "planwrightSearch.take(\"f01\", {\"owner\":[[\"Ann\",\"1 s9\"]]});\n";
        assert_eq!(said(filters), ["Ann"]);
        let hits = "planwrightSearch.take(\"e01\", [[\"goals/g1.html\",\"G1\",\"Aim\",0]]);\n";
        assert_eq!(said(hits), ["goals/g1.html", "G1", "Aim"]);
        assert_eq!(said("no piece"), ["no piece"]);
    }
}
