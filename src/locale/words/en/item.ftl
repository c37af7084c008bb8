# The page of an item.

item-thread = Line of sight
item-gap = The thread is broken here: nothing leads from this to the top of the plan.
item-also-bears-on = Also bears on { $chain }
item-also-serves = Also serves { $chain }
item-more-ways = And there are more ways to the top.
item-facts = Facts
item-more-in-outline = and { $count } more in the outline
item-readings = Readings
item-in-words = In words
item-result = Result
item-undated = no day given
item-kept = Kept from where it came from
item-risks = Risks and plan Bs
item-mentions = Mentioned in
item-accepted = Accepted, { $rule }:
item-neighbours = Neighbours
item-previous = Previous
item-next = Next

# What a reader looks for first.
figures-trigger = Trigger
figures-status = Status
figures-completed = on { $day }
figures-since = since { $day }
figures-from = from { $day }
figures-due = Due
figures-moved = { $times ->
    [1] moved once
    [2] moved twice
    *[other] moved { $times } times
}
figures-moved-by = { $moved }, by { $days }
figures-moved-forward = { $moved }, by { $days } forward
figures-repeats = repeats { $rhythm }
figures-latest = Latest reading
figures-expected = Expected by then
figures-attainment = Attainment
figures-attainment-note = of the way from baseline to target
figures-progress = Progress
figures-time-passed = { $percent } of its time has passed
figures-health = Health
figures-stale = Nobody has looked for too long; it was { $health }
figures-stated = stated { $day }
figures-computed = By the figures: { $health }
figures-computed-why = By the figures: { $health }, { $reason }

# The facts beside the text.
facts-accountable = Accountable
facts-contributing = Contributing
facts-consulted = Consulted
facts-informed = Informed
facts-team = Team
facts-budget = Budget
facts-spent = Spent
facts-sum-of-parts = the sum of its parts
facts-parts = its parts: { $money }
facts-priority = Priority
facts-likelihood = Likelihood
facts-impact = Impact
facts-score = Score
facts-response = Response
facts-level = Level
facts-evidence = Shown by
facts-reviewed = Reviewed
facts-weight = Weight
facts-tags = Tags
facts-part-of = Part of
facts-baseline = Baseline
facts-steps = On the way
facts-target = Target
facts-forecast = the trend leads to { $value }
facts-source = Source

# What an item has to do with others.
related-carried-by = Carried by { $parts }
related-likelihood = likelihood { $level }
related-impact = impact { $level }
related-response = response: { LOWER($response) }
related-below = When { $measure } reads below { $limit }
related-below-by = When { $measure } reads below { $limit } by { $day }
related-above = When { $measure } reads above { $limit }
related-above-by = When { $measure } reads above { $limit } by { $day }
related-late = When { $item } is more than { $lag } late
related-measures = Measures
related-threatens = Threatens
related-answers = Plan B for
related-watches = Watches
related-mitigates = Mitigates
related-mitigated-by = Mitigated by
related-waits-for = Waits for
related-holds-up = Holds up
related-continues = Continues
related-continued-by = Continued by
related-see-also = See also
related-seen-from = Referred to by
related-lag = and { $lag } more
related-lag-noted = and { $lag } more; { $note }

# A measure or a risk in a list.
listing-score = score { $score } of 25
listing-latest-and-target = { $latest }, target { $target }
listing-target = target { $target }
