board-title = Tableau
board-no-state = Sans statut
board-states = Aller à une colonne
