board-title = Tafel
board-no-state = Ohne Status
board-more = und { $count } weitere
board-states = Zu einer Spalte springen
