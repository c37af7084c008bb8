//! Sums of money that keep currencies apart.

use rust_decimal::Decimal;

use super::Money;

/// Sums by currency, in alphabetical order; amounts without a currency first.
/// Most are in one currency, for which a map would be large.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Moneys(Vec<Money>);

impl Moneys {
    /// Adds an amount. A sum past 7.9 × 10²⁸ stays there.
    pub fn add(&mut self, money: &Money) {
        match self.place(money.currency.as_deref()) {
            Ok(at) => self.0[at].amount = self.0[at].amount.saturating_add(money.amount),
            Err(at) => {
                self.0.reserve_exact(1);
                self.0.insert(at, money.clone());
            }
        }
    }

    /// Adds a share of other sums, from 0 to 1, rounded to a hundredth.
    pub fn add_share(&mut self, other: &Self, share: Decimal) {
        for money in other.iter() {
            let amount = money.amount.saturating_mul(share).round_dp(2).normalize();
            self.add(&Money {
                amount,
                currency: money.currency.clone(),
            });
        }
    }

    /// Adds other sums.
    pub fn add_all(&mut self, other: &Self) {
        other.iter().for_each(|money| self.add(money));
    }

    /// Whether nothing was ever added.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sum in one currency; zero if nothing was added in it.
    pub fn amount(&self, currency: Option<&str>) -> Decimal {
        let sum = self.place(currency).map(|at| self.0[at].amount);
        sum.unwrap_or_default()
    }

    /// The sum of each currency.
    pub fn iter(&self) -> impl Iterator<Item = &Money> {
        self.0.iter()
    }

    fn place(&self, currency: Option<&str>) -> Result<usize, usize> {
        self.0
            .binary_search_by(|money| money.currency.as_deref().cmp(&currency))
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
        let sums: Vec<String> = self.iter().map(show).collect();
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
