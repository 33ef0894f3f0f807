//! Texts that hold no token: recognising them never fails, and takes time in proportion to their length.

use std::time::{Duration, Instant};

use inspect::not_a_jwt::{notes, recognise};
use proptest::prelude::*;

#[test]
fn hostile_texts_take_bounded_time() {
    for piece in [
        "a",
        "aB3",
        "A.",
        "=",
        ":",
        "--",
        "%2",
        "{",
        "[\"",
        "<a ",
        "-----BEGIN ",
        "é",
        "SAMLResponse=",
        "code=&",
        "\n",
        "v4.public.A",
        "a=",
        "export ",
        "[a] => 1\n",
        "map[a:1 ",
        "{:a=>",
        "{a: '",
        "['",
        "gYGB",
        "HC1:A",
        "k8s-aws-v1.",
        "signed_request=",
        "{}",
        "ghp_/",
        "ya29./",
        " hvs.",
        "/sk-a",
        " v4.public.",
        "=pk.eyJ1.",
        "/eyJ",
        " ops_eyJ",
        ":APA91b",
        "Bearer ",
        "token=%",
        "authorization:",
    ] {
        let text = piece.repeat(2_000_000 / piece.len());
        let before = Instant::now();
        let _ = recognise(&text);
        let _ = notes(&text);
        // A quadratic step takes minutes.
        assert!(before.elapsed() < Duration::from_secs(10), "{piece} takes {:?}", before.elapsed());
    }
}

/// Beginnings that lead into each recogniser.
const BEGINNINGS: &str = "Basic |Negotiate |v2.public.|v4.local.|gAAAA|MDA|AgE|.eJ|eyJ|CfDJ8|s:|{\"kty\":|{\"keys\":[|\
    <samlp:|SAMLResponse=|SAMLRequest=%|-----BEGIN |ssh-rsa AAAA|https://a?code=|01ARZ3|H4sI|ghp_|SG.|a--b--|x:y:|\"|\
    k8s-aws-v1.|HC1:6B|{'a': |{:a=>|map[a:1 |[a] => |array (|o2d2ZXJz|0oRDoQEm|EwB|ghs_1_eyJ|signed_request=|{\"payloadType\":|\
    Bearer |token=|x ghp_|ops_eyJ|a:APA91b|v4.public.eyJ|pk.eyJ1|$";

proptest! {
    #[test]
    fn any_text_is_something_or_nothing(
        beginning in prop::sample::select(BEGINNINGS.split('|').collect::<Vec<_>>()),
        rest in prop_oneof!["[A-Za-z0-9+/=_.:%~-]{0,200}", ".{0,60}"],
    ) {
        for text in [[beginning, &rest].concat(), rest] {
            let notes = notes(&text);
            prop_assert_eq!(notes.is_empty(), text.trim().is_empty());
            if let Some(recognised) = recognise(&text) {
                prop_assert_eq!(notes.first().map(|note| note.id), Some(recognised.id));
                prop_assert!(recognised.id.starts_with("looks-like-"));
            }
        }
    }
}
