board-title = Tablero
board-no-state = Sin estado
board-more = y { $count } más
board-states = Ir a una columna
