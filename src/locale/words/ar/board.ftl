board-title = اللوحة
board-no-state = بلا حالة
board-more = و{ $count } أخرى
board-states = الانتقال إلى عمود
