outline-title = الخطة كاملة
outline-state = الحالة
outline-shown-above = ما تحته معروض أعلاه.
outline-on-its-page = ما تحته معروض في صفحته.
outline-below = تحت { $item }
outline-loose = { $kinds } التي لا تدعم شيئًا
