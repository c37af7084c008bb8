board-title = Tafel
board-no-state = Ohne Status
board-states = Zu einer Spalte springen
