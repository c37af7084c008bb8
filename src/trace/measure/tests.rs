use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn point(on: Date, value: f64) -> Point {
    Point { on, value }
}

fn january(day: i8, value: f64) -> Point {
    point(date(2026, 1, day), value)
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn the_usual_gap_is_the_median_between_different_days() {
    let days = |days: &[i8]| {
        days.iter()
            .map(|day| date(2026, 1, *day))
            .collect::<Vec<_>>()
    };
    assert_eq!(usual_gap(&days(&[1, 8])), None);
    assert_eq!(usual_gap(&days(&[1, 8, 8])), None, "one day counts once");
    assert_eq!(usual_gap(&days(&[30, 1, 8, 15])), Some(7), "in any order");
    assert_eq!(usual_gap(&days(&[1, 3, 13])), Some(10), "of two the longer");
}

#[test]
fn attainment_is_the_share_of_the_way_up_or_down() {
    assert_eq!(attainment(80.0, 90.0, 85.0), Some(0.5));
    assert_eq!(attainment(30.0, 10.0, 25.0), Some(0.25));
    assert_eq!(attainment(80.0, 90.0, 78.0), Some(-0.2));
    assert_eq!(attainment(80.0, 90.0, 92.0), Some(1.2));
    assert_eq!(attainment(80.0, 80.0, 80.0), None);
}

#[test]
fn a_value_is_held_within_its_tolerance_and_lost_at_twice_that() {
    assert!(near(steadiness(Direction::Hold, 100.0, 104.0), 1.0));
    assert!(near(steadiness(Direction::Hold, 100.0, 92.5), 0.5));
    assert!(near(steadiness(Direction::Hold, 100.0, 110.0), 0.0));
    assert!(near(steadiness(Direction::Up, 100.0, 150.0), 1.0));
    assert!(near(steadiness(Direction::Up, 100.0, 90.0), 0.0));
    assert!(near(steadiness(Direction::Down, 100.0, 50.0), 1.0));
    assert!(near(steadiness(Direction::Down, 0.0, 0.0), 1.0));
    assert!(near(steadiness(Direction::Down, 0.0, 1.0), 0.0));
}

#[test]
fn what_counts_as_attained_depends_on_the_direction() {
    assert!(near(attained(Direction::Down, 30.0, 10.0, 20.0), 0.5));
    assert!(near(attained(Direction::Hold, 80.0, 100.0, 100.0), 1.0));
    assert!(near(attained(Direction::Up, 100.0, 100.0, 92.5), 0.5));
}

#[test]
fn the_expected_value_lies_on_the_line_through_the_steps() {
    let (baseline, target) = (january(1, 10.0), january(21, 40.0));
    let steps = [january(11, 20.0)];
    let expected = |day| expected_on(date(2026, 1, day), baseline, &steps, target);
    assert!(near(expected(6), 15.0));
    assert!(near(expected(11), 20.0));
    assert!(near(expected(16), 30.0));
    assert!(near(expected(31), 40.0));
    let before = date(2025, 1, 1);
    assert!(near(expected_on(before, baseline, &steps, target), 10.0));
}

#[test]
fn steps_out_of_order_or_out_of_place_do_no_harm() {
    let (baseline, target) = (january(1, 10.0), january(21, 40.0));
    let steps = [
        january(16, 35.0),
        january(31, 99.0),
        january(11, 0.0),
        january(11, 20.0),
    ];
    let expected = |day| expected_on(date(2026, 1, day), baseline, &steps, target);
    assert!(near(expected(6), 15.0));
    assert!(near(expected(16), 35.0));
    assert!(near(expected(21), 40.0));
    let late = january(31, 10.0);
    assert!(near(expected_on(late.on, late, &steps, target), 40.0));
}

#[test]
fn the_expected_share_falls_and_rises_alike() {
    let (baseline, target) = (january(1, 40.0), january(21, 10.0));
    let share = |direction| expected_share(direction, date(2026, 1, 11), baseline, &[], target);
    assert!(near(share(Direction::Down), 0.5));
    assert!(near(share(Direction::Hold), 1.0));
}

#[test]
fn the_forecast_follows_the_trend_of_the_last_readings() {
    let readings = [
        january(1, 90.0),
        january(11, 1.0),
        january(12, 2.0),
        january(13, 3.0),
    ];
    let on = date(2026, 1, 20);
    assert!(near(forecast(&readings, 3, on).unwrap(), 10.0));
    assert!(forecast(&readings, FORECAST_READINGS, on).unwrap() < 0.0);
    let falling = [january(13, 1.0), january(11, 3.0), january(12, 2.0)];
    assert!(near(forecast(&falling, 6, on).unwrap(), -6.0));
    // By hand: mean (2, 2), slope 0.5.
    let uneven = [january(1, 1.0), january(2, 3.0), january(3, 2.0)];
    assert!(near(forecast(&uneven, 6, date(2026, 1, 4)).unwrap(), 3.0));
}

#[test]
fn too_few_readings_make_no_trend() {
    let on = date(2026, 1, 20);
    assert_eq!(forecast(&[], 6, on), None);
    assert_eq!(forecast(&[january(1, 1.0), january(2, 2.0)], 6, on), None);
    assert_eq!(forecast(&[january(1, 1.0); 3], 6, on), None);
    assert_eq!(forecast(&[january(1, 1.0); 3], 0, on), None);
}

#[test]
fn health_compares_what_is_attained_with_what_was_expected() {
    let health = |attained, expected| health(attained, expected, Thresholds::default());
    assert_eq!(health(Some(0.5), 0.5), Health::OnTrack);
    assert_eq!(health(Some(0.45), 0.5), Health::OnTrack);
    assert_eq!(health(Some(0.44), 0.5), Health::AtRisk);
    assert_eq!(health(Some(0.35), 0.5), Health::AtRisk);
    assert_eq!(health(Some(0.34), 0.5), Health::OffTrack);
    assert_eq!(health(None, 0.5), Health::Unknown);
    assert_eq!(health(Some(f64::NAN), 0.5), Health::Unknown);
}

#[test]
fn a_hairs_breadth_does_not_decide_early_on() {
    let health = |attained, expected| health(Some(attained), expected, Thresholds::default());
    assert_eq!(health(0.0, 0.0), Health::OnTrack);
    assert_eq!(health(0.0, 0.01), Health::OnTrack);
    assert_eq!(health(-0.02, 0.0), Health::AtRisk);
    assert_eq!(health(-0.5, 0.0), Health::OffTrack);
    assert_eq!(health(-0.1, -0.2), Health::OnTrack);
}

prop_compose! {
    fn any_point()(day in 0..5000_i32, value in -1e300..1e300_f64) -> Point {
        point(date(2020, 1, 1).saturating_add(jiff::Span::new().days(day)), value)
    }
}

proptest! {
    #[test]
    fn the_expected_value_lies_among_its_points(
        day in any_point(),
        (baseline, target) in (any_point(), any_point()),
        steps in prop::collection::vec(any_point(), 0..6),
    ) {
        let expected = expected_on(day.on, baseline, &steps, target);
        let values = steps.iter().chain([&baseline, &target]).map(|point| point.value);
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let slack = (low.abs() + high.abs()) * 1e-12;
        prop_assert!(low - slack <= expected && expected <= high + slack);
    }

    #[test]
    fn a_straight_line_is_its_own_forecast(
        (slope, level) in (-100..100_i32, -1000..1000_i32),
        days in prop::collection::btree_set(0..1000_i32, 3..10),
        later in 0..1000_i32,
    ) {
        let at = |day| f64::from(level + slope * day);
        let on = |day| date(2020, 1, 1).saturating_add(jiff::Span::new().days(day));
        let readings: Vec<Point> = days.iter().map(|day| point(on(*day), at(*day))).collect();
        let value = forecast(&readings, FORECAST_READINGS, on(later)).unwrap();
        prop_assert!((value - at(later)).abs() < 1e-3);
    }

    #[test]
    fn the_order_of_readings_does_not_matter(mut readings in prop::collection::vec(any_point(), 0..9)) {
        readings.sort_by_key(|point| point.on);
        readings.dedup_by_key(|point| point.on);
        let on = date(2030, 1, 1);
        let before = forecast(&readings, FORECAST_READINGS, on);
        readings.reverse();
        prop_assert_eq!(forecast(&readings, FORECAST_READINGS, on), before);
    }

    #[test]
    fn up_and_down_are_mirror_images(baseline in -1e6..1e6, target in -1e6..1e6, latest in -1e6..1e6_f64) {
        let up = attainment(baseline, target, latest);
        prop_assert_eq!(attainment(-baseline, -target, -latest), up);
    }

    #[test]
    fn more_attained_is_never_less_healthy(expected in -2.0..2.0, less in -2.0..2.0, more in 0.0..2.0_f64) {
        let health = |attained| health(Some(attained), expected, Thresholds::default());
        prop_assert!(health(less + more) <= health(less));
    }

    #[test]
    fn steadiness_is_at_most_one(target in -1e9..1e9, latest in -1e9..1e9_f64) {
        for direction in [Direction::Up, Direction::Down, Direction::Hold] {
            prop_assert!(steadiness(direction, target, latest) <= 1.0);
        }
    }
}
