# The words for what a plan can say: states, levels, kinds.

status-proposed = Proposed
status-planned = Planned
status-active = Active
status-on-hold = On hold
status-done = Done
status-dropped = Dropped

health-on-track = On track
health-at-risk = At risk
health-off-track = Off track
health-unknown = Not known

trigger-watched = Watched by people
trigger-armed = Armed
trigger-tripped = Tripped
trigger-expired = Expired

severity-error = Error
severity-warning = Warning
severity-hint = Hint

priority-low = Low
priority-medium = Medium
priority-high = High
priority-critical = Critical

level-input = Input
level-activity = Activity
level-output = Output
level-outcome = Outcome

response-avoid = Avoid
response-reduce = Reduce
response-transfer = Transfer
response-accept = Accept

# Why a health was computed.
reason-done = done
reason-no-data = nothing is known yet
reason-unreported = past due, and nobody has said whether it is done
reason-late = past its due date
reason-not-started = should have begun
reason-in-time = within its dates
reason-readings = latest reading against what was expected by then
reason-parts = its parts: { $parts }
reason-on-track = { $count } on track
reason-at-risk = { $count } at risk
reason-off-track = { $count } off track

# Kinds of items, one and several, where the plan has no words of its own.
kind-goal = Goal
kind-goals = Goals
kind-objective = Objective
kind-objectives = Objectives
kind-strategy = Strategy
kind-strategies = Strategies
kind-action = Action
kind-actions = Actions
kind-milestone = Milestone
kind-milestones = Milestones
kind-measure = Measure
kind-measures = Measures
kind-risk = Risk
kind-risks = Risks
kind-contingency = Plan B
kind-contingencies = Plan Bs
kind-own = Own
kind-page = Page

horizon-strategic = Strategic plan
horizon-tactical = Tactical plan
horizon-operational = Operational plan
horizon-contingency = Contingency plan

# A number of items of a kind; `one` and `many` are what the plan calls them.
count-of-kind = { $count ->
    [one] { $count } { LOWER($one) }
    *[other] { $count } { LOWER($many) }
}
# A label within a sentence: a built-in one, one of the plan's own.
in-a-sentence = { LOWER($label) }
own-in-a-sentence = { LOWER($label) }
# Small numbers in words, from none to twelve.
numbers-in-words = none one two three four five six seven eight nine ten eleven twelve
yes = yes
no = no
some-of-all = { $number } of { $all }
and-more = and { $count } more
# After a name or a label.
colon = { $label }:
# Between the names of a list.
comma = ,
# From the top of a chain to what is below it.
arrow = →

# Lengths of time.
lag-years = { $count ->
    [one] { $count } year
    *[other] { $count } years
}
lag-months = { $count ->
    [one] { $count } month
    *[other] { $count } months
}
lag-weeks = { $count ->
    [one] { $count } week
    *[other] { $count } weeks
}
lag-days = { $count ->
    [one] { $count } day
    *[other] { $count } days
}

# How often something comes again.
repeats-days = { $every ->
    [one] every day
    *[other] every { $every } days
}
repeats-weeks = { $every ->
    [one] every week
    *[other] every { $every } weeks
}
repeats-months = { $every ->
    [one] every month
    [3] every quarter
    *[other] every { $every } months
}
repeats-years = { $every ->
    [one] every year
    *[other] every { $every } years
}
repeats-on-weekdays = { $rhythm } on { $days }
repeats-on-nth = { $nth ->
    [1] { $rhythm } on the first { $day }
    [2] { $rhythm } on the second { $day }
    [3] { $rhythm } on the third { $day }
    [4] { $rhythm } on the fourth { $day }
    *[other] { $rhythm } on the last { $day }
}
repeats-on-last-day = { $rhythm } on the last day
repeats-on-day = { $rhythm } on day { $day }
repeats-times = { $count ->
    [one] { $rhythm }, once
    *[other] { $rhythm }, { $count } times
}
repeats-until = { $rhythm } until { $day }
