# The timeline.

timeline-title = Timeline
timeline-other = Other work
timeline-lead = { $count ->
    [one] { $count } item with a date, by goal and strategy.
   *[other] { $count } items with dates, by goal and strategy.
}
timeline-lead-split = { $count ->
    [one] { $count } item with a date, on a page for each goal.
   *[other] { $count } items with dates, on a page for each goal.
}
timeline-lead-part = { $count ->
    [one] { $count } item of the { $all } with dates.
   *[other] { $count } items of the { $all } with dates.
}
timeline-zoom = Scale
timeline-zoom-years = Years
timeline-zoom-quarters = Quarters
timeline-zoom-months = Months
timeline-open-all = Open all
timeline-close-all = Close all
timeline-region = Bars over time
timeline-quarter = Q{ $quarter }
timeline-from = from { $day }
timeline-done = done { $day }
timeline-was = first due { $day }
timeline-late = Late
timeline-after = after
timeline-clash = begins before the end of
timeline-below = Below { $item }
timeline-bars = { $count ->
    [one] Timeline of { $count } item
   *[other] Timeline of { $count } items
}
timeline-undated = Without a date
timeline-undated-note = Work of the plan that has no place in time yet.
timeline-undated-more = and { $count } more
timeline-key-progress = under way, with the part that is done
timeline-key-late = late, up to today
timeline-key-milestone = milestone
timeline-key-point = only the due date is known
timeline-key-endless = without an end
timeline-key-ghost = first due, and where that has moved
timeline-key-arrow = waits for another
timeline-key-today = today, { $day }
