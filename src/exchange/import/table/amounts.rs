//! Numbers, shares and money as people write them in tables.

use crate::quantity::{Decimal, Money, Percent, parse_number};

use super::grid::{Cell, plain};

/// Signs for crowns, which several countries have.
const CROWNS: [&str; 2] = ["kr.", "kr"];

/// How the numbers of a column are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Habit {
    /// Whether a comma marks the decimals: `1.200,50`.
    pub decimal_comma: bool,
    /// Whether shares of 1 are meant, not percent.
    pub of_one: bool,
    /// The currency that the heading names.
    pub currency: Option<String>,
    /// Whether the heading says that thousands are meant.
    pub thousands: bool,
}

impl Habit {
    /// What the heading and the cells of a column show.
    pub fn of<'a>(heading: &str, cells: impl Iterator<Item = &'a Cell> + Clone) -> Self {
        let numbers = cells.clone().filter_map(|cell| match cell {
            Cell::Number(number) => Some(*number),
            Cell::Text(text) => text.trim().parse().ok(),
            _ => None,
        });
        let numbers: Vec<f64> = numbers.collect();
        let is_share = |number: &f64| (0.0..=1.0).contains(number);
        let squeezed = heading.replace(' ', "").to_lowercase();
        let thousands = [
            "000", "k€", "k$", "k£", "t€", "teur", "keur", "kusd", "thousand", "tausend",
            "milliers", "miles",
        ];
        Self {
            decimal_comma: shows_comma(cells),
            of_one: numbers.iter().all(is_share) && numbers.iter().any(|it| it.fract() != 0.0),
            currency: currency_in(heading),
            thousands: thousands.iter().any(|word| squeezed.contains(word)),
        }
    }
}

fn currency_in(heading: &str) -> Option<String> {
    for (sign, code) in [("€", "EUR"), ("£", "GBP"), ("$", "$")] {
        if heading.contains(sign) {
            return Some(code.to_owned());
        }
    }
    let words = heading.split(|c: char| !c.is_alphabetic());
    let codes = words.filter(|word| word.len() == 3 && *word == word.to_uppercase());
    let mut codes = codes;
    codes.find_map(|word| crate::quantity::parse_currency(word).ok())
}

/// The digits of a text and what stands between them.
fn bare(text: &str) -> String {
    let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
    digits.to_owned()
}

/// `1.200,50`, `1 200,5` and `12,5`: a comma with other than three digits
/// behind it, or behind a point.
fn shows_decimal_comma(digits: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() || c == '\'';
    let is_number = |c: char| c.is_ascii_digit() || is_blank(c) || matches!(c, '.' | ',');
    if !digits.chars().all(is_number) {
        return false;
    }
    let Some((before, after)) = digits.rsplit_once(',') else {
        return digits.matches('.').count() > 1 && is_grouped(digits);
    };
    let is_whole = !before.contains(',') && (!before.contains('.') || is_grouped(before));
    let is_decimal = !after.is_empty() && after.chars().all(|c| c.is_ascii_digit());
    is_whole && is_decimal && (after.len() != 3 || before.contains('.'))
}

/// Whether points part thousands, and nothing else can be meant but decimals.
fn is_grouped(digits: &str) -> bool {
    let mut groups = digits.split('.');
    let first = groups.next().unwrap_or_default();
    let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let mut rest = groups.peekable();
    is_first && rest.peek().is_some() && rest.all(|group| group.len() == 3)
}

/// Whether cells of a column show a comma before decimals.
pub fn shows_comma<'a>(mut cells: impl Iterator<Item = &'a Cell>) -> bool {
    cells.any(|cell| matches!(cell, Cell::Text(text) if shows_decimal_comma(&bare(text))))
}

/// A text with a point before the decimals and nothing between thousands.
fn pointed(text: &str, habit: &Habit) -> String {
    let digits = bare(text);
    let comma = habit.decimal_comma || shows_decimal_comma(&digits);
    let is_pointed = digits.contains('.') && !digits.contains(',') && !is_grouped(&digits);
    if !comma || is_pointed {
        return text.to_owned();
    }
    text.replace('.', "").replace(',', ".")
}

/// A number and the unit behind it: `82 %`, `450 households`.
pub fn number(cell: &Cell, habit: &Habit) -> Result<(String, Option<String>), String> {
    let text = match cell {
        Cell::Number(number) => return Ok((plain(*number), None)),
        Cell::Share(share) => return Ok((plain(share * 100.0), Some("%".to_owned()))),
        Cell::Text(text) => text.trim(),
        other => return Err(format!("`{}` is not a number", other.line())),
    };
    let pointed = pointed(text, habit);
    if is_grouped(&bare(&pointed)) {
        let (thousands, decimals) = (bare(&pointed).replace('.', ""), bare(&pointed));
        return Err(format!(
            "`{}` may be {thousands} or have decimals, {decimals}",
            cell.line()
        ));
    }
    if let Some(percent) = pointed.strip_suffix('%')
        && let Ok(number) = parse_number(percent.trim())
    {
        return Ok((plain(number), Some("%".to_owned())));
    }
    if let Ok(number) = parse_number(&pointed) {
        return Ok((plain(number), None));
    }
    let split = pointed.find(|c: char| c.is_alphabetic());
    let (digits, unit) = pointed.split_at(split.unwrap_or(pointed.len()));
    match parse_number(digits) {
        Ok(number) if !unit.chars().any(|c| c.is_ascii_digit()) => {
            Ok((plain(number), Some(unit.trim().to_owned())))
        }
        _ => Err(format!("`{}` is not a number", cell.line())),
    }
}

/// Money as the plan format writes it, and what is unsure about it.
pub fn money(cell: &Cell, habit: &Habit) -> Result<(String, Option<String>), String> {
    let line = cell.line();
    let mut doubt = None;
    let text = match cell {
        Cell::Number(number) => plain(*number),
        Cell::Text(_) => {
            let unwrapped = line.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
            let text = unwrapped.map_or_else(|| line.clone(), |it| format!("-{it}"));
            let lower = text.to_lowercase();
            let crown = CROWNS.iter().find(|sign| lower.ends_with(**sign));
            let text = match crown {
                Some(sign) => {
                    doubt = Some(format!(
                        "`{sign}` is the sign of several currencies; `{line}` was taken over without one"
                    ));
                    text[..text.len() - sign.len()].trim_end().to_owned()
                }
                None => text,
            };
            pointed(&text, habit)
        }
        _ => return Err(format!("`{line}` is not an amount of money")),
    };
    let mut money = Money::parse(&text)
        .map_err(|wrong| with_help(format!("`{line}` is not an amount of money"), wrong.help))?;
    if habit.thousands && !text.contains(|c: char| c.is_alphabetic()) {
        money.amount = money
            .amount
            .checked_mul(Decimal::from(1000))
            .unwrap_or(money.amount);
    }
    if money.currency.is_none() && doubt.is_none() {
        money.currency.clone_from(&habit.currency);
    }
    Ok((money.canonical(), doubt))
}

fn with_help(what: String, help: Option<String>) -> String {
    match help {
        Some(help) => format!("{what} without doubt ({help})"),
        None => what,
    }
}

/// Progress in whole percent, and what was rounded.
pub fn percent(cell: &Cell, habit: &Habit) -> Result<(String, Option<String>), String> {
    let wrong = || format!("`{}` is not a share from 0 to 100 %", cell.line());
    let number = match cell {
        Cell::Share(share) => share * 100.0,
        Cell::Number(share) if habit.of_one => share * 100.0,
        Cell::Number(number) => *number,
        _ => {
            let (number, unit) = number(cell, habit)?;
            let number = number.parse::<f64>().map_err(|_| wrong())?;
            if habit.of_one && unit.is_none() {
                number * 100.0
            } else {
                number
            }
        }
    };
    if !(0.0..=100.0).contains(&number) {
        return Err(wrong());
    }
    let whole = Percent::of_share(number / 100.0).value();
    let is_rounded = (f64::from(whole) - number).abs() > 1e-6;
    let said = is_rounded.then(|| format!("`{}` was rounded to {whole} %", cell.line()));
    Ok((whole.to_string(), said))
}

#[cfg(test)]
mod tests {
    use super::{Habit, money, number, percent};
    use crate::exchange::import::table::grid::Cell;

    #[test]
    fn money_is_read_in_the_forms_of_several_nations() {
        for (text, is) in [
            ("$1.2M", "1200000 $"),
            ("€ 1.200,50", "1200.50 EUR"),
            ("1 200 kr", "1200"),
            ("USD 12k", "12000 USD"),
            ("(500)", "-500"),
            ("1.234.567 €", "1234567 EUR"),
            ("12,5 €", "12.5 EUR"),
            ("1,200", "1200"),
        ] {
            let (read, _) = money(&Cell::of(text), &Habit::default()).expect(text);
            let same = crate::quantity::Money::parse(is).expect(is);
            assert_eq!(crate::quantity::Money::parse(&read), Ok(same), "{text}");
        }
        assert!(money(&Cell::of("1.234"), &Habit::default()).is_err());
        assert!(money(&Cell::of("n/a"), &Habit::default()).is_err());
        let habit = Habit::of("Budget (k€)", [Cell::Number(12.0)].iter());
        assert_eq!(
            money(&Cell::Number(12.0), &habit),
            Ok(("12000 EUR".to_owned(), None))
        );
    }

    #[test]
    fn shares_are_of_one_or_of_a_hundred() {
        let read = |cell: &Cell, habit: &Habit| percent(cell, habit).map(|it| it.0);
        let habit = Habit::default();
        assert_eq!(read(&Cell::Share(0.5), &habit).as_deref(), Ok("50"));
        assert_eq!(read(&Cell::Number(50.0), &habit).as_deref(), Ok("50"));
        assert_eq!(read(&Cell::of("50 %"), &habit).as_deref(), Ok("50"));
        let cells = [Cell::Number(0.5), Cell::Number(1.0)];
        assert_eq!(
            read(&cells[1], &Habit::of("Done", cells.iter())).as_deref(),
            Ok("100")
        );
        assert!(read(&Cell::Number(120.0), &habit).is_err());
        let (value, unit) = number(&Cell::of("450 households"), &habit).expect("a number");
        assert_eq!(
            (value.as_str(), unit.as_deref()),
            ("450", Some("households"))
        );
    }
}
