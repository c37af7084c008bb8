# The plan as files for other programs.

downloads-title = التنزيلات
downloads-lead = الخطة كاملةً كما يعرضها هذا الموقع، في ملفات لبرامج أخرى.
downloads-calendars = في صفحة كل شخص وكل فريق تقويم خاص به.
downloads-calendar = تقويم المواعيد
download-xlsx = مصنف
download-xlsx-about = ورقة لكل نوع من العناصر، وجدول زمني، وكل القراءات، لبرنامجي Excel وLibreOffice.
download-csv = جداول
download-csv-about = ملف لكل نوع من العناصر، للجداول الحسابية وأدوات التقارير.
download-ical = تقويم
download-ical-about = المواعيد والمعالم والمراجعات، للاشتراك أو الاستيراد.
download-atom = الجديد
download-atom-about = ما أُنجز وقيس وقُيّم ورُوجع.
download-markdown = نص
download-markdown-about = الخطة كاملةً في ملف Markdown واحد.
download-json = بيانات
download-json-about = الخطة بصيغة JSON مع كل ما ينتج عنها.
download-stratml = StratML، الجزء 2
download-stratml-about = خطة الأداء وتقريره وفق ISO 17469-2.
download-stratml-1 = StratML، الجزء 1
download-stratml-1-about = الخطة الاستراتيجية وفق ISO 17469-1.
download-needs = sphinx-needs
download-needs-about = العناصر في needs.json.
download-dot = رسم لبرنامج Graphviz
download-dot-about = ما يقود إلى ماذا، بلغة DOT.
download-mermaid = رسم لبرنامج Mermaid
download-mermaid-about = ما يقود إلى ماذا، لنصوص Markdown التي ترسم.
