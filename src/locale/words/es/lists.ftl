# Listas largas en páginas y tablas que se pueden ordenar.

list-title = { $title }, página { $number }
list-pages = Páginas
list-previous = Anterior
list-next = Siguiente
list-filter-here = El filtro y el orden son los de esta página, del { $first } al { $last }.
list-search-all = Buscar entre los { $count }
list-search = Buscar en todo el plan
list-outline-part = Esta página muestra una parte del plan, y solo en ella busca el filtro.
list-outline-all = { $count ->
    [one] el que está debajo
   *[other] los { $count } que están debajo
}
list-outline-more = { $count ->
    [one] uno más en su página
   *[other] { $count } más en su página
}
list-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
