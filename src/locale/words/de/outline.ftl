outline-title = Der ganze Plan
outline-state = Stand
outline-shown-above = Was darunter liegt, steht weiter oben.
outline-on-its-page = Was darunter liegt, steht auf seiner Seite.
outline-below = Unter { $item }
outline-loose = { $kinds }, die nichts stützen
