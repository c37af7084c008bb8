//! The rules, one file each, in the order of their codes.

mod b001_too_many_goals;
mod b002_empty_perspective;
mod b003_lopsided_plan;
mod d001_ends_before_start;
mod d002_outside_parent;
mod d003_outside_plan_period;
mod d004_starts_before_its_dependency_ends;
mod d005_dependency_cycle;
mod d006_overdue;
mod d007_completed_in_the_future;
mod d008_should_have_started;
mod d009_no_due_date;
mod d010_slipped_often;
mod d011_milestone_outside_action;
mod d012_undated_condition;
mod e001_reference_to_hidden;
mod e002_trace_through_hidden;
mod e003_leak;
mod k001_critical_risk_without_trigger;
mod k002_trigger_tripped;
mod k003_trigger_expired;
mod k004_unscored_risk;
mod l001_unknown_reference;
mod l002_broken_link;
mod l003_broken_anchor;
mod l004_missing_attachment;
mod l005_link_outside_plan;
mod l006_wrong_kind_of_target;
mod l007_self_reference;
mod l008_duplicate_reference;
mod l009_reference_to_dropped;
mod l010_missing_image_text;
mod l011_dead_external_link;
mod l012_moved_reference;
mod m001_no_baseline;
mod m002_no_target;
mod m003_target_behind_baseline;
mod m004_bad_reading;
mod m005_readings_out_of_order;
mod m006_no_recent_reading;
mod m007_off_track;
mod m008_no_interim_target;
mod m009_no_unit;
mod m010_only_activity_measures;
mod p001_done_with_open_parts;
mod p002_all_parts_done_but_open;
mod p003_progress_contradicts_status;
mod p004_active_under_dropped;
mod p005_health_contradicts_forecast;
mod p006_stale_review;
mod p007_unexplained_risk_status;
mod p008_dropped_without_reason;
mod r001_no_owner;
mod r002_unknown_person;
mod r003_overloaded_owner;
mod r004_budget_exceeds_parent;
mod r005_overspent;
mod r006_name_variants;
mod s001_unreadable_file;
mod s002_invalid_front_matter;
mod s003_unknown_field;
mod s004_invalid_value;
mod s005_missing_field;
mod s006_unknown_kind;
mod s007_duplicate_id;
mod s008_invalid_id;
mod s009_path_clash;
mod s010_empty_item;
mod s011_leftover_placeholder;
mod s012_merge_conflict_markers;
mod s013_duplicate_title;
mod s014_heading_jump;
mod s015_unused_allow;
mod s016_nothing_found;
mod s017_stale_baseline;
mod t001_orphan;
mod t002_unsupported_goal;
mod t003_strategy_without_action;
mod t004_unmeasured_goal;
mod t005_no_line_of_sight;
mod t006_trace_cycle;
mod t007_covered_on_paper_only;
mod t008_measure_of_nothing;
mod t009_risk_to_nothing;
mod t010_unanswered_risk;
mod t011_contingency_for_nothing;
mod t012_suspect_link;
mod t013_skipped_level;
mod t014_redundant_support;
mod t015_thin_support;
mod t016_link_count;
mod x001_own_rule;
mod x002_empty_view;
mod x003_bad_expression;
mod x004_failing_expression;
mod thread;

use super::Rule;

pub(super) use s015_unused_allow::unused;

/// All rules: of sources, links, the trace, dates, progress, measures, people
/// and money, risks, balance, and the plan's own.
pub(super) static RULES: &[&Rule] = &[
    &s001_unreadable_file::RULE,
    &s002_invalid_front_matter::RULE,
    &s003_unknown_field::RULE,
    &s004_invalid_value::RULE,
    &s005_missing_field::RULE,
    &s006_unknown_kind::RULE,
    &s007_duplicate_id::RULE,
    &s008_invalid_id::RULE,
    &s009_path_clash::RULE,
    &s010_empty_item::RULE,
    &s011_leftover_placeholder::RULE,
    &s012_merge_conflict_markers::RULE,
    &s013_duplicate_title::RULE,
    &s014_heading_jump::RULE,
    &s015_unused_allow::RULE,
    &s016_nothing_found::RULE,
    &s017_stale_baseline::RULE,
    &l001_unknown_reference::RULE,
    &l002_broken_link::RULE,
    &l003_broken_anchor::RULE,
    &l004_missing_attachment::RULE,
    &l005_link_outside_plan::RULE,
    &l006_wrong_kind_of_target::RULE,
    &l007_self_reference::RULE,
    &l008_duplicate_reference::RULE,
    &l009_reference_to_dropped::RULE,
    &l010_missing_image_text::RULE,
    &l011_dead_external_link::RULE,
    &l012_moved_reference::RULE,
    &t001_orphan::RULE,
    &t002_unsupported_goal::RULE,
    &t003_strategy_without_action::RULE,
    &t004_unmeasured_goal::RULE,
    &t005_no_line_of_sight::RULE,
    &t006_trace_cycle::RULE,
    &t007_covered_on_paper_only::RULE,
    &t008_measure_of_nothing::RULE,
    &t009_risk_to_nothing::RULE,
    &t010_unanswered_risk::RULE,
    &t011_contingency_for_nothing::RULE,
    &t012_suspect_link::RULE,
    &t013_skipped_level::RULE,
    &t014_redundant_support::RULE,
    &t015_thin_support::RULE,
    &t016_link_count::RULE,
    &d001_ends_before_start::RULE,
    &d002_outside_parent::RULE,
    &d003_outside_plan_period::RULE,
    &d004_starts_before_its_dependency_ends::RULE,
    &d005_dependency_cycle::RULE,
    &d006_overdue::RULE,
    &d007_completed_in_the_future::RULE,
    &d008_should_have_started::RULE,
    &d009_no_due_date::RULE,
    &d010_slipped_often::RULE,
    &d011_milestone_outside_action::RULE,
    &d012_undated_condition::RULE,
    &p001_done_with_open_parts::RULE,
    &p002_all_parts_done_but_open::RULE,
    &p003_progress_contradicts_status::RULE,
    &p004_active_under_dropped::RULE,
    &p005_health_contradicts_forecast::RULE,
    &p006_stale_review::RULE,
    &p007_unexplained_risk_status::RULE,
    &p008_dropped_without_reason::RULE,
    &m001_no_baseline::RULE,
    &m002_no_target::RULE,
    &m003_target_behind_baseline::RULE,
    &m004_bad_reading::RULE,
    &m005_readings_out_of_order::RULE,
    &m006_no_recent_reading::RULE,
    &m007_off_track::RULE,
    &m008_no_interim_target::RULE,
    &m009_no_unit::RULE,
    &m010_only_activity_measures::RULE,
    &r001_no_owner::RULE,
    &r002_unknown_person::RULE,
    &r003_overloaded_owner::RULE,
    &r004_budget_exceeds_parent::RULE,
    &r005_overspent::RULE,
    &r006_name_variants::RULE,
    &e001_reference_to_hidden::RULE,
    &e002_trace_through_hidden::RULE,
    &e003_leak::RULE,
    &k001_critical_risk_without_trigger::RULE,
    &k002_trigger_tripped::RULE,
    &k003_trigger_expired::RULE,
    &k004_unscored_risk::RULE,
    &b001_too_many_goals::RULE,
    &b002_empty_perspective::RULE,
    &b003_lopsided_plan::RULE,
    &x001_own_rule::RULE,
    &x002_empty_view::RULE,
    &x003_bad_expression::RULE,
    &x004_failing_expression::RULE,
];
