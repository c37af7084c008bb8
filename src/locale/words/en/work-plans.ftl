# Work plans.

work-plans-title = Work plans
work-plans-lead = How many actions each year has, for all and for each team.
work-plans-of = Work plan { $year }
work-plans-whole = All teams
work-plans-closed = { $count } closed
work-plans-actions = Actions
work-plans-done = Done or dropped
work-plans-budgets = Budgets
work-plans-budgets-note = of these actions, for all their years
work-plans-turn = Other work plans
work-plans-teams = By team:
work-plans-id = Id
work-plans-action = Action
work-plans-who = Who
work-plans-when = When
work-plans-budget = Budget
work-plans-measured = Measured by
work-plans-state = State
work-plans-step-reached = { $day }, reached
work-plans-step-late = { $day }, late
