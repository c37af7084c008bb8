//! Numbers, shares, money, lists.

use fixed_decimal::Decimal as Digits;
use fluent_bundle::FluentValue;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::quantity::{Money, Moneys, show_number};

use super::{Locale, THERE, isolate};

/// How the numbers of one language read.
pub(super) struct Numbers {
    decimal: DecimalFormatter,
    ungrouped: DecimalFormatter,
    list: ListFormatter,
}

impl Numbers {
    pub fn new(locale: &icu_locale::Locale) -> Self {
        let list = ListFormatterOptions::default();
        let mut ungrouped = DecimalFormatterOptions::default();
        ungrouped.grouping_strategy = Some(GroupingStrategy::Never);
        Self {
            decimal: DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default())
                .expect(THERE),
            ungrouped: DecimalFormatter::try_new(locale.into(), ungrouped).expect(THERE),
            list: ListFormatter::try_new_and(locale.into(), list).expect(THERE),
        }
    }
}

impl Locale {
    /// A number with its thousands grouped and at most two decimals:
    /// `1,140`, `0.25`. From a thousand million millions on as a power of ten.
    pub fn number(&self, number: f64) -> String {
        if number.abs() >= 1e15 || !number.is_finite() {
            return show_number(number);
        }
        let mut digits = digits_of(&format!("{number:.2}"));
        digits.absolute.trim_end();
        if digits.absolute.is_zero() {
            digits = digits_of("0");
        }
        self.digits(&digits)
    }

    /// A number with its unit: `84 %`, `1,140 learners`.
    pub fn amount(&self, value: f64, unit: Option<&str>) -> String {
        match unit {
            Some(unit) => self.alone(format!("{}\u{a0}{unit}", self.number(value))),
            None => self.number(value),
        }
    }

    /// A part of a text, not to be mixed up with what stands around it.
    fn alone(&self, part: String) -> String {
        let isolated = self.rtl.then(|| isolate::within_rtl(&part)).flatten();
        isolated.unwrap_or(part)
    }

    /// A value that was reckoned, not read: whole, or to three digits. `5.33`,
    /// `66.4 %`, `1,135,123 visits`.
    pub fn estimate(&self, value: f64, unit: Option<&str>) -> String {
        let decimals = match value.abs() {
            size if size < 10.0 => 2,
            size if size < 100.0 => 1,
            _ => 0,
        };
        let scale = 10f64.powi(decimals);
        self.amount((value * scale).round() / scale, unit)
    }

    /// A share of the whole: `84 %`.
    pub fn percent(&self, percent: u8) -> String {
        self.say_with("percent", [("number", percent.into())])
    }

    /// A share of the whole that may pass 100 or be less than nothing.
    pub fn share(&self, percent: f64) -> String {
        let number = self.number(percent.round());
        self.say_with("percent", [("number", number.into())])
    }

    /// `1,200,000 EUR`, `12.50 EUR`.
    pub fn money(&self, money: &Money) -> String {
        let rounded = money.rounded();
        let mut digits = digits_of(&rounded.normalize().to_string());
        if !rounded.is_integer() {
            digits.absolute.pad_end(-2);
        }
        let amount = self.digits(&digits);
        self.with_currency(amount, money)
    }

    /// The amount where there is little room, to three digits: `1.2M EUR`.
    pub fn money_short(&self, money: &Money) -> String {
        let (amount, power) = money.shortened();
        let id = match power {
            3 => "money-thousand",
            6 => "money-million",
            9 => "money-billion",
            12 => "money-trillion",
            _ => return self.money(money),
        };
        let amount = self.digits(&digits_of(&amount.to_string()));
        self.with_currency(self.say_with(id, [("amount", amount.into())]), money)
    }

    /// Sums by currency: `1,200,000 EUR + 500 USD`.
    pub fn moneys(&self, sums: &Moneys) -> String {
        self.joined(sums, |money| self.money(money))
    }

    /// Sums by currency where there is little room.
    pub fn moneys_short(&self, sums: &Moneys) -> String {
        self.joined(sums, |money| self.money_short(money))
    }

    /// `goals, strategies and actions`.
    pub fn list(&self, parts: &[String]) -> String {
        self.numbers.list.format(parts.iter()).to_string()
    }

    fn joined(&self, sums: &Moneys, show: impl Fn(&Money) -> String) -> String {
        let sums: Vec<String> = sums.iter().map(show).collect();
        if sums.is_empty() {
            self.number(0.0)
        } else {
            sums.join(" + ")
        }
    }

    fn with_currency(&self, amount: String, money: &Money) -> String {
        match &money.currency {
            Some(currency) => self.say_with(
                "money",
                [("amount", amount.into()), ("currency", currency.into())],
            ),
            None => amount,
        }
    }

    /// A number that is a name: without grouping.
    pub(super) fn ungrouped(&self, number: i16) -> String {
        let digits = Digits::from(number);
        self.numbers.ungrouped.format(&digits).to_string()
    }

    fn digits(&self, digits: &Digits) -> String {
        self.numbers.decimal.format(digits).to_string()
    }
}

/// A number that Rust has printed.
fn digits_of(plain: &str) -> Digits {
    Digits::try_from_str(plain).expect("a finite number prints as digits")
}

/// A formatter that Fluent keeps for the numbers within messages.
struct InMessages(DecimalFormatter);

impl Memoizable for InMessages {
    type Args = ();
    type Error = icu_locale::ParseError;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        let locale = icu_locale::Locale::try_from_str(&language.to_string())?;
        let formatter =
            DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default());
        Ok(Self(formatter.expect(THERE)))
    }
}

/// How numbers within messages read.
pub(super) fn in_messages(value: &FluentValue<'_>, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = Digits::try_from_str(&number.value.to_string()).ok()?;
    let show = |formatter: &InMessages| formatter.0.format(&digits).to_string();
    memoizer.with_try_get::<InMessages, _, _>((), show).ok()
}
