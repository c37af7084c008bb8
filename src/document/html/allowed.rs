//! HTML as it is written, made to fit into a page.

use html5ever::driver::{ParseOpts, parse_fragment};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{QualName, local_name, ns};
use scraper::{Html, HtmlTreeSink, Node};

/// How often HTML is read before it must have settled.
const READINGS: usize = 4;

/// The HTML with its tags closed in order: what a browser would have made of
/// it if it stood alone. None where the browser would read that otherwise
/// than it is written, so that it could break out of its place in the page.
pub(super) fn balanced(html: &str) -> Option<String> {
    let mut last = written(html);
    for _ in 1..READINGS {
        let next = written(&last);
        if next == last {
            return Some(last);
        }
        last = next;
    }
    None
}

/// HTML as it is read, without notes to oneself and without what belongs in
/// the head of a page. What is meant for readers without scripts is for all,
/// as no script in a text runs.
fn written(html: &str) -> String {
    let mut page = read(html);
    let nodes: Vec<_> = page.tree.nodes().map(|node| node.id()).collect();
    for id in nodes {
        let mut node = page.tree.get_mut(id).expect("nodes are never removed");
        let is_unwrapped = match node.value() {
            Node::Comment(_) | Node::ProcessingInstruction(_) => false,
            Node::Element(element) if matches!(element.name(), "base" | "meta") => false,
            Node::Element(element) if element.name() == "noscript" => true,
            _ => continue,
        };
        while is_unwrapped && let Some(child) = node.first_child().map(|child| child.id()) {
            node.insert_id_before(child);
        }
        node.detach();
    }
    page.root_element().inner_html()
}

/// The HTML as a browser without scripts reads it within a body.
fn read(html: &str) -> Html {
    let without_scripts = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let options = ParseOpts {
        tree_builder: without_scripts,
        ..ParseOpts::default()
    };
    let sink = HtmlTreeSink::new(Html::new_fragment());
    let body = QualName::new(None, ns!(html), local_name!("body"));
    parse_fragment(sink, options, body, Vec::new(), false).one(html)
}

#[cfg(test)]
mod tests {
    use super::balanced;

    #[track_caller]
    fn becomes(html: &str, expected: &str) {
        assert_eq!(balanced(html).as_deref(), Some(expected), "{html}");
    }

    #[test]
    fn what_is_written_stays() {
        for kept in [
            "<p data-a=\"1\" onclick=\"x()\" style=\"color:red\">a</p>",
            "<form action=\"x\"><button>b</button></form>",
            "<style>p>a{}</style><script>a<b&&c</script>",
            "<video controls=\"\" src=\"a.mp4\"></video><own-tag>x</own-tag>",
            "<svg viewBox=\"0 0 1 1\"><title>a</title><foreignObject><p>b</p></foreignObject></svg>",
            "<template><p>a</p></template>",
        ] {
            becomes(kept, kept);
        }
    }

    #[test]
    fn tags_are_closed_and_nothing_outside_is() {
        becomes("<div><b>a", "<div><b>a</b></div>");
        becomes("a</div></main></body></html>b", "ab");
        becomes("<p><b>a</p>b</b>", "<p><b>a</b></p><b>b</b>");
        becomes("<div title=\"a", "");
        becomes(
            "<script><!--<script></script>a",
            "<script><!--<script></script>a</script>",
        );
    }

    #[test]
    fn what_is_no_part_of_a_text_is_left_out() {
        becomes(
            "<base href=x><meta http-equiv=refresh content=0>a<!-- b --><?c?>",
            "a",
        );
        becomes(
            "<noscript><p title=\"</noscript></div>\">a</p></noscript>",
            "<p title=\"&lt;/noscript&gt;&lt;/div&gt;\">a</p>",
        );
    }

    #[test]
    fn what_would_break_out_is_told() {
        assert_eq!(balanced("<plaintext>a"), None);
    }
}
