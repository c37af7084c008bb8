# The plan as files for other programs.

downloads-title = Downloads
downloads-lead = The whole plan, as this site shows it, in files for other programs.
downloads-calendars = On the page of each person and team is a calendar of their own.
downloads-calendar = Calendar of what is due
download-xlsx = Workbook
download-xlsx-about = A sheet for each kind of items, a timeline and all readings, for Excel and LibreOffice.
download-csv = Tables
download-csv-about = A file for each kind of items, for spreadsheets and reporting tools.
download-ical = Calendar
download-ical-about = Due dates, milestones and reviews; subscribe to it or import it.
download-atom = News
download-atom-about = A feed of what was finished, read, judged and reviewed.
download-markdown = Text
download-markdown-about = The whole plan in one Markdown file.
download-json = Data
download-json-about = The plan as JSON, with all that is worked out.
download-stratml = StratML, Part 2
download-stratml-about = Performance plan and report by ISO 17469-2.
download-stratml-1 = StratML, Part 1
download-stratml-1-about = Strategic plan by ISO 17469-1.
download-needs = sphinx-needs
download-needs-about = The items as needs.json.
download-dot = Graph for Graphviz
download-dot-about = Who leads to whom, in DOT.
download-mermaid = Graph for Mermaid
download-mermaid-about = Who leads to whom, for Markdown that draws.
