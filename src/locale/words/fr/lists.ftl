# Longues listes en pages et tableaux à trier.

list-title = { $title }, page { $number }
list-pages = Pages
list-previous = Précédent
list-next = Suivant
list-filter-here = Le filtre et l’ordre valent pour cette page, de { $first } à { $last }.
list-search-all = Chercher parmi les { $count }
list-search = Chercher dans tout le plan
list-outline-part = Cette page montre une partie du plan ; le filtre ne regarde qu’elle.
list-outline-all = { $count ->
    [one] l’élément au-dessous
   *[other] les { $count } au-dessous
}
list-outline-more = { $count ->
    [one] un de plus sur sa page
   *[other] { $count } de plus sur sa page
}
list-more = { $count ->
    [one] et un de plus
   *[other] et { $count } de plus
}
