# The calendar.

calendar-title = Calendar
calendar-lead = How much begins, falls due, is done, comes again or is to be reviewed in each month.
calendar-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
calendar-turn = Other months
calendar-today = Today
