board-title = Tablero
board-no-state = Sin estado
board-states = Ir a una columna
