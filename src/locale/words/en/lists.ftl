# Long lists in pages, and tables that can be sorted.

list-title = { $title }, page { $number }
list-pages = Pages
list-previous = Previous
list-next = Next
list-filter-here = The filter and the order are those of this page, { $first } to { $last }.
list-search-all = Search all { $count }
list-search = Search the whole plan
list-outline-part = This page shows a part of the plan, and the filter looks at that.
list-outline-all = { $count ->
    [one] the one below
   *[other] all { $count } below
}
list-outline-more = { $count ->
    [one] one more on its page
   *[other] { $count } more on its page
}
list-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
