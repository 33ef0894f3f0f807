//! What is recognized as sensitive, and what is not.

use super::check_digits::{is_bank_account, is_card_number};
use super::*;

#[test]
fn takes_names_by_their_last_words() {
    for name in ["password", "Password", "DB_PASSWORD", "user-password", "userPassword", "data.password", "pass_word"] {
        assert!(ends_in(name, "password"), "{name}");
    }
    for name in ["password_expires", "passwords", "nopassword", "NOPASSWORD", "word", ""] {
        assert!(!ends_in(name, "password"), "{name}");
    }
    assert!(ends_in("apiKey", "apikey") && ends_in("x-api-key", "apikey") && !ends_in("monkey", "key"));
}

#[test]
fn last_letters_are_those_of_the_words() {
    let words = NAMES.iter().flat_map(|(_, words)| *words);
    assert!(
        words
            .into_iter()
            .all(|word| by_name(word).is_some() && LAST_LETTERS.contains(&word.as_bytes()[word.len() - 1]))
    );
}

#[test]
fn knows_cards_by_their_schemes_and_last_digits() {
    for text in [
        "4242424242424242",
        "4242 4242 4242 4242",
        "5555-5555-5555-4444",
        "2223003122003222",
        "378282246310005",
        "30569309025904",
        "6011111111111117",
        "3530111333300000",
    ] {
        assert!(is_card_number(text), "{text}");
    }
    for text in ["4242424242424241", "1234567812345670", "42424242424242", "4242424242424242424242", "", "0"] {
        assert!(!is_card_number(text), "{text}");
    }
}

#[test]
fn knows_accounts_by_their_check_digits() {
    for text in ["DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "NO9386011117947"] {
        assert!(is_bank_account(text), "{text}");
    }
    for text in ["DE88370400440532013000", "DE8937040044é32013000", "de89370400440532013000", "DE89", "€€"] {
        assert!(!is_bank_account(text), "{text}");
    }
}

#[test]
fn knows_people_and_networks() {
    for text in ["ada@example.com", "+4915112345678"] {
        assert!(SensitiveText::new(text).is_personal(), "{text}");
    }
    for text in ["ada", "x@clients", "mailto:a@b.example", "a@b.iam.gserviceaccount.com", "+1", "@a.example", "+x"] {
        assert!(!SensitiveText::new(text).is_personal(), "{text}");
    }
    for text in [
        "10.0.0.7",
        "https://192.168.1.1/x",
        "db.prod.internal",
        "http://wiki.corp/x",
        "nas.home.arpa",
        "/home/ada/.ssh",
        "C:\\Users",
        "Error\n    at main.js:1",
    ] {
        assert!(SensitiveText::new(text).is_internal(), "{text}");
    }
    for text in ["8.8.8.8", "1.2.3", "https://a.example", "api", "https://kubernetes.default.svc.cluster.local", "/x"] {
        assert!(!SensitiveText::new(text).is_internal(), "{text}");
    }
}
