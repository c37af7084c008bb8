//! The rules, one file each, in the order of their codes.

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
mod m004_bad_reading;
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
mod t001_orphan;
mod t002_unsupported_goal;
mod t003_strategy_without_action;
mod t004_unmeasured_goal;
mod t005_no_line_of_sight;
mod t006_trace_cycle;
mod thread;
mod x001_own_rule;
mod x002_empty_view;
mod x003_bad_expression;
mod x004_failing_expression;

use super::Rule;

pub(super) use s015_unused_allow::unused;

/// All rules: of sources, links, the trace, measures, expressions.
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
    &t001_orphan::RULE,
    &t002_unsupported_goal::RULE,
    &t003_strategy_without_action::RULE,
    &t004_unmeasured_goal::RULE,
    &t005_no_line_of_sight::RULE,
    &t006_trace_cycle::RULE,
    &m004_bad_reading::RULE,
    &x001_own_rule::RULE,
    &x002_empty_view::RULE,
    &x003_bad_expression::RULE,
    &x004_failing_expression::RULE,
];
