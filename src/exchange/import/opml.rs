//! OPML, the format of outliners: nesting becomes levels.

use super::outline::{self, Line};
use super::xml::{self, Element};
use super::{Draft, Loss, Refusal};

/// Reads a document. Items of the outermost level are of `kind` where that is
/// said and nothing else says theirs.
///
/// # Errors
///
/// When it is no OPML, or nothing is in it.
pub fn read(bytes: &[u8], kind: Option<&str>) -> Result<Draft, Refusal> {
    let root = xml::parse(bytes)?;
    let body = root.children.iter().find(|it| it.name == "body");
    let Some(body) = body.filter(|_| root.name == "opml") else {
        let what = format!("it is no OPML: its first element is `{}`", root.name);
        return Err(Refusal::new(what).help("OPML has `opml` with `head` and `body`"));
    };
    let mut lines = Vec::new();
    let mut losses = Vec::new();
    for child in &body.children {
        add(child, 0, &mut lines, &mut losses);
    }
    let mut draft = outline::draft(lines, losses, kind)?;
    let head = root.children.iter().find(|it| it.name == "head");
    for element in head.iter().flat_map(|head| &head.children) {
        let text = element.text.trim();
        if element.name == "title" {
            draft.settings.within("plan").set("title", text);
        } else {
            draft.home.fields.keep(&element.name, text);
        }
    }
    draft.settings.0.retain(|(_, value)| !value.is_empty());
    draft.home.fields.sort_kept();
    Ok(draft)
}

fn add(element: &Element, depth: usize, lines: &mut Vec<Line>, losses: &mut Vec<Loss>) {
    let place = format!("line {}", element.line);
    let mut line = Line {
        depth,
        place,
        ..Line::default()
    };
    for (name, value) in &element.attributes {
        match name.as_str() {
            "text" => line.title.clone_from(value),
            "_note" => line.text.push_str(value),
            _ => line.kept.push((name.clone(), value.clone())),
        }
    }
    if let Some(at) = line
        .kept
        .iter()
        .position(|(name, _)| name == "title")
        .filter(|_| line.title.is_empty())
    {
        line.title = line.kept.remove(at).1;
    }
    line.text.push_str(element.text.trim());
    let is_item = element.name == "outline" && !line.title.trim().is_empty();
    if is_item {
        lines.push(line);
    } else if !element.attributes.is_empty() || !element.text.trim().is_empty() {
        let said: Vec<String> = element
            .attributes
            .iter()
            .map(|(name, value)| format!("{name}=`{value}`"))
            .collect();
        let what = format!(
            "`{}` is no item with a text; left out: {} {}",
            element.name,
            said.join(" "),
            element.text.trim()
        );
        losses.push(Loss {
            place: line.place,
            what: what.trim_end().to_owned(),
        });
    }
    for child in &element.children {
        add(child, depth + usize::from(is_item), lines, losses);
    }
}
