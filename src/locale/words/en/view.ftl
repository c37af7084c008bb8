# Views of the plan within a text.

view-label = A view of the plan
view-not-understood = There should be a view of the plan here, but it cannot be understood.
view-empty = Nothing in the plan fits this at present.
view-hidden = { $count ->
    [one] { $count } more is not shown.
    *[other] { $count } more are not shown.
}
view-left-out = { $count ->
    [one] { $count } item is left out, as the filter cannot be worked out there.
    *[other] { $count } items are left out, as the filter cannot be worked out there.
}
view-items = { $count ->
    [one] item
    *[other] items
}
view-matrix = What has to do with what
view-nothing-across = Nothing stands across from these.
view-directly = directly
view-through-others = through others
view-timeline = When each begins and is due
view-item = Item
view-from-and-to = From and to
view-no-dates = None of these has a date.
view-no-due = no due date
view-today = today
view-without = No { LOWER($field) }
view-is-not = Not { LOWER($field) }
