# The plans of a family. Further words of theirs are in pages.ftl.

family-plans = Plans
family-lead = One plan above all, and those that serve it.
family-whole = The whole
family-other = Without a horizon
family-items = { $count ->
    [one] { $count } item
    *[other] { $count } items
}
family-late = { $count } late
family-all-items = Items
family-open = Open
family-late-items = Late
family-health = Health
family-tops = What it aims at
family-next = Due next
family-what-is-late = What is late
family-serves = What it serves
family-served-by = What serves it
family-links = { $count ->
    [one] { $count } link
    *[other] { $count } links
}
family-ties = How the plans serve one another
family-ties-lead = So many items of the plan on the left support, measure, threaten, mitigate or answer an item of the plan above.
family-serving = Plan
