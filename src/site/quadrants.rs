//! Boards of two by two within a text: SWOT, Ansoff, impact and effort.

use std::fmt::Write as _;

use crate::document::html::{self, Resolved};
use crate::document::{Form, ViewBlock, Wikilink};
use crate::query::{Placed, Quadrants};

use super::pieces::Pen;
use super::render::escape;

type Resolve<'r> = &'r mut dyn FnMut(&Wikilink<'_>) -> Resolved;

/// What a board is called, its quadrants, and the ends of its axes: across,
/// then down.
struct Naming {
    title: &'static str,
    quadrants: [&'static str; 4],
    across: [&'static str; 2],
    down: [&'static str; 2],
}

const SWOT: Naming = Naming {
    title: "quadrants-swot",
    quadrants: [
        "quadrants-strengths",
        "quadrants-weaknesses",
        "quadrants-opportunities",
        "quadrants-threats",
    ],
    across: ["quadrants-helpful", "quadrants-harmful"],
    down: ["quadrants-internal", "quadrants-external"],
};

const ANSOFF: Naming = Naming {
    title: "quadrants-ansoff",
    quadrants: [
        "quadrants-market-penetration",
        "quadrants-product-development",
        "quadrants-market-development",
        "quadrants-diversification",
    ],
    across: ["quadrants-existing-products", "quadrants-new-products"],
    down: ["quadrants-existing-markets", "quadrants-new-markets"],
};

const IMPACT_EFFORT: Naming = Naming {
    title: "quadrants-impact-effort",
    quadrants: [
        "quadrants-quick-wins",
        "quadrants-major-projects",
        "quadrants-fill-ins",
        "quadrants-thankless-tasks",
    ],
    across: ["quadrants-low-effort", "quadrants-high-effort"],
    down: ["quadrants-high-impact", "quadrants-low-impact"],
};

/// The HTML of a text's block of that number.
pub(super) fn html(
    pen: &Pen<'_, '_>,
    block: &ViewBlock,
    number: usize,
    resolve: Resolve<'_>,
) -> String {
    let (board, problems) = Quadrants::read(block);
    if !problems.is_empty() {
        let words = escape(&pen.say("quadrants-not-understood"));
        return format!("<p class=\"view-note\">{words}</p>\n");
    }
    let (words, class) = match block.form {
        Form::View | Form::Swot => (SWOT, "swot"),
        Form::Ansoff => (ANSOFF, "ansoff"),
        Form::ImpactEffort => (IMPACT_EFFORT, "impact-effort"),
    };
    let id = format!("board:{}", number + 1);
    let title = board.title.clone().unwrap_or_else(|| pen.say(words.title));
    let mut html = format!(
        "<section class=\"view quadrants {class}\" aria-labelledby=\"{id}\">\n\
         <p class=\"view-title\" id=\"{id}\">{}</p>\n<div class=\"two-by-two\">\n",
        escape(&title)
    );
    for (place, ends) in [("across", words.across), ("down", words.down)] {
        let [first, second] = ends.map(|end| escape(&pen.say(end)));
        let _ = writeln!(
            html,
            "<p class=\"axis {place}\" aria-hidden=\"true\"><span>{first}</span><span>{second}</span></p>"
        );
    }
    for (at, (name, placed)) in words.quadrants.iter().zip(&board.quadrants).enumerate() {
        let ends = [words.down[at / 2], words.across[at % 2]].map(|end| escape(&pen.say(end)));
        let comma = escape(&pen.say("comma"));
        let _ = writeln!(
            html,
            "<section class=\"quadrant\" aria-labelledby=\"{id}:{at}\"><p class=\"quadrant-name\" id=\"{id}:{at}\">{}\
             <span class=\"vh\">{comma} {}{comma} {}</span></p>",
            escape(&pen.say(name)),
            ends[0],
            ends[1]
        );
        html.push_str(&list(pen, placed, resolve));
        html.push_str("</section>\n");
    }
    html.push_str("</div>\n</section>\n");
    html
}

/// What stands in a quadrant; the scored by what they are worth.
fn list(pen: &Pen<'_, '_>, placed: &[Placed], resolve: Resolve<'_>) -> String {
    if placed.is_empty() {
        return format!(
            "<p class=\"soft\">{}</p>\n",
            escape(&pen.say("quadrants-nothing"))
        );
    }
    let mut placed: Vec<&Placed> = placed.iter().collect();
    placed.sort_by(|a, b| worth(b).total_cmp(&worth(a)));
    let mut html = String::from("<ul>\n");
    for entry in placed {
        let text = html::line(&entry.text, resolve);
        let _ = write!(html, "<li>{text}");
        if let Some((impact, effort)) = entry.score {
            let score = [("impact", impact.into()), ("effort", effort.into())];
            let score = pen.locale().say_with("quadrants-score", score);
            let _ = write!(html, " <span class=\"score\">{}</span>", escape(&score));
        }
        html.push_str("</li>\n");
    }
    html.push_str("</ul>\n");
    html
}

/// Impact less effort; what has neither stands after what has.
fn worth(placed: &Placed) -> f64 {
    placed
        .score
        .map_or(-9.0, |(impact, effort)| impact - effort)
}
