frame-skip = Zum Inhalt springen
frame-menu = Menü
frame-nav = Bereiche
frame-made-with = Erstellt mit planwright
frame-colours-auto = Farben: System
frame-colours-light = Farben: hell
frame-colours-dark = Farben: dunkel

nav-plan = Plan
nav-parts = Inhalt
nav-time = Termine
nav-progress = Stand
nav-people = Beteiligte
nav-trace = Rückverfolgung
nav-reading = Lesestoff
nav-home = Überblick
nav-outline = Gliederung
nav-problems = Mängel
