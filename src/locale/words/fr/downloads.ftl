# The plan as files for other programs.

downloads-title = Téléchargements
downloads-lead = Le plan entier, tel que ce site le montre, en fichiers pour d’autres programmes.
downloads-calendars = La page de chaque personne et de chaque équipe a son propre calendrier.
downloads-calendar = Calendrier des échéances
download-xlsx = Classeur
download-xlsx-about = Une feuille par type d’élément, un calendrier et tous les relevés, pour Excel et LibreOffice.
download-csv = Tableaux
download-csv-about = Un fichier par type d’élément, pour tableurs et rapports.
download-ical = Calendrier
download-ical-about = Échéances, jalons et revues, à suivre ou à importer.
download-atom = Nouvelles
download-atom-about = Ce qui a été achevé, relevé, jugé et revu.
download-markdown = Texte
download-markdown-about = Le plan entier en un fichier Markdown.
download-json = Données
download-json-about = Le plan en JSON, avec tout ce qui en découle.
download-stratml = StratML, partie 2
download-stratml-about = Plan et rapport de performance selon ISO 17469-2.
download-stratml-1 = StratML, partie 1
download-stratml-1-about = Plan stratégique selon ISO 17469-1.
download-needs = sphinx-needs
download-needs-about = Les éléments en needs.json.
download-dot = Graphe pour Graphviz
download-dot-about = Ce qui mène à quoi, en DOT.
download-mermaid = Graphe pour Mermaid
download-mermaid-about = Ce qui mène à quoi, pour le Markdown qui dessine.
