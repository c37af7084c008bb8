board-title = اللوحة
board-no-state = بلا حالة
board-states = الانتقال إلى عمود
