# The roadmap, and what happens on it and in the calendar.

roadmap-title = Roadmap
roadmap-lead = What begins and falls due in each quarter, by goal.
roadmap-events = { $count ->
    [one] { $count } date
   *[other] { $count } dates
}

event-milestone = Milestone
event-due = Due
event-starts = Begins
event-done = Done
event-recurs = Comes again
event-review = Review due
event-late = Late
event-more = and { $count } more
