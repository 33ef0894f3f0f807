//! A key ID that a careless server would use as a path, a query, a command or an address.

use crate::evidence::LIMIT;
use crate::key::kid_odd::is_key;
use crate::query::headers;
use crate::{Check, CheckTheme, Evaluation, Evidence, Record, Rule, Severity};
use guide::Question;
use inspect::display;
use inspect::jose::kinds::TokenKind;

pub(crate) static KID_PATH_TRAVERSAL: Record = Record {
    id: "kid-path-traversal",
    severity: Severity::Error,
    title: "Path traversal in the key ID",
    why: "A server that opens a file named by the key ID reads a file that the attacker chose. With a file of known content, such as `/dev/null`, the attacker can sign tokens.",
    advice: "Look the key ID up in a fixed table of keys, and never build a path from it.",
    references: &["RFC 8725 section 3.10", "RFC 7515 section 4.1.4", "CWE-22"],
    guide: Question::Keys,
};

pub(crate) static KID_SQL: Record = Record {
    id: "kid-sql",
    severity: Severity::Error,
    title: "SQL in the key ID",
    why: "A server that builds a query from the key ID can be made to return a key that the attacker chose, or other data.",
    advice: "Look the key ID up with a prepared statement or in a fixed table, and never join it into a query.",
    references: &["RFC 8725 section 3.10", "RFC 7515 section 4.1.4", "CWE-89"],
    guide: Question::Keys,
};

pub(crate) static KID_COMMAND: Record = Record {
    id: "kid-command",
    severity: Severity::Error,
    title: "Shell syntax in the key ID",
    why: "A server that passes the key ID to a shell, or opens it with a function that can start programs, runs the command of the attacker.",
    advice: "Never pass the key ID to a shell or to such a function. Look it up in a fixed table of keys.",
    references: &["RFC 8725 section 3.10", "RFC 7515 section 4.1.4", "CWE-78"],
    guide: Question::Keys,
};

pub(crate) static KID_LDAP: Record = Record {
    id: "kid-ldap",
    severity: Severity::Warning,
    title: "LDAP filter in the key ID",
    why: "A server that builds a directory search from the key ID can be made to find the key of another entry.",
    advice: "Escape the key ID as RFC 4515 says, or look it up in a fixed table of keys.",
    references: &["RFC 8725 section 3.10", "RFC 7515 section 4.1.4", "CWE-90"],
    guide: Question::Keys,
};

pub(crate) static KID_URL: Record = Record {
    id: "kid-url",
    severity: Severity::Warning,
    title: "Address as key ID",
    why: "A server that fetches the key from this address lets the writer of the token choose the key, or the server that is called.",
    advice: "Treat the key ID as a name only, and compare it with the names of keys that you already have.",
    references: &["RFC 8725 section 3.10", "RFC 7515 section 4.1.4", "CWE-918"],
    guide: Question::Keys,
};

pub(crate) static KID_FILE_PATH: Record = Record {
    id: "kid-file-path",
    severity: Severity::Warning,
    title: "File path as key ID",
    why: "The key ID shows how the server stores its keys. If the server opens the path from the token, an attacker can name another file.",
    advice: "Give each key a random ID, and look it up in a fixed table of keys.",
    references: &["RFC 8725 section 3.10", "RFC 7515 section 4.1.4", "CWE-73"],
    guide: Question::Keys,
};

pub(crate) const RULE: Rule = Rule {
    theme: CheckTheme::Keys,
    records: &[&KID_PATH_TRAVERSAL, &KID_SQL, &KID_COMMAND, &KID_LDAP, &KID_URL, &KID_FILE_PATH],
    check: Check::Once(check),
};

fn check(evaluation: &Evaluation) -> Vec<Evidence> {
    // RFC 8555 section 6.2: the key ID of an ACME request is the address of an account.
    let may_be_address = matches!(
        evaluation.description.profile.kind,
        TokenKind::AcmeRequest
            | TokenKind::VerifiableCredential
            | TokenKind::VerifiablePresentation
            | TokenKind::EntityStatement
    );
    let evidence = headers::parameters(evaluation, "kid").filter_map(|(part, member)| {
        let kid = member.value.as_str().filter(|kid| !is_key(kid))?;
        let (record, severity, what) = judge(kid).filter(|(record, ..)| record.id != KID_URL.id || !may_be_address)?;
        let quoted = display::quoted(kid, 80);
        let mut evidence = headers::evidence(record, evaluation, part, member, format!("The key ID {what}: {quoted}."));
        evidence.severity = severity;
        Some(evidence)
    });
    evidence.take(LIMIT).collect()
}

/// What the key ID is written like, the gravest first: its record, its severity and words for it.
fn judge(kid: &str) -> Option<(&'static Record, Severity, &'static str)> {
    let lower = kid.to_ascii_lowercase();
    if is_traversal(&lower) {
        return Some((
            &KID_PATH_TRAVERSAL,
            Severity::Error,
            "is a path that leads out of a folder of keys, as in known attacks",
        ));
    }
    if is_sql(&lower) {
        return Some((&KID_SQL, Severity::Error, "contains SQL, as in known attacks"));
    }
    if is_command(&lower) {
        return Some((&KID_COMMAND, Severity::Error, "contains shell syntax, as in known attacks"));
    }
    if [")(", "*)", "(|"].iter().any(|sign| lower.contains(sign)) {
        return Some((&KID_LDAP, Severity::Warning, "contains the syntax of an LDAP filter"));
    }
    if let Some((scheme, _)) = lower.split_once("://").filter(|(scheme, _)| is_scheme(scheme)) {
        // Key vaults and credentials name keys by addresses.
        let severity = if scheme == "https" { Severity::Notice } else { Severity::Warning };
        return Some((&KID_URL, severity, "is an address; a server that fetches it can be misled"));
    }
    is_file(kid, &lower).then_some((&KID_FILE_PATH, Severity::Warning, "looks like the path of a file"))
}

/// RFC 3986 section 3.1.
fn is_scheme(text: &str) -> bool {
    let is_of_scheme = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.bytes().all(is_of_scheme)
}

fn is_traversal(kid: &str) -> bool {
    ["../", "..\\", "%2e%2e", "/dev/null", "\\windows\\"].iter().any(|path| kid.contains(path))
        || ["/proc/", "/etc/", "/sys/"].iter().any(|folder| kid.starts_with(folder))
        || kid.strip_suffix("nul").is_some_and(|before| before.is_empty() || before.ends_with(['/', '\\']))
}

fn is_sql(kid: &str) -> bool {
    const AFTER_QUOTE: [&str; 4] = ["or", "and", "union", "having"];
    const AFTER_SEMICOLON: [&str; 5] = ["drop", "select", "insert", "update", "delete"];
    let follows = |sign: char, words: &[&str]| {
        kid.split(sign).skip(1).any(|rest| words.iter().any(|word| starts_with_word(rest.trim_start(), word)))
    };
    let selects = kid.match_indices("union").any(|(at, union)| {
        let rest = kid.get(at + union.len()..).unwrap_or_default();
        let select = rest.trim_start();
        let select = select.strip_prefix("all").map_or(select, str::trim_start);
        rest.starts_with(char::is_whitespace) && starts_with_word(select, "select")
    });
    let ends_in_comment = kid
        .trim_end()
        .strip_suffix("--")
        .is_some_and(|before| before.ends_with(['\'', '"', ';']) || before.ends_with(char::is_whitespace));
    let has_comment = kid.split_once("/*").is_some_and(|(_, rest)| rest.contains("*/"));
    follows('\'', &AFTER_QUOTE)
        || follows('"', &AFTER_QUOTE)
        || follows(';', &AFTER_SEMICOLON)
        || selects
        || ends_in_comment
        || has_comment
}

fn starts_with_word(text: &str, word: &str) -> bool {
    let is_of_word = |next: char| next.is_alphanumeric() || next == '_';
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(is_of_word))
}

fn is_command(kid: &str) -> bool {
    let starts_command = |rest: &str| rest.trim_start().starts_with(|next: char| next.is_ascii_alphabetic());
    let is_chained = kid.match_indices(['|', ';', '&']).any(|(at, sign)| {
        let (before, rest) = (kid.get(..at).unwrap_or_default(), kid.get(at + sign.len()..).unwrap_or_default());
        let is_free = before.is_empty() || before.ends_with(['"', '\'']) || before.ends_with(char::is_whitespace);
        // "Research & development" is no command.
        let is_ampersand = sign == "&" && !before.is_empty();
        is_free && !is_ampersand && starts_command(rest)
    });
    let quoted = kid.split('`').skip(1).step_by(2);
    is_chained
        || kid.contains("&&")
        || kid.contains("$(")
        || quoted.take(kid.matches('`').count() / 2).any(|command| !command.is_empty())
        || kid.trim_end().contains(['\r', '\n'])
}

fn is_file(kid: &str, lower: &str) -> bool {
    const ENDINGS: [&str; 7] = [".pem", ".key", ".crt", ".cer", ".der", ".jwk", ".json"];
    let is_drive = matches!(lower.as_bytes(), [b'a'..=b'z', b':', b'\\', ..]);
    let is_name = ["did:", "urn:", "arn:"].iter().any(|scheme| lower.starts_with(scheme));
    lower.starts_with('\\')
        || is_drive
        || lower.starts_with('/') && !is_base64(kid)
        || ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !is_name
}

/// Whether it may be a thumbprint in standard base64, which can begin with `/`.
fn is_base64(kid: &str) -> bool {
    let has = |is_one: fn(&u8) -> bool| kid.as_bytes().iter().any(&is_one);
    kid.len() >= 20
        && kid.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
        && has(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, check_quiet, encode, found_by, token_from, token_of};

    #[test]
    fn the_values_that_attackers_publish_are_recognised() {
        for (kid, id) in [
            ("../../../../../../dev/null", "kid-path-traversal"),
            ("/dev/null", "kid-path-traversal"),
            ("..\\..\\secret", "kid-path-traversal"),
            ("%2E%2e%2fkey", "kid-path-traversal"),
            ("/proc/sys/kernel/randomize_va_space", "kid-path-traversal"),
            ("/etc/passwd", "kid-path-traversal"),
            ("C:\\Windows\\win.ini", "kid-path-traversal"),
            ("NUL", "kid-path-traversal"),
            ("/invalid_path", "kid-file-path"),
            ("/var/www/keys", "kid-file-path"),
            ("c:\\keys\\a", "kid-file-path"),
            ("\\\\server\\share", "kid-file-path"),
            ("keys/signing.PEM", "kid-file-path"),
            ("x' UNION SELECT '1';--", "kid-sql"),
            ("a' or '1'='1", "kid-sql"),
            ("1 union all select 2", "kid-sql"),
            ("x;DROP table keys", "kid-sql"),
            ("a/**/b", "kid-sql"),
            ("admin' --", "kid-sql"),
            ("|sleep 10", "kid-command"),
            ("| curl http://evil.example", "kid-command"),
            ("key ;ls", "kid-command"),
            ("a && id", "kid-command"),
            ("$(id)", "kid-command"),
            ("a`id`", "kid-command"),
            ("a\nb", "kid-command"),
            ("*)(uid=*", "kid-ldap"),
            ("a)(b", "kid-ldap"),
            ("(|(a=b", "kid-ldap"),
            ("http://evil.example/key", "kid-url"),
            ("https://evil.example/key.pem", "kid-url"),
            ("file:///tmp/key", "kid-url"),
        ] {
            assert_eq!(judge(kid).map(|(record, ..)| record.id), Some(id), "{kid}");
        }
    }

    #[test]
    fn ordinary_key_ids_raise_nothing() {
        for kid in [
            "",
            "1",
            "2026-01/rs256",
            "June 5",
            "R & D key",
            "O'Brien's key",
            "cccc3333-3333-4333-8333-cccccccccccc",
            "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
            "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9X--",
            "did:example:ann#key-1",
            "did:web:issuer.example:keys.json",
            "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
            "urn:ietf:params:oauth:jwk-thumbprint:sha-256:NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
            "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
            "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1",
            "OenI+434JhbvfDntfV/8rOxG7FkvyjaKVJaVqIFBXohVhAe5fK8=",
            "/8rOxG7FkvyjaKVJaVqIFBXohVhAe5fK8OenI+434Jhb",
            "AAAA:BBBB:CCCC",
            "frodo.baggins@hobbiton.example",
            "union-2024",
            "selected; updated",
            "k1\n",
            "key (new)",
            "Schlüssel/1",
        ] {
            assert!(judge(kid).is_none(), "{kid}");
        }
    }

    #[test]
    fn says_what_it_saw() {
        // The seed of the catalogue.
        let token = token_of(
            "eyJhbGciOiJIUzI1NiIsImtpZCI6Ii4uLy4uLy4uLy4uL2Rldi9udWxsIn0.eyJzdWIiOiJ1MSJ9.E-S4D_4rTErRQBXYxZ78ZwXHwl3NJmqD2iY7MmUbAG0",
        );
        let message =
            "The key ID is a path that leads out of a folder of keys, as in known attacks: `../../../../dev/null`.";
        check(&RULE, &token, "kid-path-traversal", "/header/kid", message);
    }

    #[test]
    fn is_found_in_every_header() {
        let signature = |kid: &str| format!(r#"{{"header":{{"alg":"HS256","kid":"{kid}"}},"signature":"AAAA"}}"#);
        let signatures = [signature("k1"), signature("/dev/null")].join(",");
        let token = token_of(&format!(r#"{{"payload":"{}","signatures":[{signatures}]}}"#, encode("{}")));
        assert_eq!(found_by(&RULE, &token).len(), 1);
    }

    #[test]
    fn addresses_are_quiet_where_they_belong() {
        let header = r#"{"alg":"ES256","kid":"https://ca.example/acct/1","nonce":"n","url":"https://ca.example/new"}"#;
        check_quiet(&RULE, &token_from(header, "{}"));
    }

    #[test]
    fn knows_each_sign_to_the_letter() {
        for (kid, expected) in [
            ("a.pem", "kid-file-path"),
            ("a.key", "kid-file-path"),
            ("a.crt", "kid-file-path"),
            ("a.cer", "kid-file-path"),
            ("a.der", "kid-file-path"),
            ("a.jwk", "kid-file-path"),
            ("a.json", "kid-file-path"),
            ("did:a.pem", ""),
            ("urn:a.pem", ""),
            ("arn:a.pem", ""),
            ("a)(", "kid-ldap"),
            ("a*)", "kid-ldap"),
            ("(|a", "kid-ldap"),
            ("/aB345678901234567+9", ""),
            ("/aB34567890123456+9", "kid-file-path"),
            ("a`b", ""),
            ("``", ""),
            ("``x`id`", "kid-command"),
        ] {
            assert_eq!(judge(kid).map_or("", |(record, ..)| record.id), expected, "{kid}");
        }
        for (kid, severity) in [
            ("/dev/null", Severity::Error),
            ("a' or 1", Severity::Error),
            ("$(id)", Severity::Error),
            ("*)(uid=*", Severity::Warning),
            ("https://a.example", Severity::Notice),
            ("http://a.example", Severity::Warning),
            ("/a", Severity::Warning),
        ] {
            assert_eq!(judge(kid).map(|(_, severity, _)| severity), Some(severity), "{kid}");
        }
        for (typ, is_quiet) in [("vc+jwt", true), ("vp+jwt", true), ("entity-statement+jwt", true), ("JWT", false)] {
            let header = format!("{{\"alg\":\"ES256\",\"kid\":\"https://a.example/1\",\"typ\":\"{typ}\"}}");
            assert_eq!(found_by(&RULE, &token_from(&header, "{}")).is_empty(), is_quiet, "{typ}");
        }
    }
}
