# The strategy map.

map-title = Strategy map
map-lead = What leads to what, from the work at the foot to the goals at the top.
map-description = Boxes in bands from top to bottom: { $bands }. Arrows lead from cause to effect. The list below says the same in words.
map-no-perspective = No perspective
map-left-out = There is no room here for { $items }. They are in the
map-items = { $count } { $kind }
map-outline = outline
map-words = The map in words
map-leads = leads to
map-waits = waits for
map-relates = has to do with
map-key-leads = leads to
map-key-waits = must come first
map-key-relates = has to do with
map-key-done = how far it has come
