outline-title = Le plan entier
outline-state = État
outline-shown-above = Ce qui est en dessous figure plus haut.
outline-on-its-page = Ce qui est en dessous figure sur sa page.
outline-below = Sous { $item }
outline-loose = { $kinds } sans lien vers le haut
