//! Money, and sums of it by currency.

mod sums;
mod symbol;

use rust_decimal::{Decimal, RoundingStrategy};

use super::number::{Numeral, grouped, numeral, signed};
use super::quoted;
use crate::value::Wrong;

pub use sums::Moneys;
pub use symbol::parse_currency;

/// The largest amount that can be written, either side of zero.
const MOST: i64 = 1_000_000_000_000_000;

/// The powers of ten that `show_short` abbreviates, from the largest down.
const SHORT: [(u32, &str); 4] = [(12, "tn"), (9, "bn"), (6, "M"), (3, "k")];

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Money {
    /// How much, exactly as written.
    pub amount: Decimal,
    /// The currency's three letters by ISO 4217, if any was written. A bare
    /// `$` or `¥` stays as it is until [`or_currency`](Self::or_currency).
    pub currency: Option<String>,
}

impl Money {
    /// Reads an amount, with or without a currency: `12000`, `12,000`,
    /// `12 000`, `12k`, `1.2M EUR`, `EUR 1.2M`, `€12k`, `-$3.5bn`.
    ///
    /// # Errors
    ///
    /// When the decimal point is in doubt (`1.234,50`, and also `1.234`), when
    /// there are more than four decimals or more than 10¹⁵ units, when there
    /// is no such currency, and when it is something else altogether.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let (sign, rest) = signed(text.trim());
        let (before, rest) = symbol::before(rest);
        let (number, after) = symbol::after(rest);
        let currency = match (before, after) {
            (Some(one), Some(other)) if one != other => {
                let message = format!("{} has two currencies", quoted(text));
                return Err(Wrong::new(message).help(format!("write `{number} {other}`")));
            }
            (one, other) => one.or(other),
        };
        let (inner_sign, number) = if sign.is_empty() {
            signed(number)
        } else {
            (sign, number)
        };
        let numeral = numeral(&format!("{inner_sign}{number}")).map_err(|wrong| {
            Wrong::new(format!("{} is not an amount of money", quoted(text))).help(help(
                wrong,
                number,
                currency.as_deref(),
            ))
        })?;
        if let Some(currency) = &currency {
            symbol::check(currency)?;
        }
        let amount = amount(text, &numeral)?;
        Ok(Self { amount, currency })
    }

    /// The same with the plan's currency where none was written. A bare `$` or
    /// `¥` is the plan's currency if that is a dollar (`CAD`) or a yen or yuan,
    /// else `USD` or `JPY`.
    #[must_use]
    pub fn or_currency(self, home: &str) -> Self {
        let currency = match self.currency.as_deref() {
            Some(written) => symbol::meaning(written, home),
            None => home,
        };
        Self {
            amount: self.amount,
            currency: Some(currency.to_owned()),
        }
    }

    /// The spelling that reads back as this: `1200000 EUR`.
    pub fn canonical(&self) -> String {
        let mut amount = self.amount;
        if amount.scale() == 3 {
            // Three decimals alone would look like a group of thousands.
            amount.rescale(4);
        }
        with_currency(amount.to_string(), self.currency.as_deref())
    }

    /// The amount for people, rounded to hundredths: `1,200,000 EUR`,
    /// `12.50 EUR`.
    pub fn show(&self) -> String {
        let rounded = round(self.amount, 2);
        let decimals = if rounded.is_integer() { 0 } else { 2 };
        let plain = format!("{rounded:.decimals$}");
        with_currency(grouped(&plain), self.currency.as_deref())
    }

    /// The amount where there is little room, rounded to three digits:
    /// `1.2M EUR`, `12.3k EUR`, `950 EUR`.
    pub fn show_short(&self) -> String {
        let (amount, power) = self.shortened();
        match SHORT.into_iter().find(|(known, _)| *known == power) {
            Some((_, name)) => with_currency(format!("{amount}{name}"), self.currency.as_deref()),
            None => self.show(),
        }
    }

    /// The amount to three digits, in units of the power of ten beside it: 3,
    /// 6, 9 or 12; what is less than a thousand as it is, with power 0.
    pub fn shortened(&self) -> (Decimal, u32) {
        let short = SHORT.iter().find_map(|(power, _)| {
            // Rounding may lift an amount to the next unit: 999,999 is 1M.
            let rounded = three_digits(self.amount) / Decimal::from(10_i64.pow(*power));
            (rounded.abs() >= Decimal::ONE).then(|| (rounded.normalize(), *power))
        });
        short.unwrap_or((self.amount, 0))
    }

    /// The amount rounded to hundredths, half away from zero.
    pub fn rounded(&self) -> Decimal {
        round(self.amount, 2)
    }
}

fn with_currency(amount: String, currency: Option<&str>) -> String {
    match currency {
        Some(currency) => format!("{amount} {currency}"),
        None => amount,
    }
}

/// Rounds half away from zero, as accountants do.
fn round(amount: Decimal, decimals: u32) -> Decimal {
    amount.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// Rounds to three significant digits.
fn three_digits(amount: Decimal) -> Decimal {
    amount
        .round_sf_with_strategy(3, RoundingStrategy::MidpointAwayFromZero)
        .unwrap_or(amount)
}

fn amount(text: &str, numeral: &Numeral) -> Result<Decimal, Wrong> {
    if looks_grouped(numeral) {
        let thousands = numeral.plain.replace('.', "");
        let message = format!("{} may be thousands or have three decimals", quoted(text));
        let help = format!("write `{thousands}` or `{}0`", numeral.plain);
        return Err(Wrong::new(message).help(help));
    }
    let too_large = || {
        Wrong::new(format!(
            "{} is too large or too fine an amount",
            quoted(text)
        ))
    };
    let scientific = format!("{}e{}", numeral.plain, numeral.power);
    let amount = Decimal::from_scientific(&scientific).map_err(|_| too_large())?;
    let amount = amount.normalize();
    if amount.abs() > Decimal::from(MOST) {
        return Err(too_large());
    }
    if amount.scale() > 4 {
        let message = format!("{} has more than four decimals", quoted(text));
        return Err(Wrong::new(message).help(format!("write `{}`", round(amount, 2))));
    }
    Ok(amount)
}

/// `1.234` is a thousand and some to half the world.
fn looks_grouped(numeral: &Numeral) -> bool {
    let digits = numeral.plain.trim_start_matches('-');
    let Some((whole, fraction)) = digits.split_once('.') else {
        return false;
    };
    numeral.power == 0 && fraction.len() == 3 && whole.len() <= 3 && whole != "0"
}

/// The number's own suggestion with the currency put back, else the ways to
/// write money.
fn help(wrong: Wrong, number: &str, currency: Option<&str>) -> String {
    let sure = wrong.help.filter(|help| help.starts_with("write `"));
    match (sure, currency) {
        (Some(sure), Some(currency)) => format!("{} {currency}`", sure.trim_end_matches('`')),
        (Some(sure), None) => sure,
        (None, _) if number.starts_with('(') => "write what is negative with a minus".to_owned(),
        (None, _) => "write it as `12000`, `12,000`, `12k` or `1.2M EUR`".to_owned(),
    }
}

#[cfg(test)]
mod tests;
