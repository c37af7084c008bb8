# Plain pages, plans of a family, what is not there, and what has moved.

page-this = This page
page-speaks-of = Speaks of
family-plan = Plan
family-accountable = Accountable: { $owner }
family-empty = No item is part of this plan yet.
not-found-title = Not found
not-found-head = There is no page here
not-found-lead = The item may have been renamed or left the plan. Its old address leads on only while it is listed among the item’s aliases.
moved-title = Moved
moved-to = This page has { $address }.
moved-address = a new address

# Links that lead nowhere.
broken-no-item = there is no such item
broken-no-file = there is no such file
broken-outside = this leads out of the plan
broken-forbidden = links of this kind are not published
