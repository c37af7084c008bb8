# Lange Listen auf Seiten und Tabellen, die sich ordnen lassen.

list-title = { $title }, Seite { $number }
list-pages = Seiten
list-previous = Zurück
list-next = Weiter
list-filter-here = Filter und Reihenfolge gelten für diese Seite, { $first } bis { $last }.
list-search-all = Alle { $count } durchsuchen
list-search = Den ganzen Plan durchsuchen
list-outline-part = Diese Seite zeigt einen Teil des Plans; nur darin sucht der Filter.
list-outline-all = { $count ->
    [one] das eine darunter
   *[other] alle { $count } darunter
}
list-outline-more = { $count ->
    [one] eines mehr auf seiner Seite
   *[other] { $count } mehr auf seiner Seite
}
list-more = { $count ->
    [one] und eines mehr
   *[other] und { $count } mehr
}
