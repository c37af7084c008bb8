roadmap-title = Roadmap
roadmap-lead = Was in jedem Quartal beginnt und fällig wird, nach Zielen.
roadmap-events = { $count ->
    [one] { $count } Termin
   *[other] { $count } Termine
}

event-milestone = Meilenstein
event-due = Fällig
event-starts = Beginnt
event-done = Erledigt
event-recurs = Kehrt wieder
event-review = Überprüfung fällig
event-late = Verspätet
event-more = { $count ->
    [one] und { $count } weiterer
   *[other] und { $count } weitere
}
