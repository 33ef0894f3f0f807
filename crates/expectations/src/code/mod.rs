//! The same expectations as code: one library, one file.

mod about_token;
mod cited;
mod common;
mod keys;
mod quoted;
mod run;
#[cfg(test)]
mod tests;
mod token_facts;

pub use keys::key_place;

use std::collections::BTreeSet;

use decode::Token;
use decode::json::Value;
use inspect::display::quoted;
use inspect::jose;
use inspect::jose::algorithms::AlgorithmUse;

use crate::{ClaimDemand, ExpectationAnswer, ExpectationKind, Expectations, JudgedExpectation};
use token_facts::TokenFacts;

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

    /// Its language compares whole numbers digit by digit, not as floating-point numbers.
    fn keeps_whole_numbers(&self) -> bool {
        matches!(self.id, "pyjwt" | "authlib" | "ruby-jwt" | "php-jwt")
    }
}

/// What the code is written from.
#[derive(Debug)]
pub struct CodeInput<'a> {
    pub expectations: &'a Expectations,
    pub keys: KeyPlace,
    /// Of several issuers with different keys, those of each. Else empty.
    pub keys_of_each: Vec<IssuerKeys>,
}

/// Where an issuer publishes its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuerKeys {
    pub issuer: String,
    /// Of its JWK Set, or what to fill in for it.
    pub address: String,
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
    /// The code.
    pub text: String,
    /// What the token says there, as a comment: it is shown, and is no part of the code.
    pub said: Option<String>,
    /// This line refuses the token.
    pub refuses: bool,
}

/// Takes the lines down, and marks those that refuse the token.
#[derive(Debug)]
pub struct CodeWriter<'a> {
    comment: &'static str,
    keeps_whole_numbers: bool,
    answer: &'a ExpectationAnswer,
    code: WrittenCode,
    of_token: TokenFacts,
    /// The expected names of claims for which there is a line.
    written_claims: BTreeSet<String>,
    /// The expected names of those for which the code looks inside another claim.
    looked_inside: BTreeSet<String>,
    /// The code has the keys of each issuer.
    has_each_key: bool,
}

impl<'a> CodeWriter<'a> {
    pub fn new(library: &Library, answer: &'a ExpectationAnswer) -> Self {
        Self {
            comment: library.comment,
            keeps_whole_numbers: library.keeps_whole_numbers(),
            answer,
            code: WrittenCode::default(),
            of_token: TokenFacts::default(),
            written_claims: BTreeSet::new(),
            looked_inside: BTreeSet::new(),
            has_each_key: false,
        }
    }

    pub fn line(&mut self, text: impl Into<String>) {
        self.code.lines.push(CodeLine { text: text.into(), said: None, refuses: false });
    }

    /// A line that checks this. Where the token does not meet it, the line is marked, and a comment says what the token says.
    pub fn line_for(&mut self, kind: &ExpectationKind, text: impl Into<String>) {
        self.line_for_any(std::slice::from_ref(kind), text);
    }

    /// A line that checks all of these.
    pub fn line_for_any(&mut self, kinds: &[ExpectationKind], text: impl Into<String>) {
        self.written_claims.extend(kinds.iter().filter_map(ExpectationKind::claim).map(str::to_owned));
        let lines = || self.answer.lines.iter().filter(|line| line.is_refused());
        // What is unsigned or names no algorithm is refused by the line of the algorithms, where none is expected.
        let is_of_algorithm = |line: &JudgedExpectation| line.kind == ExpectationKind::Token && line.said.is_some();
        let is_of_kind = |line: &JudgedExpectation, kind: &ExpectationKind| {
            line.kind == *kind || *kind == ExpectationKind::Algorithm && is_of_algorithm(line)
        };
        let refused = kinds.iter().find_map(|kind| lines().find(|line| is_of_kind(line, kind)));
        let refused = refused.filter(|line| self.is_told_apart(line, kinds));
        let text = text.into();
        let said = refused.and_then(|line| self.comment_on(line, &text));
        self.code.lines.push(CodeLine { text, said, refuses: refused.is_some() });
    }

    /// A line that checks this one of the scopes.
    pub fn line_for_scope(&mut self, scope: &str, text: impl Into<String>) {
        match self.of_token.granted_scopes.contains(scope) {
            true => self.line(text),
            false => self.line_for(&ExpectationKind::Scope, text),
        }
    }

    /// Whether a line of the code that checks this sees what is wrong with the token.
    fn is_told_apart(&self, line: &JudgedExpectation, kinds: &[ExpectationKind]) -> bool {
        match &line.kind {
            // A missing `exp` is seen by the line that demands it.
            ExpectationKind::Time => {
                let exp = ExpectationKind::Claim("exp".to_owned());
                let is_missing = |it: &JudgedExpectation| it.kind == exp && it.is_refused() && it.said == line.said;
                kinds.contains(&exp) || !self.answer.lines.iter().any(is_missing)
            }
            ExpectationKind::Claim(name) => !self.is_same_number(name),
            _ => true,
        }
    }

    /// The language takes the number of the token for the expected one.
    fn is_same_number(&self, name: &str) -> bool {
        !self.keeps_whole_numbers && self.of_token.same_as_float.contains(name)
    }

    /// `// the token says "5"`
    fn comment_on(&self, line: &JudgedExpectation, text: &str) -> Option<String> {
        let said = line.said.as_deref()?;
        let json_text = line.kind.claim().and_then(|name| self.of_token.json_texts.get(name));
        let words = match (said.strip_prefix("no "), json_text) {
            (Some(missing), _) => format!("the token has no {missing}"),
            (None, Some(text)) => format!("the token says {}", quoted(text, 100)),
            (None, None) => format!("the token says {said}"),
        };
        let words = in_comment(&words);
        let has_comment = text.ends_with(&format!("{} seconds", self.comment));
        Some(if has_comment { format!("({words})") } else { format!("{} {words}", self.comment) })
    }

    /// Whether the token has this claim inside another one.
    pub fn is_inside(&self, demand: &ClaimDemand) -> bool {
        self.of_token.inside.contains_key(&demand.name)
    }

    /// The names that lead to this claim: its own alone, where it stands inside no other.
    pub fn path_of<'d>(&'d self, demand: &'d ClaimDemand) -> &'d [String] {
        self.of_token.inside.get(&demand.name).map_or(std::slice::from_ref(&demand.name), Vec::as_slice)
    }

    /// The same. The code must look there.
    pub fn names_to(&mut self, demand: &ClaimDemand) -> Vec<String> {
        if self.is_inside(demand) {
            self.looked_inside.insert(demand.name.clone());
        }
        self.path_of(demand).to_vec()
    }

    /// The keys of each issuer, where there are several. The code must use them.
    pub fn each_key<'i>(&mut self, input: &'i CodeInput) -> &'i [IssuerKeys] {
        self.has_each_key = true;
        &input.keys_of_each
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
    let keys_of_each = keys::of_each_issuer(&expectations, &keys);
    let input = CodeInput { expectations: &expectations, keys, keys_of_each };
    let mut writer = CodeWriter::new(library, answer);
    writer.of_token = TokenFacts::of(&expectations, token, answer);
    (library.write)(&input, &mut writer);
    about_token::last(library, &input, token, &mut writer);
    let notes = about_token::first(&input, filled_in, &writer);
    let mut code = writer.finish();
    code.notes.splice(0..0, notes);
    code
}

/// The code of this library.
pub fn write(library: &Library, input: &CodeInput, answer: &ExpectationAnswer) -> WrittenCode {
    let mut writer = CodeWriter::new(library, answer);
    (library.write)(input, &mut writer);
    writer.finish()
}
