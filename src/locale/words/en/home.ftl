# The plan on a page.

home-vision = Vision
home-on-course = Is the plan on course?
home-verdict = The plan is { $health }: { $why }.
# Whether the plan is so, within the sentence above.
home-plan-on-track = on track
home-plan-at-risk = at risk
home-plan-off-track = off track
home-so-many-on-track = { $number ->
    [one] { $number-in-words } of { $all-in-words } { LOWER($kinds) } is on track
    *[other] { $number-in-words } of { $all-in-words } { LOWER($kinds) } are on track
}
home-so-many-at-risk = { $number ->
    [one] { $number-in-words } is at risk
    *[other] { $number-in-words } are at risk
}
home-so-many-off-track = { $number ->
    [one] { $number-in-words } is off track
    *[other] { $number-in-words } are off track
}

home-work-done = Work done
home-kind-done = { $kinds } done
home-late-count = { $count } late
home-measures-on-track = Measures on track
home-not-judged = { $count } cannot be judged
home-budget = Budget
home-spent = Spent
home-of-budget = of { $money }

home-decisions = Needs a decision
home-more-decisions = { $count ->
    [one] { $count } more is in the outline
    *[other] { $count } more are in the outline
}
home-overdue = Overdue
home-not-reported = Not reported
home-was-due = { $kind }, due { $due }
home-was-due-noted = { $kind }, due { $due }. { $note }
home-was-due-silent = { $kind }, due { $due }; nobody has said whether it is done

home-outline = The whole plan as an outline
home-done = { $percent } done
home-late = Late:
home-next = Coming up
home-plans = Plans in this family
home-items = { $count ->
    [one] { $count } item
    *[other] { $count } items
}
home-plan-bs = Plan Bs that stand ready
home-about = About this plan
home-values = What we hold to
home-stakeholders = Who it is for, and who does it
home-performer = Does a part. { $text }
home-beneficiary = Has a gain. { $text }
home-pages = To read with it
home-as-of = As of { $day }
home-revision = Revision { $revision }
home-problems = { $count ->
    [one] { $count } problem
    *[other] { $count } problems
}
