# The board.

board-title = Board
board-no-state = No status
board-more = and { $count } more
board-states = Jump to a column
