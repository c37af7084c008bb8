# The risks.

risks-low = Low
risks-moderate = Moderate
risks-high = High
risks-critical = Critical
risks-avoid = avoid
risks-reduce = reduce
risks-transfer = transfer
risks-accept = accept
risks-map = How likely, how bad
risks-map-note = Open risks by likelihood and impact. The score is one times the other.
risks-likelihood = Likelihood
risks-impact = Impact
risks-likelihood-1 = Rare
risks-likelihood-2 = Unlikely
risks-likelihood-3 = Possible
risks-likelihood-4 = Likely
risks-likelihood-5 = Almost certain
risks-impact-1 = Hardly felt
risks-impact-2 = Minor
risks-impact-3 = Serious
risks-impact-4 = Grave
risks-impact-5 = The plan fails
risks-more = and { $count } more
risks-unscored = { $count ->
    [one] { $count } open risk has no score
   *[other] { $count } open risks have no score
}
risks-closed = { $count ->
    [one] { $count } is no longer open
   *[other] { $count } are no longer open
}
risks-scores = scores { $from } to { $to }
risks-register = Register
risks-id = Id
risks-score = Score
risks-response = Response
risks-threatens = Threatens
risks-answers = Ready for it
risks-status = Status
risks-owner = Owner
risks-team = Team
risks-level = Gravity
risks-mitigated = Mitigated by
risks-nothing = Nothing yet
