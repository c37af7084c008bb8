//! Sums of money that keep currencies apart.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Money;

/// Sums by currency, in alphabetical order; amounts without a currency first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Moneys(BTreeMap<Option<String>, Decimal>);

impl Moneys {
    /// Adds an amount. A sum past 7.9 × 10²⁸ stays there.
    pub fn add(&mut self, money: &Money) {
        let sum = self.0.entry(money.currency.clone()).or_default();
        *sum = sum.saturating_add(money.amount);
    }

    /// Adds a share of other sums, from 0 to 1, rounded to a hundredth.
    pub fn add_share(&mut self, other: &Self, share: Decimal) {
        for money in other.iter() {
            let amount = money.amount.saturating_mul(share).round_dp(2).normalize();
            self.add(&Money { amount, ..money });
        }
    }

    /// Adds other sums.
    pub fn add_all(&mut self, other: &Self) {
        other.iter().for_each(|money| self.add(&money));
    }

    /// Whether nothing was ever added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sum in one currency; zero if nothing was added in it.
    pub fn amount(&self, currency: Option<&str>) -> Decimal {
        let sum = self.0.get(&currency.map(str::to_owned));
        sum.copied().unwrap_or_default()
    }

    /// The sum of each currency.
    pub fn iter(&self) -> impl Iterator<Item = Money> + '_ {
        self.0.iter().map(|(currency, amount)| Money {
            amount: *amount,
            currency: currency.clone(),
        })
    }

    /// The sums for people: `1,200,000 EUR + 500 USD`; `0` of nothing.
    pub fn show(&self) -> String {
        self.joined(Money::show)
    }

    /// The sums where there is little room: `1.2M EUR + 500 USD`.
    pub fn show_short(&self) -> String {
        self.joined(Money::show_short)
    }

    fn joined(&self, show: impl Fn(&Money) -> String) -> String {
        let sums: Vec<String> = self.iter().map(|money| show(&money)).collect();
        if sums.is_empty() {
            "0".to_owned()
        } else {
            sums.join(" + ")
        }
    }
}

impl<'a> FromIterator<&'a Money> for Moneys {
    fn from_iter<I: IntoIterator<Item = &'a Money>>(amounts: I) -> Self {
        let mut sums = Self::default();
        amounts.into_iter().for_each(|money| sums.add(money));
        sums
    }
}
