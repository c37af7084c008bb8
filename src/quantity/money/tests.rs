use proptest::prelude::*;

use super::*;

fn money(text: &str) -> Money {
    Money::parse(text).unwrap_or_else(|wrong| panic!("{text}: {wrong:?}"))
}

#[test]
fn an_amount_is_read_as_people_write_it() {
    let cases = [
        ("12000", "12000"),
        ("12,000", "12000"),
        ("12 000", "12000"),
        ("12_000", "12000"),
        ("12k", "12000"),
        ("12,345.67", "12345.67"),
        ("1.2M EUR", "1200000 EUR"),
        ("1.2MEUR", "1200000 EUR"),
        ("1.2 million eur", "1200000 EUR"),
        ("EUR 1.2M", "1200000 EUR"),
        ("EUR1.2M", "1200000 EUR"),
        ("€12k", "12000 EUR"),
        ("12k €", "12000 EUR"),
        ("€ 12 EUR", "12 EUR"),
        ("£ 950.50", "950.5 GBP"),
        ("C$3.5bn", "3500000000 CAD"),
        ("-€12k", "-12000 EUR"),
        ("€-12k", "-12000 EUR"),
        ("\u{2212}12 EUR", "-12 EUR"),
        ("0.500", "0.5"),
        ("1.234k", "1234"),
        ("0.001234k", "1.2340"),
        ("$12", "12 $"),
    ];
    for (text, canonical) in cases {
        assert_eq!(money(text).canonical(), canonical, "{text}");
    }
}

#[test]
fn what_is_in_doubt_is_refused_with_ways_to_write_it() {
    let cases = [
        ("1.234,50", "write `1234.50`"),
        ("1.234,50 EUR", "write `1234.50 EUR`"),
        ("€1.234", "write `1234` or `1.2340`"),
        (
            "12 EUR 5",
            "write it as `12000`, `12,000`, `12k` or `1.2M EUR`",
        ),
        ("€12 USD", "write `12 USD`"),
        ("(12k)", "write what is negative with a minus"),
        ("1.23456", "write `1.23`"),
        ("some", "write it as `12000`, `12,000`, `12k` or `1.2M EUR`"),
        (
            "12 dollars",
            "write it as `12000`, `12,000`, `12k` or `1.2M EUR`",
        ),
        ("EUR", "write it as `12000`, `12,000`, `12k` or `1.2M EUR`"),
        ("--5", "write it as `12000`, `12,000`, `12k` or `1.2M EUR`"),
    ];
    for (text, help) in cases {
        let wrong = Money::parse(text).expect_err(text);
        assert_eq!(wrong.help.as_deref(), Some(help), "{text}: {wrong:?}");
    }
    for text in ["1e16", "999999999999tn", "1e999999999999", &"9".repeat(200)] {
        let wrong = Money::parse(text).expect_err(text);
        assert!(wrong.message.contains("too large") || wrong.message.contains("not an amount"));
    }
}

#[test]
fn a_currency_is_one_of_those_that_exist() {
    assert_eq!(parse_currency(" eur "), Ok("EUR".to_owned()));
    let help = |text: &str| Money::parse(text).expect_err(text).help.unwrap();
    assert_eq!(help("12 EUX"), "did you mean `EUR`?");
    assert!(help("12 Mio").starts_with("did you mean"));
    assert_eq!(
        parse_currency("euros").unwrap_err().help.as_deref(),
        Some("write its three letters by ISO 4217, as `EUR`")
    );
}

#[test]
fn the_plans_currency_is_used_where_none_is_written() {
    let read = |text: &str, home: &str| money(text).or_currency(home).canonical();
    assert_eq!(read("12", "EUR"), "12 EUR");
    assert_eq!(read("12 CHF", "EUR"), "12 CHF");
    assert_eq!(read("$12", "EUR"), "12 USD");
    assert_eq!(read("$12", "CAD"), "12 CAD");
    assert_eq!(read("¥12", "CNY"), "12 CNY");
    assert_eq!(read("¥12", "USD"), "12 JPY");
}

#[test]
fn amounts_are_shown_in_full_or_short() {
    let cases = [
        ("1200000 EUR", "1,200,000 EUR", "1.2M EUR"),
        ("1234567", "1,234,567", "1.23M"),
        ("12345", "12,345", "12.3k"),
        ("999999", "999,999", "1M"),
        ("999 EUR", "999 EUR", "999 EUR"),
        ("12.5 EUR", "12.50 EUR", "12.50 EUR"),
        ("0.1250", "0.13", "0.13"),
        ("-1500", "-1,500", "-1.5k"),
        ("2bn", "2,000,000,000", "2bn"),
        ("3tn", "3,000,000,000,000", "3tn"),
        ("0", "0", "0"),
    ];
    for (text, full, short) in cases {
        assert_eq!(money(text).show(), full, "{text}");
        assert_eq!(money(text).show_short(), short, "{text}");
    }
}

#[test]
fn sums_keep_currencies_apart() {
    let sums: Moneys = [
        &money("1.2M EUR"),
        &money("500 USD"),
        &money("0.10 EUR"),
        &money("7"),
    ]
    .into_iter()
    .collect();
    assert_eq!(sums.show(), "7 + 1,200,000.10 EUR + 500 USD");
    assert_eq!(sums.show_short(), "7 + 1.2M EUR + 500 USD");
    assert_eq!(sums.amount(Some("USD")), Decimal::from(500));
    assert_eq!(sums.amount(Some("CHF")), Decimal::ZERO);
    assert_eq!(Moneys::default().show(), "0");
    assert!(Moneys::default().is_empty());
}

#[test]
fn sums_are_exact_and_do_not_overflow() {
    let cent = money("0.1 EUR");
    let sums: Moneys = (0..10).map(|_| &cent).collect();
    assert_eq!(sums.amount(Some("EUR")), Decimal::ONE);
    let amount = Decimal::MAX;
    let most = Money {
        amount,
        currency: None,
    };
    let sums: Moneys = [&most, &most].into_iter().collect();
    assert_eq!(sums.amount(None), Decimal::MAX);
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(text in ".*|[-−]?(€|\\$|EUR )?[0-9.,_ ]{0,40}(k|M|bn|e[0-9]{1,9})? ?(EUR|éé|zł)?") {
        if let Ok(money) = Money::parse(&text) {
            money.show_short();
            prop_assert_eq!(Money::parse(&money.canonical()), Ok(money));
        }
    }

    #[test]
    fn canonical_reads_back(
        units in -1_000_000_000_000_000_i64..=1_000_000_000_000_000,
        scale in 0..=4_u32,
        currency in proptest::option::of("(EUR|USD|CHF|MGA|BND|\\$|¥)"),
    ) {
        let amount = Decimal::new(units, scale).normalize();
        let money = Money { amount, currency };
        prop_assert_eq!(Money::parse(&money.canonical()), Ok(money));
    }

    #[test]
    fn sums_do_not_depend_on_order(mut amounts in prop::collection::vec(-100_000..100_000_i64, 0..20)) {
        let sum = |amounts: &[i64]| {
            let mut sums = Moneys::default();
            for cents in amounts {
                let (amount, currency) = (Decimal::new(*cents, 2), None);
                sums.add(&Money { amount, currency });
            }
            sums
        };
        let before = sum(&amounts);
        amounts.reverse();
        prop_assert_eq!(sum(&amounts), before);
    }
}
