//! Texts of any size that are made to keep a reader busy: deep, long, many of
//! one thing, or all alike.

/// A text for a target: its name, the target, and how it is made for a size in
/// bytes.
pub struct Large {
    pub name: &'static str,
    pub target: &'static str,
    make: fn(usize) -> String,
}

impl Large {
    const fn of(target: &'static str, name: &'static str, make: fn(usize) -> String) -> Self {
        Self { name, target, make }
    }

    /// The text, of about so many bytes.
    pub fn text(&self, size: usize) -> String {
        (self.make)(size)
    }
}

/// A part again and again.
fn fill(part: &str, size: usize) -> String {
    part.repeat(size.div_ceil(part.len()))
}

/// What is made for 0, 1, 2 …
fn count(size: usize, part: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size + 99);
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        text.push_str(&part(number));
    }
    text
}

/// Half of it opens, half of it closes.
fn nested(open: &str, close: &str, size: usize) -> String {
    let depth = size / (open.len() + close.len());
    open.repeat(depth) + &close.repeat(depth)
}

fn matter(fields: &str) -> String {
    format!("---\n{fields}\n---\nText.\n")
}

/// A plan of so many bytes: a goal, and files that each have a number.
fn plan(size: usize, file: impl Fn(usize) -> String) -> String {
    format!("=== goals/G1.md\n# Goal\n{}", count(size, file))
}

fn action(number: usize, fields: &str, body: &str) -> String {
    format!("=== actions/A{number}.md\n---\n{fields}\n---\n# Action {number}\n{body}\n")
}

/// All of them.
pub const ALL: &[Large] = &[
    Large::of("document", "quotes within quotes", |n| fill(">", n)),
    Large::of("document", "quotes, then lines", |n| {
        fill(">", n / 2) + &fill("x\n", n / 2)
    }),
    Large::of("document", "lists within lists", |n| fill("- ", n)),
    Large::of("document", "lists, then lines", |n| {
        fill("- ", n / 2) + &fill("x\n", n / 2)
    }),
    Large::of("document", "lists that step in", |n| {
        count(n, |at| format!("{}- x\n", " ".repeat(at * 2 % 2000)))
    }),
    Large::of("document", "brackets", |n| fill("[", n)),
    Large::of("document", "wikilinks that only begin", |n| fill("[[", n)),
    Large::of("document", "wikilinks that only begin, line by line", |n| {
        fill("[[\n", n) + "]]"
    }),
    Large::of("document", "wikilinks", |n| fill("[[G1|x]] ", n)),
    Large::of("document", "images that only begin", |n| fill("![", n)),
    Large::of("document", "links within links", |n| nested("[", "](a)", n)),
    Large::of("document", "links without an end", |n| fill("[a](<b", n)),
    Large::of("document", "links that lead to unknown names", |n| {
        fill("[a][b]", n)
    }),
    Large::of("document", "braces", |n| fill("{{", n)),
    Large::of("document", "stars", |n| fill("*", n)),
    Large::of("document", "stars and letters", |n| fill("*a **b ", n)),
    Large::of("document", "stars and underlines", |n| fill("*_a~", n)),
    Large::of("document", "backticks", |n| fill("`", n)),
    Large::of("document", "backticks of every length", |n| {
        count(n, |at| "`".repeat(at) + " ")
    }),
    Large::of("document", "dollars", |n| fill("$a $$", n)),
    Large::of("document", "angles", |n| fill("<", n)),
    Large::of("document", "comments that only begin", |n| fill("<!--", n)),
    Large::of("document", "instructions that only begin", |n| {
        fill("<?", n)
    }),
    Large::of("document", "CDATA that only begins", |n| {
        fill("a <![CDATA[", n)
    }),
    Large::of("document", "tags that only begin", |n| fill("<a b='", n)),
    Large::of("document", "HTML that is never closed", |n| {
        fill("<div>\n\n", n)
    }),
    Large::of("document", "HTML of many kinds", |n| {
        fill("<b><i><p><table><tr><a href=x>", n)
    }),
    Large::of("document", "ampersands", |n| fill("&", n)),
    Large::of("document", "backslashes", |n| fill("\\", n)),
    Large::of("document", "one line", |n| fill("word ", n)),
    Large::of("document", "one word", |n| fill("x", n)),
    Large::of("document", "empty lines", |n| fill("\n", n)),
    Large::of("document", "carriage returns", |n| fill("\r", n)),
    Large::of("document", "headings alike", |n| fill("# a\n", n)),
    Large::of(
        "document",
        "headings, each as the one before will be",
        |n| count(n, |at| format!("# a\n\n# a-{at}\n\n")),
    ),
    Large::of("document", "footnotes", |n| {
        count(n, |at| format!("[^{at}]\n\n[^{at}]: x\n\n"))
    }),
    Large::of("document", "footnotes alike", |n| {
        fill("[^1]: x\n\n[^1] ", n)
    }),
    Large::of("document", "footnotes within one another", |n| {
        count(n, |at| format!("[^{at}]: [^{}]\n\n", at + 1)) + "[^0]"
    }),
    Large::of("document", "definitions of links", |n| {
        count(n, |at| format!("[{at}]: x\n")) + &fill("\n[1]", n / 10)
    }),
    Large::of("document", "definitions alike", |n| fill("[a]: x\n", n)),
    Large::of("document", "definitions that only begin", |n| {
        fill("[a]:\n", n)
    }),
    Large::of("document", "a table of many columns", |n| {
        format!(
            "{}\n{}\n{}\n",
            fill("|a", n / 3),
            fill("|-", n / 3),
            fill("|b", n / 3)
        )
    }),
    Large::of(
        "document",
        "a table of many columns and rows that have one",
        |n| {
            format!(
                "{}\n{}\n{}\n",
                fill("|a", n / 3),
                fill("|-", n / 3),
                fill("|b\n", n / 3)
            )
        },
    ),
    Large::of("document", "a table of many rows", |n| {
        format!("a|b\n-|-\n{}", fill("c|d\n", n))
    }),
    Large::of("document", "tasks", |n| fill("- [ ] x\n", n)),
    Large::of("document", "boards", |n| {
        fill("```swot\nstrengths:\n- [[a]]\n```\n", n)
    }),
    Large::of("document", "views", |n| fill("```plan\nx\n```\n", n)),
    Large::of("document", "a board of wikilinks that only begin", |n| {
        format!("```swot\n{}]]\n```\n", fill("[[\n", n))
    }),
    Large::of("document", "a board of one line", |n| {
        format!("> ```swot\n> {}\n", fill("[[a]] ", n))
    }),
    Large::of("document", "audiences that only begin", |n| {
        fill("::: audience a\n", n)
    }),
    Large::of("document", "audiences in quotes", |n| {
        fill("> ::: audience a\n\n", n)
    }),
    Large::of("document", "audiences that only end", |n| {
        fill(":::\n\n", n)
    }),
    Large::of("document", "an audience of many names", |n| {
        format!("::: audience {}", fill("a, ", n))
    }),
    Large::of("document", "definition lists", |n| fill("a\n: b\n", n)),
    Large::of("document", "rules", |n| fill("---\n", n)),
    Large::of("document", "front matter that never ends", |n| {
        format!("---\n{}", fill("a: b\n", n))
    }),
    Large::of("document", "front matter of one line", |n| {
        matter(&format!("a: {}", fill("x ", n)))
    }),
    Large::of("document", "TOML that never ends", |n| {
        format!("+++\n{}", fill("a = 1\n", n))
    }),
    Large::of("value", "lists in flow", |n| format!("a: {}", fill("[", n))),
    Large::of("value", "tables in flow", |n| fill("{a: ", n)),
    Large::of("value", "many in flow", |n| {
        format!("a: [{}]", fill("a, ", n))
    }),
    Large::of("value", "pairs in flow", |n| {
        format!("a: [{}]", fill("a: b, ", n))
    }),
    Large::of("value", "lists in lists", |n| {
        format!("a:\n{}", fill("- ", n))
    }),
    Large::of("value", "anchors", |n| {
        count(n, |at| format!("k{at}: &a{at} x\n"))
    }),
    Large::of("value", "aliases of aliases", |n| {
        let level =
            |at: usize| format!("k{at}: &a{at} [{}]\n", format!("*a{}, ", at - 1).repeat(9));
        format!("k0: &a0 x\n{}", count(n, |at| level(at + 1)))
    }),
    Large::of("value", "fields", |n| count(n, |at| format!("k{at}: x\n"))),
    Large::of("value", "fields alike", |n| fill("a: b\n", n)),
    Large::of("value", "faults", |n| fill("a: b: c\n", n)),
    Large::of("value", "questions", |n| fill("? ", n)),
    Large::of("value", "tags", |n| fill("a: !t x\n", n)),
    Large::of("value", "quotes", |n| fill("\"", n)),
    Large::of("value", "a quoted text that never ends", |n| {
        format!("a: \"{}", fill("x\n", n))
    }),
    Large::of("value", "a block", |n| {
        format!("a: |\n{}", fill("  x\n", n))
    }),
    Large::of("value", "a key without an end", |n| fill("x", n)),
    Large::of("value", "keys over lines", |n| fill("x\n", n)),
    Large::of("value", "comments", |n| fill("# a\n", n)),
    Large::of("value", "tabs", |n| fill("\t", n)),
    Large::of("value", "TOML lists", |n| format!("a = {}", fill("[", n))),
    Large::of("value", "TOML lists, closed", |n| {
        format!("a = {}", nested("[", "]", n))
    }),
    Large::of("value", "TOML tables", |n| {
        format!("a = {}", fill("{a=", n))
    }),
    Large::of("value", "TOML dots", |n| format!("a{} = 1", fill(".a", n))),
    Large::of("value", "TOML headers", |n| {
        count(n, |at| format!("[a{at}]\n"))
    }),
    Large::of("value", "TOML headers of dots", |n| {
        format!("[a{}]", fill(".a", n))
    }),
    Large::of("value", "TOML headers, each within the last", |n| {
        count(n, |at| format!("[a{}.b{at}]\n", ".a".repeat(at % 60)))
    }),
    Large::of("value", "TOML arrays of tables", |n| fill("[[a]]\n", n)),
    Large::of("value", "TOML keys", |n| {
        count(n, |at| format!("k{at} = 1\n"))
    }),
    Large::of("value", "TOML faults", |n| fill("= \n", n)),
    Large::of("settings", "people", |n| {
        count(n, |at| {
            format!("[people.p{at}]\nname = \"P {at}\"\nteam = \"T {at}\"\n")
        })
    }),
    Large::of("settings", "unknown sections", |n| {
        count(n, |at| format!("[peple{at}]\nx = 1\n"))
    }),
    Large::of("settings", "fields", |n| {
        count(n, |at| {
            format!("[fields.f{at}]\ntype = \"term\"\nvalues = [\"x\"]\n")
        })
    }),
    Large::of("settings", "a field of many values", |n| {
        format!(
            "[fields.a]\ntype = \"term\"\nvalues = [{}]\n",
            count(n, |at| format!("\"v{at}\", "))
        )
    }),
    Large::of("settings", "kinds", |n| {
        count(n, |at| {
            format!("[kinds.k{at}]\nlabel = \"K{at}\"\nrole = \"action\"\n")
        })
    }),
    Large::of("settings", "audiences", |n| {
        format!(
            "[audiences]\norder = [{}]\n",
            count(n, |at| format!("\"a{at}\", "))
        )
    }),
    Large::of("settings", "rules", |n| {
        count(n, |at| {
            format!(
                "[rules.r{at}]\nwhen = \"item.late\"\nmust = \"has(item.owner)\"\nmessage = \"x\"\n"
            )
        })
    }),
    Large::of("settings", "checks", |n| {
        count(n, |at| format!("[checks.x{at}]\n"))
    }),
    Large::of("settings", "patterns to ignore", |n| {
        format!(
            "ignore = [{}]\n",
            count(n, |at| format!("\"a{at}/**/*{{x,y}}\", "))
        )
    }),
    Large::of("settings", "a title", |n| {
        format!("[plan]\ntitle = \"{}\"\n", fill("x ", n))
    }),
    Large::of("records", "readings", |n| fill("2026-06-30,120\n", n)),
    Large::of("records", "readings of many days", |n| {
        count(n, |at| {
            format!(
                "{}-{:02}-{:02},{at}\n",
                1000 + at / 336,
                at / 28 % 12 + 1,
                at % 28 + 1
            )
        })
    }),
    Large::of("records", "columns", |n| fill(",", n)),
    Large::of("records", "quotes", |n| fill("\"", n)),
    Large::of("records", "a quote that never ends", |n| {
        format!("\"{}", fill("x\n", n))
    }),
    Large::of("records", "reviews", |n| {
        format!(
            "item,parent,on,by,meaning\n{}",
            fill("A1,S1,2026-06-30,Ada,0123456789ab\n", n)
        )
    }),
    Large::of("records", "faults in one line each", |n| fill("x,y\n", n)),
    Large::of("csv", "columns", |n| {
        format!("{}\n{}\n", fill("Action,", n / 2), fill("x,", n / 2))
    }),
    Large::of("csv", "columns of different names", |n| {
        format!("Action,{}\nx\n", count(n, |at| format!("c{at},")))
    }),
    Large::of("csv", "one field", |n| {
        format!("Action\n{}\n", fill("x ", n))
    }),
    Large::of("csv", "rows", |n| {
        format!(
            "Goal,Action,Due\n{}",
            count(n, |at| format!("g{},a{at},2027\n", at % 9))
        )
    }),
    Large::of("csv", "rows alike", |n| {
        format!("Goal,Action\n{}", fill("g,a\n", n))
    }),
    Large::of("csv", "rows with one owner each", |n| {
        format!(
            "Action,Owner\n{}",
            count(n, |at| format!("a{at},\"P {at}; Q {at}\"\n"))
        )
    }),
    Large::of("csv", "numbers within numbers", |n| {
        format!(
            "No.,Action\n{}",
            count(n, |at| format!("1{},a\n", ".1".repeat(at % 200)))
        )
    }),
    Large::of("csv", "quotes", |n| format!("Action\n{}", fill("\"", n))),
    Large::of("csv", "empty rows", |n| {
        format!("Action\n{}", fill(",\n", n))
    }),
    Large::of("csv", "headings again and again", |n| {
        fill("Goal,Action\n", n)
    }),
    Large::of("json", "lists", |n| fill("[", n)),
    Large::of("json", "tables", |n| fill("{\"a\":", n)),
    Large::of("json", "own fields", |n| {
        format!("{{\"version\":1,\"x\":{}", fill("[{\"a\":", n))
    }),
    Large::of("outline", "steps in", |n| {
        count(n, |at| format!("{}- x\n", " ".repeat(at % 2000)))
    }),
    Large::of("outline", "lines alike", |n| fill("- x\n", n)),
    Large::of("outline", "lines", |n| count(n, |at| format!("- x {at}\n"))),
    Large::of("outline", "tabs", |n| fill("\t", n)),
    Large::of("outline", "headings", |n| fill("###### x\n", n)),
    Large::of("outline", "stars", |n| format!("- {}", fill("*", n))),
    Large::of("outline", "OPML", |n| {
        format!(
            "<opml><body>{}",
            nested("<outline text=\"x\">", "</outline>", n)
        )
    }),
    Large::of("outline", "OPML, flat", |n| {
        format!(
            "<opml><body>{}</body></opml>",
            fill("<outline text=\"x\"/>", n)
        )
    }),
    Large::of("outline", "OPML of attributes", |n| {
        format!(
            "<opml><body><outline {}/></body></opml>",
            count(n, |at| format!("a{at}=\"\" "))
        )
    }),
    Large::of("stratml", "elements", |n| nested("<a>", "</a>", n)),
    Large::of("stratml", "entities", |n| {
        let level = |at: usize| {
            format!(
                "<!ENTITY a{at} \"{}\">",
                format!("&a{};", at.saturating_sub(1)).repeat(9)
            )
        };
        format!("<!DOCTYPE x [{}]><x>&a9;</x>", count(n, level))
    }),
    Large::of("stratml", "attributes", |n| {
        format!("<a {}/>", count(n, |at| format!("a{at}='' ")))
    }),
    Large::of("stratml", "goals", |n| {
        stratml(&count(n, |at| {
            format!(
                "<Goal><Name>Goal {at}</Name><Description>x</Description><Identifier>_{at}</Identifier></Goal>"
            )
        }))
    }),
    Large::of("stratml", "goals alike", |n| {
        stratml(&fill(
            "<Goal><Name>G</Name><Description>x</Description><Identifier>_1</Identifier></Goal>",
            n,
        ))
    }),
    Large::of("stratml", "a text", |n| {
        stratml(&format!(
            "<Goal><Name>G</Name><Description>{}</Description></Goal>",
            fill("*a_ http://a. &lt;\n", n)
        ))
    }),
    Large::of("stratml", "unknown elements", |n| {
        stratml(&format!(
            "<Goal><Name>G</Name>{}</Goal>",
            count(n, |at| format!("<X{at}>x</X{at}>"))
        ))
    }),
    Large::of("query", "brackets", |n| fill("(", n)),
    Large::of("query", "not", |n| fill("!", n)),
    Large::of("query", "minus", |n| fill("-", n)),
    Large::of("query", "and", |n| {
        format!("item.late{}", fill(" && item.late", n))
    }),
    Large::of("query", "questions", |n| {
        format!("true{}", fill(" ? true : true", n))
    }),
    Large::of("query", "a text", |n| {
        format!("item.title == '{}'", fill("x", n))
    }),
    Large::of("query", "dots", |n| format!("item{}", fill(".title", n))),
    Large::of("query", "not, as long as may be", |_| {
        fill("!", 1_990) + "true"
    }),
    Large::of("query", "minus, as long as may be", |_| {
        fill("-", 1_990) + "1"
    }),
    Large::of("query", "and, as long as may be", |_| {
        format!("true{}", fill("&&true", 1_990))
    }),
    Large::of("query", "sums, as long as may be", |_| {
        format!("1{} > 0", fill("+1", 1_980))
    }),
    Large::of("query", "questions, as long as may be", |_| {
        format!("true{}", fill("?true:true", 1_980))
    }),
    Large::of("query", "dots, as long as may be", |_| {
        format!("item{}", fill(".x", 1_980))
    }),
    Large::of("query", "exists within exists", |_| {
        let depth = 28;
        let open: Vec<String> = (0..depth)
            .map(|at| format!("item.tags.exists(t{at}, "))
            .collect();
        format!("{}true{}", open.concat(), ")".repeat(depth))
    }),
    Large::of("query", "lists of lists", |_| {
        let list = format!("[{}]", fill("1,", 300));
        format!("{list}.all(a, {list}.all(b, {list}.all(c, {list}.all(d, a + b + c + d > 0))))")
    }),
    Large::of("query", "a pattern", |_| {
        "item.title.matches('(((a{9}){9}){9}){9}')".to_owned()
    }),
    Large::of("query", "texts that grow", |_| {
        format!(
            "size(['xxxxxxxxxxxxxxxx']{}) > 0",
            ".map(x, x + x)".repeat(30)
        )
    }),
    Large::of("query", "settings of a view", |n| {
        format!("filter: item.late\n{}", fill("  sort: x\n", n))
    }),
    Large::of("query", "columns of a view", |n| {
        format!("columns: [{}]", fill("title, ", n))
    }),
    Large::of("query", "lines of a board", |n| {
        format!("strengths:\n{}", fill("  - a\n", n))
    }),
    Large::of("whole", "items", |n| {
        plan(n, |at| action(at, "supports: G1", "Text."))
    }),
    Large::of("whole", "items without a parent", |n| {
        plan(n, |at| action(at, "owner: Ada", "Text."))
    }),
    Large::of("whole", "a cycle", |n| {
        plan(n, |at| action(at, &format!("depends_on: A{}", at + 1), ""))
    }),
    Large::of("whole", "a ring", |n| {
        let count = n / 60;
        plan(n, |at| {
            action(
                at % count,
                &format!("supports: G1\ndepends_on: A{}", (at + 1) % count),
                "",
            )
        })
    }),
    Large::of("whole", "a chain", |n| {
        plan(n, |at| {
            action(
                at,
                &format!("supports: A{}\nbudget: 5", at.saturating_sub(1)),
                "",
            )
        })
    }),
    Large::of("whole", "each waits for ten", |n| {
        plan(n, |at| {
            let before: Vec<String> = (1..=10)
                .map(|back| format!("A{}", at.saturating_sub(back)))
                .collect();
            action(
                at,
                &format!("supports: G1\ndepends_on: [{}]", before.join(", ")),
                "",
            )
        })
    }),
    Large::of("whole", "each supports ten", |n| {
        plan(n, |at| {
            let above: Vec<String> = (1..=10)
                .map(|back| format!("A{}", at.saturating_sub(back)))
                .collect();
            action(at, &format!("supports: [{}]", above.join(", ")), "")
        })
    }),
    Large::of("whole", "one id", |n| {
        plan(n, |at| action(at, "id: A1\nsupports: G1", ""))
    }),
    Large::of("whole", "one title", |n| {
        plan(n, |at| {
            format!(
                "=== actions/A{at}.md\n---\nsupports: G1\n---\n# The same title of all\n\nText.\n"
            )
        })
    }),
    Large::of("whole", "owners", |n| {
        plan(n, |at| {
            action(
                at,
                &format!("supports: G1\nowner: Person {at}\nteam: Team {at}"),
                "",
            )
        })
    }),
    Large::of("whole", "tags", |n| {
        plan(n, |at| {
            action(at, &format!("supports: G1\ntags: [a{at}, b{at}, c]"), "")
        })
    }),
    Large::of("whole", "one item of many tags", |n| {
        let tags = count(n, |at| format!("t{at}, "));
        plan(0, |_| String::new()) + &action(0, &format!("supports: G1\ntags: [{tags}]"), "")
    }),
    Large::of("whole", "one item of many owners", |n| {
        action(
            0,
            &format!("owner: [{}]", count(n, |at| format!("Person {at}, "))),
            "",
        )
    }),
    Large::of(
        "whole",
        "one item that supports many that are not there",
        |n| {
            action(
                0,
                &format!("supports: [{}]", count(n, |at| format!("X{at}, "))),
                "",
            )
        },
    ),
    Large::of("whole", "links that lead nowhere", |n| {
        let links = count(n / 2, |at| format!("[[X{at}]] [y](y{at}.md) [z](#z{at})\n"));
        plan(n / 2, |at| action(at, "supports: G1", "")) + &action(0, "supports: G1", &links)
    }),
    Large::of("whole", "links to headings that are not there", |n| {
        let headings = count(n / 2, |at| format!("## h{at}\n\n"));
        action(
            0,
            "supports: G1",
            &(headings + &count(n / 2, |at| format!("[z](#z{at})\n"))),
        )
    }),
    Large::of("whole", "links that lead nowhere in one line", |n| {
        action(0, "supports: G1", &count(n, |at| format!("[[X{at}]] ")))
    }),
    Large::of("whole", "links to one item", |n| {
        plan(0, |_| String::new()) + &action(0, "supports: G1", &fill("[[G1]] ", n))
    }),
    Large::of("whole", "a title", |n| {
        format!("=== goals/G1.md\n# {}\n", fill("word ", n))
    }),
    Large::of("whole", "a title of one word", |n| {
        format!("=== goals/G1.md\n# {}\n", fill("x", n))
    }),
    Large::of("whole", "a title in front matter", |n| {
        format!("=== goals/G1.md\n---\ntitle: {}\n---\n", fill("x ", n))
    }),
    Large::of("whole", "an owner", |n| {
        action(0, &format!("owner: {}", fill("x ", n)), "")
    }),
    Large::of("whole", "an id", |n| {
        action(0, &format!("id: {}", fill("x", n)), "")
    }),
    Large::of("whole", "aliases", |n| {
        action(
            0,
            &format!("aliases: [{}]", count(n, |at| format!("X{at}, "))),
            "",
        )
    }),
    Large::of("whole", "readings", |n| {
        format!(
            "=== goals/G1.md\n# G\n=== measures/M1.md\n---\nmeasures: G1\nunit: x\nreadings:\n{}---\n# M\n",
            count(n, |at| format!(
                "  - {{on: {}-{:02}-{:02}, value: {at}}}\n",
                1900 + at / 336 % 200,
                at / 28 % 12 + 1,
                at % 28 + 1
            ))
        )
    }),
    Large::of("whole", "measures", |n| {
        plan(n, |at| {
            format!(
                "=== measures/M{at}.md\n---\nmeasures: G1\nunit: x\ntarget: {{value: 5, on: 2027-12-31}}\nreadings: [{{on: 2026-06-30, value: {at}}}]\n---\n# M {at}\n"
            )
        })
    }),
    Large::of("whole", "risks", |n| {
        plan(n, |at| {
            format!(
                "=== risks/R{at}.md\n---\nthreatens: G1\nlikelihood: high\nimpact: high\n---\n# Risk {at}\n"
            )
        })
    }),
    Large::of("whole", "goals", |n| {
        plan(n, |at| format!("=== goals/G{}.md\n# Goal {at}\n", at + 2))
    }),
    Large::of("whole", "notes", |n| {
        plan(n, |at| format!("=== notes/n{at}.md\n# Note\n\n[[G1]]\n"))
    }),
    Large::of("whole", "views", |n| {
        plan(n / 2, |at| action(at, "supports: G1", ""))
            + &action(
                0,
                "supports: G1",
                &fill("```plan\nfilter: item.late\n```\n\n", n / 2),
            )
    }),
    Large::of("whole", "rules", |n| {
        let rules = count(n / 4, |at| {
            format!(
                "[rules.r{at}]\nwhen = \"item.kind == 'action'\"\nmust = \"has(item.owner)\"\nmessage = \"x\"\n"
            )
        });
        format!(
            "=== plan.toml\n{rules}{}",
            plan(n / 2, |at| action(at, "supports: G1", ""))
        )
    }),
    Large::of("whole", "dates that slipped", |n| {
        let dates = count(n, |at| format!("{}-01-01, ", 1000 + at % 1000));
        plan(0, |_| String::new())
            + &action(
                0,
                &format!("supports: G1\ndue: 2030-01-01\ndue_was: [{dates}]"),
                "",
            )
    }),
    Large::of("whole", "lags", |n| {
        plan(n, |at| {
            action(
                at,
                &format!(
                    "supports: G1\nstart: 2026-01-01\ndue: 9999-12-31\ndepends_on: {{id: A{}, lag: 9999w}}",
                    at.saturating_sub(1)
                ),
                "",
            )
        })
    }),
    Large::of("whole", "spans of a thousand years", |n| {
        plan(n, |at| {
            action(at, "supports: G1\nstart: 0001-01-01\ndue: 9999-12-31", "")
        })
    }),
    Large::of("whole", "a calendar of a thousand years", |n| {
        plan(n, |at| {
            action(
                at,
                &format!(
                    "supports: G1\nreview: daily\ndue: {:04}-01-01",
                    at % 9000 + 1
                ),
                "",
            )
        })
    }),
];

fn stratml(goals: &str) -> String {
    format!(
        "<PerformancePlanOrReport xmlns=\"urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport\">\
         <Name>P</Name><StrategicPlanCore><Organization><Name>O</Name></Organization>\
         <Vision/><Mission/>{goals}</StrategicPlanCore></PerformancePlanOrReport>"
    )
}
