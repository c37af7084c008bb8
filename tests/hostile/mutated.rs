//! Kept texts, changed by chance: `MUTATIONS=100000 cargo test --test hostile
//! mutated` makes so many of each target, others each time. It is the fuzzing
//! that needs nothing but the tests; `.ci/fuzz` does better.

use std::fs;
use std::path::Path;

use fastrand::Rng;

use super::kept;
use super::targets;

/// How many are made of each target unless it is said.
const FEW: usize = 24;
/// The most changes to a text.
const CHANGES: usize = 6;
/// The most bytes of a text.
const LONGEST: usize = 16 << 10;

/// The words of the fuzzers' dictionary.
fn words() -> Vec<Vec<u8>> {
    let text = fs::read_to_string("tests/fuzz/words.dict").expect("the dictionary");
    let lines = text.lines().filter_map(|line| line.strip_prefix('"'));
    lines
        .map(|line| unescaped(line.trim_end_matches('"')))
        .collect()
}

/// A word with `\xAB` as the byte that it stands for.
fn unescaped(word: &str) -> Vec<u8> {
    let mut parts = word.split("\\x");
    let mut bytes = Vec::from(parts.next().unwrap_or_default());
    for part in parts {
        let (byte, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(byte, 16).expect("two digits"));
        bytes.extend(rest.bytes());
    }
    bytes
}

/// A text of the corpus with parts taken out, put in, doubled and mixed.
fn mutated(rng: &mut Rng, corpus: &[Vec<u8>], words: &[Vec<u8>]) -> Vec<u8> {
    let any = |rng: &mut Rng| corpus[rng.usize(..corpus.len())].clone();
    let mut text = any(rng);
    for _ in 0..rng.usize(1..=CHANGES) {
        let (one, two) = (rng.usize(..=text.len()), rng.usize(..=text.len()));
        let range = one.min(two)..one.max(two).min(one.min(two) + 64);
        let part = text[range.clone()].to_vec();
        match rng.u8(..6) {
            0 => drop(text.drain(range)),
            1 => drop(text.splice(one..one, words[rng.usize(..words.len())].clone())),
            2 => drop(text.splice(range, words[rng.usize(..words.len())].clone())),
            3 => drop(text.splice(one..one, part.repeat(rng.usize(1..99)))),
            4 => {
                let other = any(rng);
                let from = rng.usize(..=other.len());
                text.splice(one.., other[from..].iter().copied());
            }
            _ if one < text.len() => text[one] = rng.u8(..),
            _ => {}
        }
    }
    text.truncate(LONGEST);
    text
}

#[test]
fn mutated_texts_do_no_harm() {
    let asked = std::env::var("MUTATIONS").ok();
    let count = asked
        .as_ref()
        .map_or(FEW, |count| count.parse().expect("a number"));
    let mut rng = asked.map_or_else(|| Rng::with_seed(1), |_| Rng::new());
    let words = words();
    let mut harm = Vec::new();
    for (target, run) in targets::ALL {
        let corpus: Vec<Vec<u8>> = kept::files("corpus", target)
            .into_iter()
            .map(|file| fs::read(file).expect("readable"))
            .collect();
        for _ in 0..count {
            let text = mutated(&mut rng, &corpus, &words);
            if std::panic::catch_unwind(|| run(&text)).is_err() {
                let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
                let file = folder.join(format!("{target}-{}", harm.len()));
                fs::write(&file, &text).expect("a file");
                harm.push(file);
            }
        }
    }
    assert!(harm.is_empty(), "{harm:#?}");
}
