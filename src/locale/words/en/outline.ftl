# The whole plan as a tree.

outline-title = The whole plan
outline-state = State
outline-shown-above = What is below is shown above.
outline-on-its-page = What is below is on its page.
outline-below = Below { $item }
outline-loose = { $kinds } that support nothing
