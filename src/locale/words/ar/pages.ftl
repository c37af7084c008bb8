page-this = هذه الصفحة
page-speaks-of = تتحدث عن
family-plan = خطة
family-accountable = المسؤول: { $owner }
family-empty = لا شيء يتبع هذه الخطة بعد.
not-found-title = غير موجود
not-found-head = لا توجد صفحة هنا
not-found-lead = ربما تغيّر اسم العنصر أو خرج من الخطة. لا يقود عنوانه القديم إليه إلا ما دام مذكورًا بين أسمائه البديلة.
moved-title = انتقلت
moved-to = لهذه الصفحة { $address }.
moved-address = عنوان جديد

broken-no-item = لا يوجد عنصر كهذا
broken-no-file = لا يوجد ملف كهذا
broken-outside = هذا يقود إلى خارج الخطة
broken-forbidden = لا تُنشر الروابط من هذا النوع
