# Everything that is wrong with the plan.

problems-title = Problems
problems-by-item = Problems by item
problems-by-owner = Problems by owner
problems-way-rule = By rule
problems-way-item = By item
problems-way-owner = By owner
problems-order = Order of the problems
problems-severity = Severity
problems-rule = Rule
problems-errors = { $count ->
    [one] { $count } error
    *[other] { $count } errors
}
problems-warnings = { $count ->
    [one] { $count } warning
    *[other] { $count } warnings
}
problems-hints = { $count ->
    [one] { $count } hint
    *[other] { $count } hints
}
problems-shown = { $count }, of which { $shown } are shown here
problems-more-groups = { $count ->
    [one] There is { $count } group more than this page has room for.
    *[other] There are { $count } groups more than this page has room for.
}
problems-of-nobody = Nobody’s
problems-of-the-plan = The plan as a whole

# The page of a rule.
rule-why = Why it matters
rule-example = An example, and how it is mended
rule-mended = Mended:
rule-mended-file = { $path }, mended
rule-found = What it found
rule-settings = If it does not fit
rule-numbers = The rule goes by numbers of { $file }:
rule-accept = To accept a finding in one item, give the reason in its front matter: { $example }.
rule-reason = the reason
rule-change = To change how bad the rule’s findings are, set { $setting } under { $table } in { $file }, or { $others }.
rule-of-this-plan = A rule of this plan:
