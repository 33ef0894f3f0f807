//! The same expectations as code: one library, one file.

mod cited;
mod common;
mod keys;
mod quoted;
mod run;
#[cfg(test)]
mod tests;

pub use keys::key_place;

use std::collections::{BTreeMap, BTreeSet};

use decode::Token;
use decode::json::Value;
use inspect::display::{listed, quoted};
use inspect::jose;
use inspect::jose::algorithms::AlgorithmUse;

use crate::judge::{names_inside, placeholders, stands_inside};
use crate::{ClaimDemand, ExpectationAnswer, ExpectationKind, Expectations, ExpectedValue, JudgedExpectation};

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

impl Library {
    /// Tests run the code that is written for it. That of the others is written from their documentation.
    pub fn is_run(&self) -> bool {
        run::RUN.contains(&self.id)
    }
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
    /// The names that lead to a claim inside others, by the name that is expected.
    inside: BTreeMap<String, Vec<String>>,
    /// The expected names of those for which the code says so.
    looked_inside: BTreeSet<String>,
}

impl<'a> CodeWriter<'a> {
    pub fn new(comment: &'static str, answer: &'a ExpectationAnswer) -> Self {
        Self { comment, answer, code: WrittenCode::default(), inside: BTreeMap::new(), looked_inside: BTreeSet::new() }
    }

    pub fn line(&mut self, text: impl Into<String>) {
        self.code.lines.push(CodeLine { text: text.into(), refuses: false });
    }

    /// A line that checks this. Where the token does not meet it, the line is marked, and a comment says what the token says.
    pub fn line_for(&mut self, kind: &ExpectationKind, text: impl Into<String>) {
        let mut text = text.into();
        // What is unsigned or names no algorithm is refused by the line of the algorithms, where none is expected.
        let is_of_algorithm = |line: &JudgedExpectation| line.kind == ExpectationKind::Token && line.said.is_some();
        let is_of_kind = |line: &JudgedExpectation| {
            line.kind == *kind || *kind == ExpectationKind::Algorithm && is_of_algorithm(line)
        };
        let refused = self.answer.lines.iter().find(|line| line.is_refused() && is_of_kind(line));
        if let Some(said) = refused.and_then(|line| line.said.as_deref()) {
            text.push_str(&format!("  {} the token says {}", self.comment, in_comment(said)));
        }
        self.code.lines.push(CodeLine { text, refuses: refused.is_some() });
    }

    /// Whether the token has this claim inside another one.
    pub fn is_inside(&self, demand: &ClaimDemand) -> bool {
        self.inside.contains_key(&demand.name)
    }

    /// The names that lead to this claim: its own alone, where it stands inside no other. The code must look there.
    pub fn names_to(&mut self, demand: &ClaimDemand) -> Vec<String> {
        match self.inside.get(&demand.name) {
            Some(names) => {
                self.looked_inside.insert(demand.name.clone());
                names.clone()
            }
            None => vec![demand.name.clone()],
        }
    }

    pub fn note(&mut self, sentence: impl Into<String>) {
        self.code.notes.push(sentence.into());
    }

    pub fn finish(self) -> WrittenCode {
        self.code
    }
}

/// Nothing in it ends the comment. Java reads `\u000a` in a comment as a line end, and PHP ends at `?>`.
fn in_comment(said: &str) -> String {
    let is_shown = |character: char| matches!(character, ' '..='~') || character.is_alphanumeric();
    let shown = |character: char| {
        if is_shown(character) || "…·—␤␍␊".contains(character) { character } else { '\u{fffd}' }
    };
    said.replace('\\', "\\\\").replace("?>", "? >").chars().map(shown).collect()
}

/// Every library, in the order in which they are offered.
pub const LIBRARIES: &[Library] = &[
    run::jose::LIBRARY,
    run::jsonwebtoken_node::LIBRARY,
    run::pyjwt::LIBRARY,
    run::authlib::LIBRARY,
    cited::golang_jwt::LIBRARY,
    cited::java_jwt::LIBRARY,
    cited::jjwt::LIBRARY,
    cited::spring_security::LIBRARY,
    cited::asp_net::LIBRARY,
    run::jsonwebtoken_rust::LIBRARY,
    run::ruby_jwt::LIBRARY,
    cited::php_jwt::LIBRARY,
    run::envoy::LIBRARY,
    cited::istio::LIBRARY,
    cited::nginx::LIBRARY,
    cited::kong::LIBRARY,
    cited::oauth2_proxy::LIBRARY,
];

/// The code of this library, for what is expected of this token. Where no algorithm is expected, it names that of the
/// token; the key is where the issuer publishes it.
pub fn write_for(
    library: &Library,
    expectations: &Expectations,
    token: &Token,
    answer: &ExpectationAnswer,
) -> WrittenCode {
    let keys = key_place(expectations, token);
    let mut expectations = expectations.clone();
    // How a key is encrypted is no signature algorithm.
    let signs = |name: &&str| jose::algorithm(name).is_none_or(|known| known.usage == AlgorithmUse::Signature);
    let said = token.parameter("alg").and_then(Value::as_str).filter(|name| !name.is_empty() && *name != "none");
    let said = said.filter(signs);
    let filled_in = said.filter(|_| expectations.algorithms.is_empty());
    expectations.algorithms.extend(filled_in.map(str::to_owned));
    let mut writer = CodeWriter::new(library.comment, answer);
    let inside = |demand: &ClaimDemand| Some((demand.name.clone(), names_inside(token, &demand.name)?));
    writer.inside = expectations.claims.iter().filter_map(inside).collect();
    (library.write)(&CodeInput { expectations: &expectations, keys }, &mut writer);
    let looked_inside = std::mem::take(&mut writer.looked_inside);
    let mut code = writer.finish();
    if let Some(name) = filled_in {
        code.notes
            .insert(0, format!("You expect no algorithm: the code names {}, which the token has.", quoted(name, 40)));
    }
    let is_overlooked =
        |demand: &&ClaimDemand| !looked_inside.contains(&demand.name) && stands_inside(token, &demand.name);
    for demand in expectations.claims.iter().filter(is_overlooked) {
        let name = quoted(&demand.name, 60);
        code.notes.push(format!("{name} stands inside another claim of this token. The code looks for a claim of that whole name: let it look inside the other one."));
    }
    let open: Vec<String> = unfilled(&expectations).into_iter().map(|name| quoted(name, 60)).collect();
    if !open.is_empty() {
        code.notes.insert(0, format!("Fill in {}.", listed(&open, " and ")));
    }
    code
}

/// The placeholders that the reader has not filled in.
fn unfilled(expectations: &Expectations) -> Vec<&str> {
    let values = expectations.claims.iter().filter_map(|demand| match &demand.value {
        Some(ExpectedValue::Text(text)) => Some(text),
        _ => None,
    });
    let mut names = Vec::new();
    for text in expectations.issuers.iter().chain(&expectations.audiences).chain(values) {
        for name in placeholders(text) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The code of this library.
pub fn write(library: &Library, input: &CodeInput, answer: &ExpectationAnswer) -> WrittenCode {
    let mut writer = CodeWriter::new(library.comment, answer);
    (library.write)(input, &mut writer);
    writer.finish()
}
