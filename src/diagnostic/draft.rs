//! Making findings: a fluent way to write them down.

use std::ops::Range;

use super::{Code, Diagnostic, Edit, Label, Severity, SourceId, Span};

impl Span {
    /// The bytes from `start` to `end` of a file.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        let counted = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        let (start, end) = (counted(start), counted(end));
        Self { source, start, end }
    }

    /// The first byte, counted from the start of the file.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// From the first byte to the one after the last.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The very start of a file.
    pub fn file(source: SourceId) -> Self {
        Self::new(source, 0, 0)
    }

    /// Part of this span, counted in bytes from its start.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Self {
        Self::new(self.source, self.start() + start, self.start() + end)
    }
}

impl Diagnostic {
    /// A finding of a rule at its default severity, at no place yet.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity,
            message: message.into(),
            primary: None,
            secondary: Vec::new(),
            help: Vec::new(),
            fix: Vec::new(),
            subject: None,
            own_rule: None,
            known: false,
        }
    }

    /// Points at the place at fault, with a few words beside the carets.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.primary = Some(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Points at another place that plays a part.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.secondary.push(Label {
            span,
            text: text.into(),
        });
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Says how to mend it, where something is known.
    #[must_use]
    pub fn maybe_help(mut self, text: Option<String>) -> Self {
        self.help.extend(text);
        self
    }

    /// Mends it by putting other text at a place.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.fix.push(Edit { span, text });
        self
    }

    /// Is as bad as this unless the settings say otherwise, where not all that
    /// a rule finds is equally bad.
    #[must_use]
    pub fn as_bad_as(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Names the item it is about.
    #[must_use]
    pub fn about(mut self, id: impl Into<String>) -> Self {
        self.subject = Some(id.into());
        self
    }

    /// Names the plan's own rule that speaks.
    #[must_use]
    pub fn by_rule(mut self, name: impl Into<String>) -> Self {
        self.own_rule = Some(name.into());
        self
    }

    /// The name of the rule that speaks.
    pub fn rule_name(&self) -> &str {
        self.own_rule.as_deref().unwrap_or(self.code.name)
    }

    /// What stands in brackets: the rule's code, or the name of a rule of the
    /// plan's own.
    pub fn tag(&self) -> &str {
        self.own_rule.as_deref().unwrap_or(self.code.code)
    }

    /// Whether the rule that speaks has that code or name, whatever the case.
    pub fn is_by(&self, rule: &str) -> bool {
        rule.eq_ignore_ascii_case(self.rule_name())
            || (self.own_rule.is_none() && rule.eq_ignore_ascii_case(self.code.code))
    }

    /// Whether the rule that speaks has that code or name, or is of the group
    /// with that letter, whatever the case. The plan's own rules share a code.
    pub fn is_of(&self, rules: &str) -> bool {
        let code = self.code;
        let names = [code.group(), code.code, code.name];
        self.is_by(rules) || names.iter().any(|name| rules.eq_ignore_ascii_case(name))
    }

    /// Whether it breaks the build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl Severity {
    /// The word for it in messages and in `plan.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Info => "info",
            Self::Warn => "warning",
            Self::Error => "error",
        }
    }
}
