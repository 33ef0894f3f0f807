//! What was expected in one text, but was probably meant as several, as JSON or as a pattern.

use decode::json::{self, JsonKind};
use inspect::display::{quoted, quoted_short};

use crate::ExpectationKind;

/// The most characters of a name in a sentence.
const NAME: usize = 40;

/// Stand between values, and around them.
const BETWEEN: [char; 2] = [',', ';'];
const AROUND: [char; 7] = [',', ';', '[', ']', '"', '\'', ':'];

/// A full sentence or two on how an expected text was read, where that is probably not what was meant.
pub(in crate::judge) fn remark(said: &[&str], expected: &[String], kind: &ExpectationKind) -> Option<String> {
    expected.iter().find_map(|text| {
        let text = text.trim();
        json_object(said, text, kind).or_else(|| several(said, text, kind)).or_else(|| pattern(said, text))
    })
}

fn noun(kind: &ExpectationKind) -> &'static str {
    match kind {
        ExpectationKind::Issuer => "issuer",
        ExpectationKind::Audience => "audience",
        ExpectationKind::Algorithm => "algorithm",
        ExpectationKind::Type => "type",
        ExpectationKind::Scope => "scope",
        _ => "value",
    }
}

/// Names without white space or punctuation around them.
fn is_of_names(kind: &ExpectationKind) -> bool {
    matches!(kind, ExpectationKind::Algorithm | ExpectationKind::Type | ExpectationKind::Scope)
}

fn json_object(said: &[&str], text: &str, kind: &ExpectationKind) -> Option<String> {
    if !text.starts_with('{') {
        return None;
    }
    let read = json::read(text.as_bytes());
    let root = read.value.filter(|root| read.faults.is_empty() && matches!(root.kind, JsonKind::Object(_)))?;
    let noun = noun(kind);
    let fitting = root.members().iter().find(|member| member.value.as_str().is_some_and(|text| said.contains(&text)));
    let rest = match fitting {
        Some(member) => format!("Its {} alone would fit.", quoted(&member.name.text, NAME)),
        None => format!("Give the {noun} alone."),
    };
    Some(format!("{} is JSON, which was read as one {noun}. {rest}", quoted_short(text)))
}

fn several(said: &[&str], text: &str, kind: &ExpectationKind) -> Option<String> {
    let pieces: Vec<&str> = text
        .split(|character: char| character.is_whitespace() || BETWEEN.contains(&character))
        .map(|piece| piece.trim_matches(AROUND))
        .filter(|piece| !piece.is_empty())
        .collect();
    let fitting = pieces.iter().find(|piece| said.contains(piece));
    let noun = noun(kind);
    let how = match &*pieces {
        [] => return None,
        // What differs by quotation marks alone is told as such.
        [only] if *only == text.trim_matches(['"', '\'']) => return None,
        [_] if fitting.is_none() && !is_of_names(kind) && !text.starts_with('[') => return None,
        [_] => format!("was read with all of its characters: give the {noun} alone"),
        _ if fitting.is_none() && !is_list(&pieces, text, kind) => return None,
        _ if *kind == ExpectationKind::Scope => {
            "was read as one scope: scopes are separated by spaces (RFC 6749 section 3.3)".to_owned()
        }
        _ => format!("was read as one {noun}: give each {noun} on its own"),
    };
    let fits = fitting.map_or_else(String::new, |piece| format!(" {} alone would fit.", quoted_short(piece)));
    Some(format!("{} {how}.{fits}", quoted_short(text)))
}

/// An address may have commas, and so may the value of a claim.
fn is_list(pieces: &[&str], text: &str, kind: &ExpectationKind) -> bool {
    let is_address = |piece: &&str| piece.contains("://");
    let addresses = pieces.iter().filter(|piece| is_address(piece)).count();
    match kind {
        ExpectationKind::Issuer | ExpectationKind::Audience => {
            text.contains(BETWEEN) && (addresses == 0 || addresses == pieces.len())
        }
        _ => is_of_names(kind),
    }
}

fn pattern(said: &[&str], text: &str) -> Option<String> {
    if text.contains('*') {
        let fits = match said.iter().any(|said| matches(text, said)) {
            true => " As a pattern it would fit.",
            false => "",
        };
        return Some(format!("`*` is an ordinary character here: this comparison is character for character.{fits}"));
    }
    let name = variable(text)?;
    Some(format!("{} was compared as it stands: write the value itself.", quoted(name, NAME)))
}

/// `*` stands for any text.
fn matches(pattern: &str, said: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| said.strip_prefix(first)) else { return false };
    let Some(last) = pieces.next_back() else { return rest.is_empty() };
    for piece in pieces {
        match rest.split_once(piece) {
            Some((_, behind)) => rest = behind,
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// `${AUDIENCE}` or `{tenant}`: the name of something that was to be filled in.
fn variable(text: &str) -> Option<&str> {
    let is_of_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '.');
    text.match_indices('{').find_map(|(start, _)| {
        let length = text.get(start + 1..)?.find(|character| !is_of_name(character))?;
        let end = start + 1 + length;
        let is_closed = length > 0 && text.get(end..)?.starts_with('}');
        is_closed.then(|| text.get(start..=end)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn told(kind: &ExpectationKind, rows: &[(&[&str], &str)]) -> String {
        rows.iter()
            .map(|(said, expected)| {
                let remark = remark(said, &[(*expected).to_owned()], kind);
                format!("{expected}: {}\n", remark.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn lists_and_json_are_read_as_one_value() {
        let audiences = told(
            &ExpectationKind::Audience,
            &[
                (&["orders"], r#"["orders","shop"]"#),
                (&["orders"], r#"["orders"]"#),
                (&["billing"], "orders, shop"),
                (&["shop", "x"], "orders;shop"),
                (&["shop"], "orders shop"),
                (&["https://b"], "https://a,https://b"),
                (&["orders"], "orders,"),
                (&["orders"], r#"{"aud":"orders"}"#),
                (&["orders"], r#"{"aud":["orders"]}"#),
                (&["orders"], r#""aud": "orders","#),
                // One value.
                (&["x"], "orders"),
                (&["x"], "My API"),
                (&["x"], "https://a.example/?a=1,2"),
                (&["x"], "https://[::1]/"),
                (&["x"], "'orders'"),
                (&["x"], "{"),
                (&["x"], ""),
            ],
        );
        let issuers =
            told(&ExpectationKind::Issuer, &[(&["https://a"], r#"{"issuer":"https://a","jwks_uri":"https://a/k"}"#)]);
        let scopes = told(
            &ExpectationKind::Scope,
            &[(&["a"], "a,b"), (&["a"], "a,"), (&["x"], "a;b"), (&["x"], "a"), (&["x"], "https://a/b:c")],
        );
        let algorithms = told(
            &ExpectationKind::Algorithm,
            &[(&["RS256"], "rs256;"), (&["RS256"], "ES256 RS256"), (&["RS256"], r#"["RS256","#), (&["RS256"], "ES256")],
        );
        let claims = told(
            &ExpectationKind::Claim("sub".to_owned()),
            &[(&["a"], "a, b"), (&["CN=c"], "CN=a, O=b"), (&["Jo"], "Jane Doe"), (&["a"], "[a]")],
        );
        expect![[r#"
            ["orders","shop"]: `["orders","shop"]` was read as one audience: give each audience on its own. `orders` alone would fit.
            ["orders"]: `["orders"]` was read with all of its characters: give the audience alone. `orders` alone would fit.
            orders, shop: `orders, shop` was read as one audience: give each audience on its own.
            orders;shop: `orders;shop` was read as one audience: give each audience on its own. `shop` alone would fit.
            orders shop: `orders shop` was read as one audience: give each audience on its own. `shop` alone would fit.
            https://a,https://b: `https://a,https://b` was read as one audience: give each audience on its own. `https://b` alone would fit.
            orders,: `orders,` was read with all of its characters: give the audience alone. `orders` alone would fit.
            {"aud":"orders"}: `{"aud":"orders"}` is JSON, which was read as one audience. Its `aud` alone would fit.
            {"aud":["orders"]}: `{"aud":["orders"]}` is JSON, which was read as one audience. Give the audience alone.
            "aud": "orders",: `"aud": "orders",` was read as one audience: give each audience on its own. `orders` alone would fit.
            orders: 
            My API: 
            https://a.example/?a=1,2: 
            https://[::1]/: 
            'orders': 
            {: 
            : 

            {"issuer":"https://a","jwks_uri":"https://a/k"}: `{"issuer":"https://a","jwks_u…"https://a/k"}` is JSON, which was read as one issuer. Its `issuer` alone would fit.

            a,b: `a,b` was read as one scope: scopes are separated by spaces (RFC 6749 section 3.3). `a` alone would fit.
            a,: `a,` was read with all of its characters: give the scope alone. `a` alone would fit.
            a;b: `a;b` was read as one scope: scopes are separated by spaces (RFC 6749 section 3.3).
            a: 
            https://a/b:c: 

            rs256;: `rs256;` was read with all of its characters: give the algorithm alone.
            ES256 RS256: `ES256 RS256` was read as one algorithm: give each algorithm on its own. `RS256` alone would fit.
            ["RS256",: `["RS256",` was read with all of its characters: give the algorithm alone. `RS256` alone would fit.
            ES256: 

            a, b: `a, b` was read as one value: give each value on its own. `a` alone would fit.
            CN=a, O=b: 
            Jane Doe: 
            [a]: `[a]` was read with all of its characters: give the value alone. `a` alone would fit.
        "#]].assert_eq(&[audiences, issuers, scopes, algorithms, claims].join("\n"));
    }

    #[test]
    fn patterns_are_read_character_for_character() {
        let told = told(
            &ExpectationKind::Claim("sub".to_owned()),
            &[
                (&["repo:acme/shop:ref:refs/heads/main"], "repo:acme/shop:ref:refs/heads/*"),
                (&["repo:acme/other:ref:refs/heads/main"], "repo:acme/shop:ref:refs/heads/*"),
                (&["https://b.example.com"], "https://*.example.com"),
                (&["https://example.com"], "https://*.example.com"),
                (&["x"], "*"),
                (&["abcab"], "a*b*b"),
                (&["ab"], "a*b*b"),
                (&["x"], "${AUDIENCE}"),
                (&["x"], "https://a.example/{tenant}/v2.0"),
                // No patterns.
                (&["x"], "a{}b"),
                (&["x"], "{a b}"),
                (&["x"], "{a"),
            ],
        );
        expect![[r#"
            repo:acme/shop:ref:refs/heads/*: `*` is an ordinary character here: this comparison is character for character. As a pattern it would fit.
            repo:acme/shop:ref:refs/heads/*: `*` is an ordinary character here: this comparison is character for character.
            https://*.example.com: `*` is an ordinary character here: this comparison is character for character. As a pattern it would fit.
            https://*.example.com: `*` is an ordinary character here: this comparison is character for character.
            *: `*` is an ordinary character here: this comparison is character for character. As a pattern it would fit.
            a*b*b: `*` is an ordinary character here: this comparison is character for character. As a pattern it would fit.
            a*b*b: `*` is an ordinary character here: this comparison is character for character.
            ${AUDIENCE}: `{AUDIENCE}` was compared as it stands: write the value itself.
            https://a.example/{tenant}/v2.0: `{tenant}` was compared as it stands: write the value itself.
            a{}b: 
            {a b}: 
            {a: 
        "#]].assert_eq(&told);
    }
}
