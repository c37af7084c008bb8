# Who does what.

people-title = People
people-everybody = Everybody
people-in-no-team = In no team
people-name = Name
people-accountable-for = Accountable for
people-open = Open
people-late = Late
people-contributes-to = Contributes to
# After a number, where there is no room for a table's heads.
people-so-many-owned = owned
people-so-many-open = open
people-so-many-late = late
people-so-many-contributed-to = contributed to
people-consulted-on = Is consulted on
people-informed-of = Is informed of
people-not-reported = Past due, not reported
people-due-next = Due next
people-answers-for = Answers for
people-closed = Done or dropped
people-team = Team
