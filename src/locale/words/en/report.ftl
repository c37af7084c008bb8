# The report.

report-title = Report
report-as-of = As of { $day }
report-hint = The browser’s print command makes a document of it, with numbered pages.
report-in-volumes = This plan has { $count } items, more than one document can carry. Each chapter is a volume of its own; print the one you need.
report-volume-of = A volume of the report
report-contents = Contents
report-glance = At a glance
report-vision = Vision
report-mission = Mission
report-values = Values
report-about = About this plan
report-others = Beside the goals
report-accountable = Accountable
report-progress = Progress
report-health = Health
report-status = Status
report-due = Due
report-budget = Budget
report-spent = Spent
report-period = Period
report-period-from = from { $start }
report-measures = Measures
report-measure = Measure
report-baseline = Baseline
report-latest = Latest
report-target = Target
report-trend = Trend
report-actions = Actions
report-action = Action
report-who = Who
report-when = When
report-how-much = How much
report-more-actions = { $count ->
    [one] One more action is on its page.
   *[other] { $count } more actions are on its page.
}
report-more-parts = { $count ->
    [one] One more part is in the outline.
   *[other] { $count } more parts are in the outline.
}
report-again = Also carried by
report-risks = Risks and plan Bs
report-risk = Risk
report-plan-b = Plan B
report-plan-bs = Plan Bs
report-score = Score
report-response = Response
report-prepared = What the plan Bs need
report-people = Who is accountable for what
report-definitions = How the measures are taken
report-unit = Unit
report-source = Source
report-ids = What the ids mean
report-more-ids = { $count ->
    [one] One more is in the outline.
   *[other] { $count } more are in the outline.
}
