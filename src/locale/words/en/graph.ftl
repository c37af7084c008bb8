# What an item has to do with others, drawn.

graph-heading = How it hangs together
graph-title = What { $id } has to do with others
graph-part-of = { $words } ({ $shown } of { $all })
graph-supports = Supports
graph-measures = Measures
graph-threatens = Threatens
graph-answers = Plan B for
graph-carried-by = Carried by
graph-waits-for = Waits for
graph-threatened-by = Threatened by
graph-mitigated-by = Mitigated by
graph-holds-up = Holds up
graph-measured-by = Measured by
graph-mitigates = Mitigates
graph-answered-by = Plan B
