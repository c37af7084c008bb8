page-this = Cette page
page-speaks-of = Parle de
family-plan = Plan
family-accountable = Responsable : { $owner }
family-empty = Rien ne fait encore partie de ce plan.
not-found-title = Introuvable
not-found-head = Il n’y a pas de page ici
not-found-lead = L’élément a peut-être été renommé ou a quitté le plan. Son ancienne adresse ne mène plus loin que tant qu’elle figure parmi ses alias.
moved-title = Déplacé
moved-to = Cette page a { $address }.
moved-address = une nouvelle adresse

broken-no-item = cet élément n’existe pas
broken-no-file = ce fichier n’existe pas
broken-outside = ceci mène hors du plan
broken-forbidden = les liens de ce genre ne sont pas publiés
