//! The three parts of a token at a glance: as they are written, what they say, and what they are for.

use yew::prelude::*;

struct SamplePart {
    role: &'static str,
    name: &'static str,
    /// As it stands in the token.
    written: &'static str,
    says: &'static str,
    what_for: &'static str,
}

const PARTS: [SamplePart; 3] = [
    SamplePart {
        role: "header",
        name: "Header",
        written: "eyJhbGciOiJSUzI1NiIsImtpZCI6IjdjOWQ0YSJ9",
        says: r#"{"alg":"RS256","kid":"7c9d4a"}"#,
        what_for: "How it was signed, and with which key.",
    },
    SamplePart {
        role: "payload",
        name: "Claims",
        written: "eyJpc3MiOiJsb2dpbi5leGFtcGxlLmNvbSIsInN1YiI6ImdyYWNlIiwiYXVkIjoib3JkZXJzIiwiZXhwIjoxNzk1ODI2Mjc5fQ",
        says: r#"{"iss":"login.example.com","sub":"grace","aud":"orders","exp":1795826279}"#,
        what_for: "Whom it is about, whom it is for, and until when. Anyone can read this, and anyone could have written it.",
    },
    SamplePart {
        role: "signature",
        name: "Signature",
        written: "bjQLnP-zepicpUTmu3gKLHiQHT-zNzh2hRGj…",
        says: "256 bytes",
        what_for: "Made with the issuer’s key. Only a check with that key tells who wrote the rest.",
    },
];

pub fn three_parts() -> Html {
    html! {
        <section class="three-parts" aria-label="The three parts of a token">
            for part in &PARTS {
                <div data-role={part.role}>
                    <h2>{part.name}</h2>
                    <code class="written">{part.written}</code>
                    <code>{part.says}</code>
                    <p>{part.what_for}</p>
                </div>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_says_that() {
        for part in &PARTS[..2] {
            assert_eq!(decode::base64url::encode(part.says.as_bytes()), part.written);
        }
    }
}
