use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn scale(step: Step, from: Date, to: Date, fiscal: &str) -> Scale {
    let fiscal = FiscalCalendar::parse(fiscal).unwrap();
    Scale::of(step, [from, to], fiscal, date(2026, 11, 23)).unwrap()
}

fn names(ticks: &[Tick]) -> Vec<String> {
    ticks.iter().map(|tick| tick.period.canonical()).collect()
}

#[test]
fn a_scale_holds_whole_periods_of_the_fiscal_year() {
    let scale = scale(Step::Quarter, date(2025, 8, 15), date(2026, 11, 2), "07-01");
    assert_eq!(
        (scale.first, scale.end),
        (date(2025, 7, 1), date(2027, 1, 1))
    );
    assert_eq!(names(&scale.ticks(Step::Year)), ["FY2026", "FY2027"]);
    assert_eq!(scale.ticks(Step::Quarter).len(), 6);
    assert_eq!(scale.ticks(Step::Month).len(), 18);
}

#[test]
fn words_are_given_room() {
    let of = |from, to| {
        let (_, ticks) = scale(Step::Month, from, to, "01-01").spaced(7);
        names(&ticks)
    };
    let year = of(date(2026, 5, 1), date(2027, 3, 31));
    assert_eq!(year, ["2026-Q3", "2026-Q4", "2027-Q1"]);
    let half = of(date(2026, 1, 1), date(2028, 6, 30));
    assert_eq!(
        half,
        ["2026-Q1", "2026-Q3", "2027-Q1", "2027-Q3", "2028-Q1"]
    );
    let long = of(date(2020, 1, 1), date(2050, 6, 30));
    assert_eq!(
        long,
        ["2020", "2025", "2030", "2035", "2040", "2045", "2050"]
    );
}

#[test]
fn a_slip_of_the_pen_leaves_room_for_the_rest() {
    let scale = scale(Step::Quarter, date(2026, 1, 1), date(2199, 1, 1), "01-01");
    assert!(scale.years() < 41.0 && scale.holds(date(2026, 11, 23)));
    assert!((scale.end_of(date(2199, 1, 1)) - 100.0).abs() < 1e-9);
}

prop_compose! {
    fn any_scale()(
        step in prop::sample::select(vec![Step::Month, Step::Quarter, Step::Year]),
        from in 0..90_000_i32, days in 0..20_000_i32, month in 1..=12_i8, day in 1..=28_i8, mirrored: bool,
    ) -> Scale {
        let first = date(1900, 12, 31).saturating_add(from.days());
        let fiscal = FiscalCalendar::parse(&format!("{month:02}-{day:02}")).unwrap();
        let ends = [first, first.saturating_add(days.days())];
        Scale::of(step, ends, fiscal, first).unwrap().mirrored(mirrored)
    }
}

proptest! {
    #[test]
    fn days_run_one_way_and_fill_the_scale(scale in any_scale(), share in 0.0..1.0_f64) {
        let day = scale.first.saturating_add(((scale.days() - 1.0) * share).floor().to_string().parse::<i32>().unwrap().days());
        let (at, end) = (scale.at(day), scale.end_of(day));
        prop_assert!(scale.holds(day));
        prop_assert!(if scale.mirrored { at > end } else { at < end }, "{at} {end}");
        let ends = (scale.at(scale.first), scale.at(scale.end));
        prop_assert_eq!(ends, if scale.mirrored { (100.0, 0.0) } else { (0.0, 100.0) });
        let (x, width) = scale.span(scale.first, day);
        prop_assert!(x >= 0.0 && x + width <= 100.01);
    }

    #[test]
    fn a_mirrored_scale_is_the_other_one_turned_around(scale in any_scale(), days in -500..30_000_i32) {
        let day = scale.first.saturating_add(days.days());
        let turned = scale.clone().mirrored(!scale.mirrored);
        prop_assert!((scale.at(day) + turned.at(day) - 100.0).abs() < 0.011);
    }

    #[test]
    fn ticks_tile_the_scale(scale in any_scale()) {
        for step in [Step::Month, Step::Quarter, Step::Year] {
            let ticks = scale.ticks(step);
            for pair in ticks.windows(2) {
                prop_assert_eq!(after(pair[0].period.last), pair[1].period.first);
            }
            prop_assert!(ticks.iter().all(|tick| scale.holds(tick.period.first)));
            let (first, last) = (ticks.first(), ticks.last());
            prop_assert!(first.is_none_or(|tick| period(step, scale.first, scale.fiscal).last >= before(tick.period.first)));
            prop_assert!(last.is_none_or(|tick| after(tick.period.last) >= scale.end));
        }
    }

    #[test]
    fn words_never_crowd(scale in any_scale(), most in 3..12_usize) {
        prop_assert!(scale.spaced(most).1.len() <= most);
    }
}

fn before(day: Date) -> Date {
    day.saturating_sub(1.day())
}
