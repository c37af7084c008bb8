# The scorecard.

scorecard-title = Scorecard
scorecard-title-of = Scorecard of { $id } { $title }
scorecard-other = Measures that lead to no goal
scorecard-whole = All measures
scorecard-number = { $count ->
    [one] { $count } measure
   *[other] { $count } measures
}
scorecard-show = { $count ->
    [one] The measure
   *[other] The { $count } measures
}
scorecard-done = { $percent } done
scorecard-key-reading = Reading
scorecard-key-expected = Expected
scorecard-key-forecast = Forecast
scorecard-key-target = Target
scorecard-latest = Latest
scorecard-expected = Expected
scorecard-target = Target
scorecard-attained = { $percent } of the way
scorecard-held = { $percent } held
scorecard-table = The figures
scorecard-id = Id
scorecard-measure = Measure
scorecard-baseline = Baseline
scorecard-next = Next step
scorecard-forecast = Forecast
scorecard-attainment = Attainment
scorecard-health = Health
scorecard-no-chart = Not enough readings for a chart yet.
scorecard-pages = Pages
scorecard-previous = Previous page
scorecard-following = Next page
