# Búsqueda: el cuadro de diálogo sobre cada página y la página de búsqueda.

search-title = Búsqueda
search-label = Buscar en el plan
search-close = Cerrar
search-kind = Tipo
search-status = Estado
search-owner = Responsable
search-any = Todos
search-kind-page = Página
search-kind-person = Persona
search-kind-team = Equipo

## Lo que dice el script. Lo que está entre llaves lo completa el script.

search-found = Resultados: { $count }.
search-none = No se encontró nada.
search-near = También se buscó: { $words }.
search-some = Nada contiene todas estas palabras; esto contiene algunas.
search-begins = Hay más palabras que empiezan así: siga escribiendo para verlas.
search-common = Esta palabra está en casi todas partes; añada otra.
search-all = Todos los resultados, con filtros
search-next = Mostrar { $count } más
search-failed = No se pudo cargar la búsqueda. ¿Está completa la carpeta del sitio? Vuelva a cargar la página para intentarlo de nuevo.
search-no-script = La búsqueda necesita JavaScript, que está desactivado en este navegador.
search-outline = El esquema muestra todo el plan.

search-how = Cómo buscar
search-how-words = Cuentan todas las palabras. Una entrada se encuentra por su identificador, título, etiquetas, responsable y texto; pesa más una palabra del identificador o del título.
search-how-begin = Basta el comienzo de una palabra. Mayúsculas, acentos y puntuación no importan.
search-how-typo = Una palabra que no está casi en ninguna parte se toma por mal escrita y se buscan también palabras parecidas. Identificadores y números deben ser exactos.
search-how-common = Las palabras que están en el texto de más de 4000 entradas solo se encuentran en títulos, etiquetas y nombres.
search-how-keys = La tecla / abre la búsqueda en cualquier página. Las flechas recorren los resultados, Intro abre uno, Escape cierra.
search-how-address = La dirección de esta página contiene palabras y filtros: cópiela para compartir una búsqueda.
search-key = Abrir la búsqueda con la tecla /
