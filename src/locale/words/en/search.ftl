# Search: the dialog over any page, and the page of search.

search-title = Search
search-label = Search the plan
search-close = Close
search-kind = Kind
search-status = Status
search-owner = Owner
search-any = Any
search-kind-page = Page
search-kind-person = Person
search-kind-team = Team

## What the script says. What stands in braces is filled in by the script.

search-found = Found: { $count }.
search-none = Nothing found.
search-near = Also looked for: { $words }.
search-some = Nothing has all of these words; this has some of them.
search-begins = More words begin like this: go on typing to see them.
search-common = This word stands nearly everywhere; add another one.
search-all = All results, with filters
search-next = Show { $count } more
search-failed = Search could not be loaded. Is the site’s folder complete? Load the page again to try once more.
search-no-script = Search needs JavaScript, which is switched off in this browser.
search-outline = The outline shows the whole plan.

search-how = How to search
search-how-words = All words count. An entry is found by its id, title, tags, owner and text; a word in the id or title weighs most.
search-how-begin = The beginning of a word is enough. Case, accents and punctuation do not matter.
search-how-typo = A word that stands nearly nowhere is taken for misspelt, and similar words are looked for too. Ids and numbers must be exact.
search-how-common = Words that stand in the text of more than 4,000 entries are found only in titles, tags and names.
search-how-keys = The key / opens search on any page. Arrows go through the results, Enter opens one, Escape closes.
search-how-address = This page’s address holds words and filters: copy it to share a search.
search-key = Open search with the key /
