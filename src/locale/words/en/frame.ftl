# What stands around every page.

frame-skip = Skip to the content
frame-menu = Menu
frame-nav = Sections
frame-made-with = Made with planwright
frame-edition-label = Edition
frame-edition = Edition “{ $name }”: sums and progress count what it shows
frame-edition-restricted = Edition “{ $name }”: not for everybody
frame-colours-auto = Colours: system
frame-colours-light = Colours: light
frame-colours-dark = Colours: dark

nav-plan = Plan
nav-parts = Contents
nav-time = Time
nav-progress = Progress
nav-people = People
nav-trace = Traceability
nav-reading = Reading
nav-home = Overview
nav-outline = Outline
nav-problems = Problems
