frame-skip = انتقل إلى المحتوى
frame-menu = القائمة
frame-nav = الأقسام
frame-made-with = أُعدّ باستخدام planwright
frame-colours-auto = الألوان: النظام
frame-colours-light = الألوان: فاتحة
frame-colours-dark = الألوان: داكنة

nav-plan = الخطة
nav-parts = المحتويات
nav-time = الزمن
nav-progress = التقدّم
nav-people = الأشخاص
nav-trace = التتبّع
nav-reading = للقراءة
nav-home = نظرة عامة
nav-outline = المخطط
nav-problems = المشكلات
