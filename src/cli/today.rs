//! Which day it is: the only place that asks the clock.

use crate::quantity::Date;

use super::failure::Failure;

/// The day of `--today`, else that of `SOURCE_DATE_EPOCH` (seconds since
/// 1970, UTC), else the clock's.
pub(super) fn today(stated: Option<Date>) -> Result<Date, Failure> {
    if let Some(day) = stated {
        return Ok(day);
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "the command line asks the environment"
    )]
    let epoch = std::env::var("SOURCE_DATE_EPOCH");
    let Ok(epoch) = epoch else {
        #[expect(clippy::disallowed_methods, reason = "the command line asks the clock")]
        return Ok(jiff::ZonedDateTime::now().date());
    };
    let second = epoch.trim().parse().ok();
    let time = second.and_then(|second| jiff::Timestamp::from_second(second).ok());
    let time = time.ok_or_else(|| {
        Failure::new(format!("SOURCE_DATE_EPOCH is `{epoch}`"))
            .help("set it to a whole number of seconds since 1970, or give --today")
    })?;
    Ok(jiff::tz::TimeZone::UTC.to_datetime(time).date())
}
