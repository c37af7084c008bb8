page-this = Esta página
page-speaks-of = Trata de
family-plan = Plan
family-accountable = Responsable: { $owner }
family-empty = Todavía nada forma parte de este plan.
not-found-title = No encontrado
not-found-head = Aquí no hay ninguna página
not-found-lead = Puede que el elemento haya cambiado de nombre o salido del plan. Su antigua dirección solo lleva a él mientras figure entre sus alias.
moved-title = Trasladado
moved-to = Esta página tiene { $address }.
moved-address = una nueva dirección

broken-no-item = no existe tal elemento
broken-no-file = no existe tal archivo
broken-outside = esto lleva fuera del plan
broken-forbidden = los enlaces de este tipo no se publican
