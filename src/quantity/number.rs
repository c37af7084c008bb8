//! Numbers as people write them: grouped, abbreviated, in percent.

use super::quoted;
use crate::value::Wrong;

/// A number as it was written, with nothing lost yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Digits with at most one point, and a minus sign if there is one.
    pub plain: String,
    /// The power of ten that the digits are to be multiplied by.
    pub power: i32,
}

/// Words for powers of ten, without regard to case. In money `m` is a million,
/// as in `1.2m`.
const MAGNITUDES: [(&str, i32); 10] = [
    ("k", 3),
    ("thousand", 3),
    ("m", 6),
    ("mn", 6),
    ("million", 6),
    ("b", 9),
    ("bn", 9),
    ("billion", 9),
    ("tn", 12),
    ("trillion", 12),
];

/// Reads a finite number: `82`, `82.5`, `-3`, `1,200`, `1 200`, `1_200`,
/// `12k`, `1.2M`, `1e6`. A percent sign is ignored: `82%` is 82.
///
/// # Errors
///
/// When it is a word, not finite, grouped so that the decimal point is in
/// doubt (`1.234,50`), or followed by `m` or `b`, which may be a unit as well
/// as millions or billions.
pub fn parse_number(text: &str) -> Result<f64, Wrong> {
    let trimmed = text.trim();
    if let Some(number) = trimmed.strip_suffix(['m', 'b'])
        && numeral(number).is_ok()
    {
        let number = number.trim_end();
        let message = format!("{} may be a great number or have a unit", quoted(text));
        let help = format!("write the number alone, as `{number}`, or `{number}M`, `{number}bn`");
        return Err(Wrong::new(message).help(help));
    }
    let numeral = numeral(trimmed.strip_suffix('%').unwrap_or(trimmed))?;
    let scientific = format!("{}e{}", numeral.plain, numeral.power);
    match scientific.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        _ => Err(Wrong::new(format!(
            "{} is too large a number",
            quoted(text)
        ))),
    }
}

/// A number for people: thousands grouped, at most two decimals, no `-0`.
/// From a thousand million millions on, as a power of ten: `1e15`.
pub fn show_number(number: f64) -> String {
    if number.abs() >= 1e15 || !number.is_finite() {
        return format!("{number:e}");
    }
    let fixed = format!("{number:.2}");
    let shortest = fixed.trim_end_matches('0').trim_end_matches('.');
    match shortest {
        "-0" => "0".to_owned(),
        _ => grouped(shortest),
    }
}

/// Puts a comma between the thousands of a plain decimal number.
///
/// This is the one place that decides how digits are grouped, until numbers
/// follow the plan's language.
pub(super) fn grouped(plain: &str) -> String {
    let start = plain.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let end = plain.find('.').unwrap_or(plain.len());
    let mut text = plain[..start].to_owned();
    for (position, digit) in plain[start..end].chars().enumerate() {
        if position > 0 && (end - start - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + &plain[end..]
}

/// The power of ten that a word stands for.
pub(super) fn magnitude(word: &str) -> Option<i32> {
    let known = |(name, _): &&(&str, i32)| name.eq_ignore_ascii_case(word);
    MAGNITUDES.iter().find(known).map(|(_, power)| *power)
}

/// Reads a number with its abbreviation.
pub(super) fn numeral(text: &str) -> Result<Numeral, Wrong> {
    let wrong = || Wrong::new(format!("{} is not a number", quoted(text)));
    let (sign, rest) = signed(text.trim());
    let body_end = rest.find(|c| !is_body(c)).unwrap_or(rest.len());
    let (body, suffix) = (rest[..body_end].trim(), rest[body_end..].trim());
    if !body.contains(|c: char| c.is_ascii_digit()) {
        return Err(wrong().help("write digits, as `82`, `82.5`, `1,200` or `12k`"));
    }
    let Some(digits) = ungrouped(body) else {
        let message = format!("{} can be read as more than one number", quoted(text));
        let sure = format!("{sign}{}", without_groups(body));
        return Err(Wrong::new(message).help(format!("write `{sure}{suffix}`")));
    };
    let plain = format!("{sign}{digits}");
    match power(suffix) {
        Some(power) => Ok(Numeral { plain, power }),
        None if suffix.starts_with(char::is_alphabetic) => {
            Err(wrong().help(format!("write the number alone: `{plain}`")))
        }
        None => Err(wrong().help("write digits, as `82`, `82.5`, `1,200` or `12k`")),
    }
}

/// Splits off a sign; the typographic minus counts too.
pub(super) fn signed(text: &str) -> (&'static str, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text).trim_start()),
    }
}

fn power(suffix: &str) -> Option<i32> {
    match suffix.strip_prefix(['e', 'E']) {
        Some(exponent) => exponent.parse().ok(),
        None if suffix.is_empty() => Some(0),
        None => magnitude(suffix),
    }
}

fn is_body(c: char) -> bool {
    c.is_ascii_digit() || c == '.' || separator(c).is_some()
}

/// What separates thousands; kinds of space and of apostrophe count as one.
fn separator(c: char) -> Option<char> {
    match c {
        ',' | '_' => Some(c),
        '\'' | '\u{2019}' => Some('\''),
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => Some(' '),
        _ => None,
    }
}

/// The digits without what separates thousands, if that is beyond doubt: one
/// kind of separator, three digits after each, at most one point, and digits
/// on both sides of it.
fn ungrouped(body: &str) -> Option<String> {
    let (whole, fraction) = body.split_once('.').unwrap_or((body, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let mut separators = whole.chars().filter_map(separator);
    let first = separators.next();
    let one_kind = separators.all(|other| Some(other) == first);
    let groups: Vec<&str> = whole.split(|c| separator(c).is_some()).collect();
    let sizes = groups.len() == 1
        || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let digits = groups.iter().all(|group| is_digits(group)) && is_digits(fraction);
    (one_kind && sizes && digits).then(|| match body.split_once('.') {
        Some(_) => format!("{}.{fraction}", groups.concat()),
        None => groups.concat(),
    })
}

/// The most likely meaning where it is in doubt: the last point or comma marks
/// the decimals unless it occurs more than once.
fn without_groups(body: &str) -> String {
    let mark = body.rfind(['.', ',']).filter(|&at| {
        let mark = &body[at..=at];
        body.matches(mark).count() == 1
    });
    let (whole, fraction) = body.split_at(mark.unwrap_or(body.len()));
    let digits = |part: &str| {
        part.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let whole = Some(digits(whole)).filter(|whole| !whole.is_empty());
    let whole = whole.unwrap_or_else(|| "0".to_owned());
    match digits(fraction) {
        fraction if fraction.is_empty() => whole,
        fraction => format!("{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases = [
            ("82", 82.0),
            (" 82.0 ", 82.0),
            ("82%", 82.0),
            ("82.5 %", 82.5),
            ("-3", -3.0),
            ("\u{2212}3", -3.0),
            ("+3", 3.0),
            ("0.05", 0.05),
            ("1.234", 1.234),
            ("1,200", 1200.0),
            ("1 200 000", 1_200_000.0),
            ("1\u{202f}200", 1200.0),
            ("1_200", 1200.0),
            ("1'200.50", 1200.5),
            ("12k", 12_000.0),
            ("1.2 million", 1_200_000.0),
            ("3.5BN", 3.5e9),
            ("1e6", 1e6),
            ("2.5E-3", 0.0025),
        ];
        for (text, number) in cases {
            assert_eq!(parse_number(text), Ok(number), "{text}");
        }
    }

    #[test]
    fn what_is_in_doubt_is_refused_with_the_likely_meaning() {
        let cases = [
            ("1.234,50", "write `1234.50`"),
            ("1,5", "write `1.5`"),
            ("-12,50k", "write `-12.50k`"),
            ("1.234.567", "write `1234567`"),
            ("1,200 000", "write `1.200000`"),
            ("12,00,000", "write `1200000`"),
            (".5", "write `0.5`"),
            ("5.", "write `5`"),
            ("82 points", "write the number alone: `82`"),
            (
                "about 82",
                "write digits, as `82`, `82.5`, `1,200` or `12k`",
            ),
            ("1/2", "write digits, as `82`, `82.5`, `1,200` or `12k`"),
        ];
        for (text, help) in cases {
            let wrong = parse_number(text).expect_err(text);
            assert_eq!(wrong.help.as_deref(), Some(help), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_finite_number_is_refused() {
        for text in [
            "NaN",
            "inf",
            "-Infinity",
            "",
            "%",
            "-",
            "k",
            "1e999",
            "1e99999999999",
        ] {
            assert!(parse_number(text).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_are_shown_short_and_grouped() {
        let cases = [
            (82.0, "82"),
            (82.5, "82.5"),
            (82.126, "82.13"),
            (-0.001, "0"),
            (1_234_567.8, "1,234,567.8"),
            (-1234.0, "-1,234"),
            (-123.0, "-123"),
            (999.999, "1,000"),
            (1e15, "1e15"),
        ];
        for (number, text) in cases {
            assert_eq!(show_number(number), text);
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(text in ".*") {
            let _ = parse_number(&text);
        }

        #[test]
        fn nothing_like_a_number_makes_it_panic(text in "[-−0-9.,_ 'kKeE%]{0,16}") {
            prop_assert!(parse_number(&text).is_ok_and(f64::is_finite) || parse_number(&text).is_err());
        }

        #[test]
        fn a_suggestion_can_be_read(text in "[0-9.,_ ]{0,12}[0-9]") {
            if let Err(wrong) = parse_number(&text) {
                let help = wrong.help.unwrap();
                let suggested = help.trim_start_matches("write `").trim_end_matches('`');
                prop_assert!(parse_number(suggested).is_ok(), "{suggested}");
            }
        }

        #[test]
        fn what_is_shown_reads_back_to_the_hundredth(number in -1e12..1e12_f64) {
            let read = parse_number(&show_number(number)).unwrap();
            prop_assert!((read - number).abs() <= 0.005 + number.abs() * f64::EPSILON);
        }
    }
}
