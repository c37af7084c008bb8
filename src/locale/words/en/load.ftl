# Teams, and how much somebody has in hand. Further words are in people.ftl.

people-teams = Teams
people-in-team = People
people-health = Health
people-at-once = At once
people-so-many-at-once = at once
load-title = Load over time
load-note = Bars: the most actions that run on one day of the quarter. What is proposed, on hold, repeating, or in the hands of its parts does not count.
load-limit = The line marks { $limit }, the most that one person can answer for at once.
load-quarter = Quarter
load-actions = Actions at once
load-milestones = Milestones due
load-over = over the limit
load-scroll = Load by quarter
