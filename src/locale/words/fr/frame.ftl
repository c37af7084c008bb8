frame-skip = Aller au contenu
frame-menu = Menu
frame-nav = Rubriques
frame-made-with = Réalisé avec planwright
frame-colours-auto = Couleurs : système
frame-colours-light = Couleurs : clair
frame-colours-dark = Couleurs : sombre

nav-plan = Plan
nav-parts = Contenu
nav-time = Calendrier
nav-progress = Avancement
nav-people = Personnes
nav-trace = Traçabilité
nav-reading = Lectures
nav-home = Vue d’ensemble
nav-outline = Arborescence
nav-problems = Anomalies
