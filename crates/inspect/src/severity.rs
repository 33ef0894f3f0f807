//! How grave something is.

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Breaks a MUST, cannot work as written, is past a hard limit, or matches a known attack.
    Error,
    /// Legal, but a known weakness or very likely a mistake.
    Warning,
    /// Unusual; worth a look; often fine.
    Notice,
    /// Helps reading; never implies a problem.
    Info,
}

impl Severity {
    /// Stable, as in the report.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
            Self::Info => "info",
        }
    }

    /// As the page says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "Error",
            Self::Warning => "Warning",
            Self::Notice => "Notice",
            Self::Info => "Info",
        }
    }
}
