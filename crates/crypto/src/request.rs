//! What the page asks.

use std::rc::Rc;

use decode::json::{self, Value};
use decode::{Decoded, Nested, Reader, Token};

use verify::steps::pause;

/// `{"token": "…", "paste": "…", "keys": "…", "now": 1795823400}`
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CheckRequest {
    /// The token's own text, after repairs.
    pub token: String,
    /// The text in which it stands. Empty where that is very long.
    pub paste: String,
    /// The text of the key box.
    pub keys: String,
    /// In seconds since 1970-01-01T00:00:00Z.
    pub now: Option<i64>,
}

/// The token that is asked about.
pub(crate) enum AskedToken {
    /// With the position of the token among those of the paste.
    Outer(Token),
    /// It stands in a part of another token.
    Inner { outer: Token, inner: Nested },
}

/// In bytes; as much as is read before the page may respond.
const STRETCH: usize = 8 * 1024;

impl CheckRequest {
    /// What is missing, or of another type, is empty.
    pub fn read(text: &str) -> Self {
        let document = json::read(text.as_bytes());
        let member = |name: &str| document.value.as_ref()?.member(name);
        let string = |name: &str| member(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let now = member("now").and_then(|now| now.span.in_str(text).parse().ok());
        Self { token: string("token"), paste: string("paste"), keys: string("keys"), now }
    }

    /// The token, and the others of the paste. In the paste it has the name and the neighbours that it has not alone.
    pub(crate) async fn tokens(&self) -> (Option<AskedToken>, Vec<Token>) {
        let mut tokens = decoded(&self.paste).await.tokens;
        if let Some(at) = tokens.iter().position(|token| token.text == self.token) {
            return (Some(AskedToken::Outer(tokens.remove(at))), tokens);
        }
        let found = tokens.iter().enumerate().find_map(|(at, token)| Some((at, inner(token, &self.token)?)));
        if let Some((at, (outer, inner))) = found {
            // Where it is nested twice, the token around it is nested itself.
            let outer = outer.map_or_else(|| tokens.remove(at), |outer| outer.as_ref().clone());
            return (Some(AskedToken::Inner { outer, inner }), tokens);
        }
        let alone = decoded(&self.token).await.tokens.into_iter().next();
        (alone.map(AskedToken::Outer), tokens)
    }
}

impl AskedToken {
    pub(crate) fn token(&self) -> &Token {
        match self {
            Self::Outer(token) => token,
            Self::Inner { inner, .. } => &inner.token,
        }
    }
}

async fn decoded(text: &str) -> Decoded {
    let mut reader = Reader::new(text);
    while reader.advance(STRETCH) {
        pause().await;
    }
    reader.finish()
}

/// The nested token with this text, and the token around it where that is nested as well.
fn inner(outer: &Token, text: &str) -> Option<(Option<Rc<Token>>, Nested)> {
    outer.nested.iter().find_map(|nested| {
        if nested.token.text == text {
            return Some((None, nested.clone()));
        }
        let (around, found) = inner(&nested.token, text)?;
        Some((Some(around.unwrap_or_else(|| Rc::clone(&nested.token))), found))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_page_writes() {
        let read = CheckRequest::read(r#"{"token":"a.b.c","paste":"x\na.b.c","keys":"\"k\"","now":1795823400}"#);
        assert_eq!((read.token.as_str(), read.paste.as_str()), ("a.b.c", "x\na.b.c"));
        assert_eq!((read.keys.as_str(), read.now), ("\"k\"", Some(1_795_823_400)));
    }

    #[test]
    fn what_is_missing_is_empty() {
        for text in ["", "{}", "[]", "{\"token\":1,\"now\":\"x\"}"] {
            assert_eq!(CheckRequest::read(text), CheckRequest::default(), "{text}");
        }
    }
}
