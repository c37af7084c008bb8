outline-title = El plan completo
outline-state = Estado
outline-shown-above = Lo que está debajo aparece más arriba.
outline-on-its-page = Lo que está debajo figura en su página.
outline-below = Bajo { $item }
outline-loose = { $kinds } que no apoyan nada
