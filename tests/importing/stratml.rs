//! StratML comes in, goes out and comes back.

use planwright::exchange::export::stratml::Part;

use crate::ways::{from_stratml, to_stratml};

#[test]
fn adhoc() {
    for name in ["oecd-ai", "smlc-2011-annual-report"] {
        let text = std::fs::read_to_string(format!("../shared/stratml/{name}.xml")).unwrap();
        let (files, _) = from_stratml(&text);
        for (part, n) in [(Part::One, 1), (Part::Two, 2)] {
            let written = to_stratml(&files, part);
            std::fs::write(format!("/tmp/{name}-{n}.xml"), &written.text).unwrap();
            println!("{:?}", written.notices);
            let (again, _) = from_stratml(&written.text);
            if part == Part::Two {
                for (path, text) in &files {
                    if again.get(path) != Some(text) {
                        println!(
                            "{path}\n{text}\n----\n{}",
                            again.get(path).map_or("-", |it| it)
                        );
                    }
                }
                assert!(again == files);
            }
        }
    }
}
