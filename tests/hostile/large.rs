//! Texts that are made to keep a reader busy come to an end.
//!
//! How soon they do is measured by `cargo bench --bench hostile`; here they
//! are smaller.

use super::targets::{self, large};

/// In bytes.
const SIZE: usize = 4 << 10;

#[test]
fn large_texts_do_no_harm() {
    let mut harm = Vec::new();
    for text in large::ALL {
        let bytes = text.text(SIZE);
        if std::panic::catch_unwind(|| targets::named(text.target)(bytes.as_bytes())).is_err() {
            harm.push((text.target, text.name));
        }
    }
    assert!(harm.is_empty(), "{harm:#?}");
}

#[test]
fn texts_are_as_large_as_they_are_asked_to_be() {
    for text in large::ALL {
        let is_bounded = text.text(SIZE).len() == text.text(SIZE * 2).len();
        assert!(
            is_bounded || text.text(SIZE).len() >= SIZE / 2,
            "{}",
            text.name
        );
    }
}
