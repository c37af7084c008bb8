//! Currencies as they stand beside an amount.

use crate::diagnostic::did_you_mean;
use crate::quantity::number::magnitude;
use crate::quantity::quoted;
use crate::value::Wrong;

/// Longer symbols before those they end in.
const SYMBOLS: [(&str, &str); 22] = [
    ("US$", "USD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("AU$", "AUD"),
    ("A$", "AUD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("S$", "SGD"),
    ("R$", "BRL"),
    ("$", "$"),
    ("¥", "¥"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("₱", "PHP"),
    ("₫", "VND"),
    ("zł", "PLN"),
];

/// Currencies whose people write `$`.
const DOLLARS: [&str; 12] = [
    "USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "JMD",
];

/// The codes of ISO 4217 for what people pay with, some of the recent past
/// included.
const CODES: &str = "\
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP \
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP \
    GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS \
    KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR \
    MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF \
    SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS \
    UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG";

/// Reads a currency by its three letters in any case: `EUR`.
///
/// # Errors
///
/// When it is not a currency of ISO 4217.
pub fn parse_currency(text: &str) -> Result<String, Wrong> {
    let code = text.trim().to_ascii_uppercase();
    if CODES.split_whitespace().any(|known| known == code) {
        return Ok(code);
    }
    let near = did_you_mean(&code, CODES.split_whitespace()).filter(|_| code.len() == 3);
    let help = near.unwrap_or_else(|| "write its three letters by ISO 4217, as `EUR`".to_owned());
    Err(Wrong::new(format!("{} is not a currency", quoted(text))).help(help))
}

/// Whether a currency beside an amount is one.
pub(super) fn check(written: &str) -> Result<(), Wrong> {
    match written {
        "$" | "¥" => Ok(()),
        _ => parse_currency(written).map(drop),
    }
}

/// What a written currency means in a plan with a currency of its own.
pub(super) fn meaning<'a>(written: &'a str, home: &'a str) -> &'a str {
    match written {
        "$" if DOLLARS.contains(&home) => home,
        "$" => "USD",
        "¥" if home == "CNY" => home,
        "¥" => "JPY",
        _ => written,
    }
}

/// Splits off a currency before the amount: `€`, `EUR`.
pub(super) fn before(text: &str) -> (Option<String>, &str) {
    for (symbol, code) in SYMBOLS {
        if let Some(rest) = text.strip_prefix(symbol) {
            return (Some(code.to_owned()), rest.trim_start());
        }
    }
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    match code(&text[..end]) {
        Some(code) => (Some(code), text[end..].trim_start()),
        None => (None, text),
    }
}

/// Splits off a currency after the amount: `1.2M EUR`, `1.2MEUR`, `12 €`.
pub(super) fn after(text: &str) -> (&str, Option<String>) {
    for (symbol, code) in SYMBOLS {
        if let Some(rest) = text.strip_suffix(symbol) {
            return (rest.trim_end(), Some(code.to_owned()));
        }
    }
    let rest = text.trim_end_matches(char::is_alphabetic);
    let word = &text[rest.len()..];
    if magnitude(word).is_some() {
        return (text, None);
    }
    // A word of other letters has no such boundary, or ends in no code.
    let split = word
        .len()
        .checked_sub(3)
        .and_then(|at| word.split_at_checked(at));
    match split {
        Some(("", last)) => (rest.trim_end(), code(last)),
        Some((first, last)) if magnitude(first).is_some() => {
            (&text[..rest.len() + first.len()], code(last))
        }
        _ => (text, None),
    }
}

/// Three letters.
fn code(word: &str) -> Option<String> {
    let is_code = word.len() == 3 && word.chars().all(|c| c.is_ascii_alphabetic());
    is_code.then(|| word.to_ascii_uppercase())
}
