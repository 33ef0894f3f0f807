//! The line of the algorithms refuses what is not signed, whatever is expected.

use test_tokens::{NOW, encode, token_of};

use super::super::{LIBRARIES, write_for};
use crate::{Expectations, KnownSignature, judge};

/// What the lines that refuse the token say of it.
fn marked(header: &str, expectations: &Expectations) -> Vec<(&'static str, Vec<String>)> {
    let token = token_of(&format!("{}.{}.", encode(header), encode(r#"{"exp":1700003600}"#)));
    let answer = judge(&token, expectations, KnownSignature::Unsigned, NOW);
    let of_library = |id: &str| LIBRARIES.iter().find(|library| library.id == id).expect("a library");
    ["jose", "pyjwt"]
        .map(|id| {
            let code = write_for(of_library(id), expectations, &token, &answer);
            let refusing = code.lines.into_iter().filter(|line| line.refuses);
            let lines = refusing.map(|line| format!("{} {}", line.text.trim(), line.said.unwrap_or_default()));
            (id, lines.collect())
        })
        .to_vec()
}

#[test]
fn none_is_refused_by_the_line_of_the_algorithms() {
    for (id, lines) in marked(r#"{"alg":"none"}"#, &Expectations::default()) {
        assert!(
            matches!(&*lines, [line] if line.contains("RS256") && line.contains("the token says `none`")),
            "{id}: {lines:?}"
        );
    }
}

#[test]
fn a_signature_that_is_missing_is_no_matter_of_algorithms() {
    for (id, lines) in marked(r#"{"alg":"RS256"}"#, &Expectations::default()) {
        assert!(lines.is_empty(), "{id}: {lines:?}");
    }
}

#[test]
fn how_a_key_is_encrypted_is_no_algorithm_of_signatures() {
    let header = encode(r#"{"alg":"dir","enc":"A256GCM"}"#);
    let token = token_of(&format!("{header}..{}.AAAA.{}", encode([0; 12]), encode([0; 16])));
    let expectations = Expectations::default();
    let answer = judge(&token, &expectations, KnownSignature::NotChecked, NOW);
    for library in LIBRARIES {
        let code = write_for(library, &expectations, &token, &answer);
        assert!(code.lines.iter().all(|line| !line.text.contains("dir\"")), "{}: {code:?}", library.id);
    }
}
