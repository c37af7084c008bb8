# The plan as files for other programs.

downloads-title = Descargas
downloads-lead = El plan completo, tal como lo muestra este sitio, en archivos para otros programas.
downloads-calendars = En la página de cada persona y equipo hay un calendario propio.
downloads-calendar = Calendario de vencimientos
download-xlsx = Libro de cálculo
download-xlsx-about = Una hoja por cada tipo de elemento, un cronograma y todas las lecturas, para Excel y LibreOffice.
download-csv = Tablas
download-csv-about = Un archivo por cada tipo de elemento, para hojas de cálculo e informes.
download-ical = Calendario
download-ical-about = Vencimientos, hitos y revisiones, para suscribirse o importar.
download-atom = Novedades
download-atom-about = Lo que se ha terminado, medido, valorado y revisado.
download-markdown = Texto
download-markdown-about = El plan completo en un archivo Markdown.
download-json = Datos
download-json-about = El plan en JSON, con todo lo que se deduce de él.
download-stratml = StratML, parte 2
download-stratml-about = Plan e informe de resultados según ISO 17469-2.
download-stratml-1 = StratML, parte 1
download-stratml-1-about = Plan estratégico según ISO 17469-1.
download-needs = sphinx-needs
download-needs-about = Los elementos como needs.json.
download-dot = Grafo para Graphviz
download-dot-about = Qué lleva a qué, en DOT.
download-mermaid = Grafo para Mermaid
download-mermaid-about = Qué lleva a qué, para Markdown que dibuja.
