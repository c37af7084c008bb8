# The board.

board-title = Board
board-no-state = No status
board-states = Jump to a column
