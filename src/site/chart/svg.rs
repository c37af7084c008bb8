//! What all drawings are written with.

use std::fmt::Write;

/// A coordinate with at most one decimal.
pub(in crate::site) fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

pub(in crate::site) fn put(svg: &mut String, text: std::fmt::Arguments<'_>) {
    svg.write_fmt(text)
        .expect("writing to a string cannot fail");
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn coordinates_are_short() {
        assert_eq!(number(12.345), "12.3");
        assert_eq!(number(-0.01), "0");
    }
}
