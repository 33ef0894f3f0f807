//! What a service expects of a token. What is empty or false is not expected.

/// Everything that the reader says of a service.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expectations {
    /// `iss` is one of these, character for character.
    pub issuers: Vec<String>,
    /// `aud` is or lists one of these, character for character.
    pub audiences: Vec<String>,
    /// `alg` of the header is one of these.
    pub algorithms: Vec<String>,
    /// `typ` of the header is one of these; RFC 7515 section 4.1.9 lets `application/` be left out, and ignores case.
    pub types: Vec<String>,
    /// Claims that must be there, and their values where they matter, in the order in which they were given.
    pub claims: Vec<ClaimDemand>,
    /// All of these stand in `scope`, or in the claim that the issuer uses for it (`scp`).
    pub scopes: Vec<String>,
    /// By how many seconds the clocks may differ.
    pub leeway: u32,
    /// From `iat` (or `nbf`) to `exp`, in seconds.
    pub longest_lifetime: Option<u64>,
    /// It must fit the reader's key.
    pub signature: bool,
}

/// A claim that a service needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimDemand {
    pub name: String,
    /// None where any value will do.
    pub value: Option<ExpectedValue>,
}

/// The value that a claim is to have. An array meets it by listing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpectedValue {
    Text(String),
    /// As JSON writes it.
    Number(String),
    Boolean(bool),
    Null,
}

/// One of the things that a service expects.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExpectationKind {
    /// What every service demands of a signed JWT, whatever it expects.
    Token,
    Issuer,
    Audience,
    Algorithm,
    Type,
    /// `exp` and `nbf`, which every service looks at.
    Time,
    Lifetime,
    /// By the name of the claim.
    Claim(String),
    Scope,
    Signature,
}

impl ExpectationKind {
    /// Stable, as in the report.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Issuer => "issuer",
            Self::Audience => "audience",
            Self::Algorithm => "algorithm",
            Self::Type => "type",
            Self::Time => "time",
            Self::Lifetime => "lifetime",
            Self::Claim(_) => "claim",
            Self::Scope => "scope",
            Self::Signature => "signature",
        }
    }

    /// The name of the claim that it is about, where it is about one by name.
    pub fn claim(&self) -> Option<&str> {
        match self {
            Self::Claim(name) => Some(name),
            _ => None,
        }
    }
}

impl Expectations {
    /// Nothing is expected beyond what every service looks at.
    pub fn is_empty(&self) -> bool {
        *self == Self { leeway: self.leeway, ..Self::default() }
    }
}
