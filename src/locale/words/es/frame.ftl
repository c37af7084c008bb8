frame-skip = Ir al contenido
frame-menu = Menú
frame-nav = Secciones
frame-made-with = Hecho con planwright
frame-colours-auto = Colores: sistema
frame-colours-light = Colores: claros
frame-colours-dark = Colores: oscuros

nav-plan = Plan
nav-parts = Contenido
nav-time = Tiempo
nav-progress = Avance
nav-people = Personas
nav-trace = Trazabilidad
nav-reading = Lecturas
nav-home = Panorama
nav-outline = Esquema
nav-problems = Problemas
