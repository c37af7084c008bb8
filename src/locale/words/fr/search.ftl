# Recherche : la boîte de dialogue sur chaque page et la page de recherche.

search-title = Recherche
search-label = Rechercher dans le plan
search-close = Fermer
search-kind = Type
search-status = Statut
search-owner = Responsable
search-any = Tous
search-kind-page = Page
search-kind-person = Personne
search-kind-team = Équipe

## Ce que dit le script. Ce qui est entre accolades est complété par le script.

search-found = Résultats : { $count }.
search-none = Aucun résultat.
search-near = Également cherché : { $words }.
search-some = Rien ne contient tous ces mots ; voici ce qui en contient certains.
search-begins = D’autres mots commencent ainsi : continuez à taper pour les voir.
search-common = Ce mot figure presque partout ; ajoutez-en un autre.
search-all = Tous les résultats, avec filtres
search-next = Afficher { $count } de plus
search-failed = La recherche n’a pas pu être chargée. Le dossier du site est-il complet ? Rechargez la page pour réessayer.
search-no-script = La recherche a besoin de JavaScript, désactivé dans ce navigateur.
search-outline = La vue d’ensemble montre tout le plan.

search-how = Comment chercher
search-how-words = Tous les mots comptent. Une entrée se trouve par son identifiant, son titre, ses étiquettes, son responsable et son texte ; un mot de l’identifiant ou du titre pèse le plus.
search-how-begin = Le début d’un mot suffit. Majuscules, accents et ponctuation sont sans importance.
search-how-typo = Un mot presque introuvable est tenu pour mal écrit, et des mots semblables sont cherchés aussi. Identifiants et nombres doivent être exacts.
search-how-common = Les mots présents dans le texte de plus de 4 000 entrées ne sont cherchés que dans les titres, les étiquettes et les noms.
search-how-keys = La touche / ouvre la recherche sur chaque page. Les flèches parcourent les résultats, Entrée en ouvre un, Échap ferme.
search-how-address = L’adresse de cette page contient les mots et les filtres : copiez-la pour partager une recherche.
search-key = Ouvrir la recherche avec la touche /
