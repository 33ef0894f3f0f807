//! What a language or a library cannot hold: the code still compiles, and takes no token that is to be refused.

use super::*;

fn written(library: &Library, expectations: &Expectations, keys: KeyPlace) -> (String, Vec<String>) {
    let code = code_of(library, expectations, keys, &answer(Vec::new()));
    (code.lines.into_iter().map(|line| line.text + "\n").collect(), code.notes)
}

fn of_number(library: &Library, number: &str) -> String {
    let claims = vec![demand("n", Some(ExpectedValue::Number(number.to_owned())))];
    written(library, &Expectations { claims, ..Expectations::default() }, KeyPlace::Secret).0
}

/// Go refuses the constant, and to PHP and Java each of them is infinite.
#[test]
fn the_largest_number_stands_for_one_that_is_not_finite() {
    for (number, largest) in [("1e400", "1.7976931348623157e308"), ("-1e999", "-1.7976931348623157e308")] {
        for library in [&golang_jwt::LIBRARY, &php_jwt::LIBRARY, &java_jwt::LIBRARY, &jjwt::LIBRARY, &envoy::LIBRARY] {
            let code = of_number(library, number);
            assert!(code.contains(largest) && !code.contains(number), "{code}");
        }
    }
    assert!(of_number(&golang_jwt::LIBRARY, "1e300").contains(", float64(1e300))"));
    assert!(of_number(&java_jwt::LIBRARY, "-0.25").contains(", Double.valueOf(\"-0.25\"))"));
}

#[test]
fn php_jwt_reads_a_whole_number_of_more_than_64_bits_as_a_text() {
    for (number, literal) in [
        ("9223372036854775807", "9223372036854775807"),
        ("9223372036854775808", "'9223372036854775808'"),
        ("-9223372036854775809", "'-9223372036854775809'"),
        ("9223372036854775808.0", "9223372036854775808.0"),
        ("-0", "-0"),
    ] {
        let code = of_number(&php_jwt::LIBRARY, number);
        assert!(code.contains(&format!("!has($claims->n ?? null, {literal})")), "{code}");
    }
}

#[test]
fn a_leeway_of_more_than_31_bits_compiles_in_java() {
    let expectations = Expectations { leeway: 4_000_000_000, ..Expectations::default() };
    for library in [&java_jwt::LIBRARY, &jjwt::LIBRARY, &spring_security::LIBRARY] {
        assert!(written(library, &expectations, KeyPlace::PublicKey).0.contains("(4000000000L)"));
    }
}

#[test]
fn an_algorithm_that_a_library_lacks_is_not_another_one() {
    let expectations = Expectations { algorithms: texts(&["XX256"]), ..Expectations::default() };
    for (library, line) in [
        (&golang_jwt::LIBRARY, "jwt.WithValidMethods([]string{\"XX256\"}),"),
        (&java_jwt::LIBRARY, "if (!List.of(\"XX256\").contains(String.valueOf(JWT.decode(token).getAlgorithm()))) {"),
        (&jjwt::LIBRARY, ".sig().clear().and()"),
        (&php_jwt::LIBRARY, "$keys = new Key($secret, 'XX256');"),
    ] {
        let (code, notes) = written(library, &expectations, KeyPlace::Secret);
        assert!(code.contains(line), "{code}");
        let says_so = |note: &String| note.contains("does not have") && note.contains("XX256");
        assert!(notes.iter().any(says_so) && !notes.iter().any(|note| note.contains("until you name")), "{notes:?}");
    }
}

#[test]
fn php_jwt_takes_the_first_algorithm_that_suits_the_key() {
    let algorithms = texts(&["XX256", "HS512", "PS256", "RS512", "HS256"]);
    let expectations = Expectations { algorithms, ..Expectations::default() };
    let code = |keys| written(&php_jwt::LIBRARY, &expectations, keys).0;
    assert!(code(KeyPlace::Secret).contains("new Key($secret, 'HS512');"));
    assert!(code(KeyPlace::PublicKey).contains("new Key(file_get_contents('public-key.pem'), 'RS512');"));
}

/// It takes the bytes of such a key alone, in base64.
#[test]
fn php_jwt_does_not_read_an_ed25519_key_as_pem() {
    let expectations = Expectations { algorithms: texts(&["EdDSA"]), ..Expectations::default() };
    let (code, _) = written(&php_jwt::LIBRARY, &expectations, KeyPlace::PublicKey);
    assert!(code.contains("$keys = new Key(base64_encode(substr($der, -32)), 'EdDSA');"), "{code}");
}

#[test]
fn a_name_that_php_cannot_write_is_in_quotes() {
    let line = |name: &str| {
        let claims = vec![demand(name, Some(ExpectedValue::Boolean(true)))];
        written(&php_jwt::LIBRARY, &Expectations { claims, ..Expectations::default() }, KeyPlace::Secret).0
    };
    assert!(line("_a1").contains("!has($claims->_a1 ?? null, true)"));
    for (name, quoted) in [("1a", "'1a'"), ("", "''"), ("a-b", "'a-b'"), ("é", "'é'"), ("a'", "'a\\''")] {
        assert!(line(name).contains(&format!("!has($claims->{{{quoted}}} ?? null, true)")), "{name}");
    }
}

/// JJWT drops such a claim before the line sees it.
#[test]
fn that_jjwt_drops_null_is_told() {
    let said = |value| {
        let claims = vec![demand("act", Some(value))];
        written(&jjwt::LIBRARY, &Expectations { claims, ..Expectations::default() }, KeyPlace::Secret).1
    };
    let is_told = |notes: Vec<String>| notes.iter().any(|note| note == "So the line on `act` refuses each token.");
    assert!(is_told(said(ExpectedValue::Null)));
    assert!(!is_told(said(ExpectedValue::Boolean(false))));
}
