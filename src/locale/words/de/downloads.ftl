# The plan as files for other programs.

downloads-title = Downloads
downloads-lead = Der ganze Plan, wie diese Seiten ihn zeigen, als Dateien für andere Programme.
downloads-calendars = Auf der Seite jeder Person und jedes Teams steht ein eigener Kalender.
downloads-calendar = Kalender der Fälligkeiten
download-xlsx = Arbeitsmappe
download-xlsx-about = Ein Blatt für jede Art von Elementen, ein Zeitplan und alle Messwerte, für Excel und LibreOffice.
download-csv = Tabellen
download-csv-about = Eine Datei für jede Art von Elementen, für Tabellen und Auswertungen.
download-ical = Kalender
download-ical-about = Fälligkeiten, Meilensteine und Überprüfungen, zum Abonnieren oder Einlesen.
download-atom = Neues
download-atom-about = Was abgeschlossen, gemessen, beurteilt und überprüft wurde.
download-markdown = Text
download-markdown-about = Der ganze Plan in einer Markdown-Datei.
download-json = Daten
download-json-about = Der Plan als JSON, mit allem, was daraus folgt.
download-stratml = StratML, Teil 2
download-stratml-about = Leistungsplan und -bericht nach ISO 17469-2.
download-stratml-1 = StratML, Teil 1
download-stratml-1-about = Strategischer Plan nach ISO 17469-1.
download-needs = sphinx-needs
download-needs-about = Die Elemente als needs.json.
download-dot = Graph für Graphviz
download-dot-about = Was zu was führt, in DOT.
download-mermaid = Graph für Mermaid
download-mermaid-about = Was zu was führt, für Markdown, das zeichnet.
