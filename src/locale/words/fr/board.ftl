board-title = Tableau
board-no-state = Sans statut
board-more = et { $count } de plus
board-states = Aller à une colonne
