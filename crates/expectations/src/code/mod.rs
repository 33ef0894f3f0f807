//! The same expectations as code: one library, one file.

mod cited;

use crate::{ExpectationAnswer, ExpectationKind, Expectations};

/// A library or gateway that checks tokens.
#[derive(Debug)]
pub struct Library {
    /// Stable, in kebab case: `jose`.
    pub id: &'static str,
    /// As the choice shows it: "jose (Node, browsers)".
    pub name: &'static str,
    /// The version whose documentation the code was written from.
    pub version: &'static str,
    /// That documentation.
    pub reference: &'static str,
    /// How a comment begins in its language: `//` or `#`.
    pub comment: &'static str,
    pub write: fn(&CodeInput, &mut CodeWriter),
}

/// What the code is written from.
#[derive(Debug)]
pub struct CodeInput<'a> {
    pub expectations: &'a Expectations,
    pub keys: KeyPlace,
}

/// Where the code takes the key from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyPlace {
    /// The address of a JWK Set.
    JwkSet(String),
    /// A shared secret, for HS256 and its kin: from the environment variable `JWT_SECRET`, never in the code.
    Secret,
    /// A public key as PEM: from the file `public-key.pem`.
    PublicKey,
}

/// Code that says what the expectations say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WrittenCode {
    pub lines: Vec<CodeLine>,
    /// What this library cannot check, or does only in lines of its own, in full sentences.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLine {
    pub text: String,
    /// This line refuses the token.
    pub refuses: bool,
}

/// Takes the lines down, and marks those that refuse the token.
#[derive(Debug)]
pub struct CodeWriter<'a> {
    comment: &'static str,
    answer: &'a ExpectationAnswer,
    code: WrittenCode,
}

impl<'a> CodeWriter<'a> {
    pub fn new(comment: &'static str, answer: &'a ExpectationAnswer) -> Self {
        Self { comment, answer, code: WrittenCode::default() }
    }

    pub fn line(&mut self, text: impl Into<String>) {
        self.code.lines.push(CodeLine { text: text.into(), refuses: false });
    }

    /// A line that checks this. Where the token does not meet it, the line is marked, and a comment says what the token says.
    pub fn line_for(&mut self, kind: &ExpectationKind, text: impl Into<String>) {
        let mut text = text.into();
        let refused = self.answer.lines.iter().find(|line| line.kind == *kind && line.is_refused());
        if let Some(said) = refused.and_then(|line| line.said.as_deref()) {
            text.push_str(&format!("  {} the token says {said}", self.comment));
        }
        self.code.lines.push(CodeLine { text, refuses: refused.is_some() });
    }

    pub fn note(&mut self, sentence: impl Into<String>) {
        self.code.notes.push(sentence.into());
    }

    pub fn finish(self) -> WrittenCode {
        self.code
    }
}

/// Every library, in the order in which they are offered.
pub const LIBRARIES: &[Library] = &[
    cited::golang_jwt::LIBRARY,
    cited::java_jwt::LIBRARY,
    cited::jjwt::LIBRARY,
    cited::spring_security::LIBRARY,
    cited::asp_net::LIBRARY,
    cited::php_jwt::LIBRARY,
    cited::envoy::LIBRARY,
    cited::istio::LIBRARY,
    cited::nginx::LIBRARY,
    cited::kong::LIBRARY,
    cited::oauth2_proxy::LIBRARY,
];

/// The code of this library.
pub fn write(library: &Library, input: &CodeInput, answer: &ExpectationAnswer) -> WrittenCode {
    let mut writer = CodeWriter::new(library.comment, answer);
    (library.write)(input, &mut writer);
    writer.finish()
}
