//! From answers to what fits, with its reasons and its costs.

use super::Answers;
use super::questions::*;
use super::side_by_side::{BEST_FOR, FORGERY, REVOCATION, SCALING, SCRIPTS, SIZE, STATE};

/// What fits the answers.
pub struct Recommendation {
    pub id: &'static str,
    pub title: &'static str,
    pub summary: &'static str,
    pub reasons: Vec<&'static str>,
    pub costs: Vec<&'static str>,
    /// Positions in `side_by_side::ROWS` that the reasons rest on.
    pub deciding: Vec<usize>,
    pub reference: &'static str,
}

/// A way to carry who somebody is. What is said of it depends on the answers.
struct Way {
    id: &'static str,
    title: &'static str,
    summary: &'static str,
    /// On these answers, in this row of the table: this.
    reasons: &'static [(u16, usize, &'static str)],
    costs: &'static [(u16, &'static str)],
    reference: &'static str,
}

/// The first condition that is met decides; the last one always is.
const DECISIONS: [(u16, &Way); 14] = [
    (OWN_PROGRAMS | OTHERS_PROGRAMS | AT_ONCE, &LOOKUP),
    (OWN_PROGRAMS | OTHERS_PROGRAMS, &PROGRAMS),
    (NO_BROWSER | AT_ONCE, &LOOKUP),
    (NO_BROWSER, &REFRESH),
    (OTHER_SITES, &BFF),
    (OWN_SITE | OTHERS, &BFF),
    (PEOPLE | OTHERS, &BFF),
    (OTHERS | AT_ONCE, &LOOKUP),
    (OTHERS, &REFRESH),
    (SEVERAL | STORE, &SESSION),
    (SEVERAL | NO_STORE | HOUR, &COOKIE),
    (SEVERAL, &BOTH),
    (NO_STORE | MINUTES | HOUR, &COOKIE),
    (0, &SESSION),
];

pub fn recommend(answers: Answers) -> Recommendation {
    let way = DECISIONS.iter().find(|(condition, _)| answers.meet(*condition)).map_or(&SESSION, |(_, way)| *way);
    let reasons = || way.reasons.iter().filter(|(condition, ..)| answers.meet(*condition));
    let mut deciding = Vec::new();
    for (_, row, _) in reasons() {
        if !deciding.contains(row) {
            deciding.push(*row);
        }
    }
    Recommendation {
        id: way.id,
        title: way.title,
        summary: way.summary,
        reasons: reasons().map(|(.., said)| *said).collect::<Vec<_>>(),
        costs: way
            .costs
            .iter()
            .filter(|(condition, _)| answers.meet(*condition))
            .map(|(_, said)| *said)
            .collect::<Vec<_>>(),
        deciding,
        reference: way.reference,
    }
}

const FORGED: &str = "A cookie is sent by itself, so requests forged by other sites must be refused: `SameSite`, and a \
    check of `Origin` or of a token in the form.";

static SESSION: Way = Way {
    id: "session",
    title: "A session cookie",
    summary: "A random number in a cookie that is `HttpOnly`, `Secure` and `SameSite`. All that is known of the session \
        stays on the server.",
    reasons: &[
        (0, BEST_FOR, "For people at a website it is the plain choice: little to build, and browsers guard it."),
        (AT_ONCE, REVOCATION, "Access must end at the next request: deleting the record does that."),
        (MINUTES | HOUR, REVOCATION, "Access can end sooner than you ask for: delete the record."),
        (OWN_SITE, SCRIPTS, "Page and server share a site, so the cookie gets there, and no script can read it."),
        (ONE, SCALING, "One service checks it, so nobody else has to be able to."),
        (SEVERAL | STORE, SCALING, "All your services can ask the same store."),
        (STORE, STATE, "The store it needs is there already."),
    ],
    costs: &[
        (0, "Every request asks the store, which has to be quick and up."),
        (NO_STORE, "There is no shared store yet. One service can use its database; more of them need one to share."),
        (0, FORGED),
    ],
    reference: "OWASP Session Management Cheat Sheet",
};

static BOTH: Way = Way {
    id: "session-and-jwt",
    title: "A session for the browser, short JWTs behind it",
    summary: "The browser holds a session cookie. The service in front looks it up, and passes a JWT of a few minutes to \
        the services behind.",
    reasons: &[
        (0, SCALING, "The services behind check the JWT by themselves; none of them has to ask the session store."),
        (AT_ONCE, REVOCATION, "Deleting the session stops the browser at its next request."),
        (
            MINUTES | HOUR,
            REVOCATION,
            "Deleting the session stops the browser at once, and all behind it within minutes.",
        ),
        (PEOPLE | OWN_SITE, SCRIPTS, "No token reaches the browser, so no script can carry one away."),
        (NO_STORE, STATE, "Only the service in front needs a store."),
        (0, SIZE, "The claims travel between your servers alone, not with every request of the browser."),
    ],
    costs: &[
        (0, "Two things to build and to watch: sessions in front, keys and their change behind."),
        (
            AT_ONCE,
            "A JWT passed on just before works until it ends. Keep it to a minute, or let what cannot wait ask the \
            session.",
        ),
        (NO_STORE, "The service in front needs a store that is not there yet."),
        (0, FORGED),
    ],
    reference: "RFC 8693 section 1, OWASP Session Management Cheat Sheet",
};

static COOKIE: Way = Way {
    id: "jwt-in-cookie",
    title: "A JWT in an `HttpOnly` cookie",
    summary: "The token stands in a cookie that no script can read, ends after some minutes and is renewed by the server \
        while it is in use.",
    reasons: &[
        (0, STATE, "No store has to be asked: the server checks the signature and the times."),
        (0, SCRIPTS, "`HttpOnly` keeps scripts from reading it, which local storage cannot."),
        (HOUR, REVOCATION, "Access may go on until the token ends, so nothing has to be asked in between."),
        (MINUTES, REVOCATION, "A token of a few minutes ends as soon as you ask for."),
        (SEVERAL, SCALING, "Several services of one site get the same cookie, and each can check it."),
    ],
    costs: &[
        (0, "It cannot be called back: signing out deletes the cookie, and a copy of it works until `exp`."),
        (
            0,
            "Renewal has to ask whether the account may still come in, and must end some day: a copy can be renewed too.",
        ),
        (0, "All of it travels on every request, and browsers need not keep more than 4,096 bytes in a cookie."),
        (0, "The roles in it are those of the moment it was issued."),
        (0, FORGED),
    ],
    reference: "RFC 6265 section 6.1, OWASP JSON Web Token Cheat Sheet",
};

static BFF: Way = Way {
    id: "bff",
    title: "A backend that keeps the tokens (BFF)",
    summary: "The page talks to a small backend of its own site, with a session cookie. The backend alone holds access and \
        refresh tokens, and adds them when it calls the APIs.",
    reasons: &[
        (
            0,
            SCRIPTS,
            "No token reaches the browser: a script that slips in can act while the page is open, but take none away.",
        ),
        (
            OTHER_SITES,
            FORGERY,
            "Browsers hold back cookies between sites. The page's own backend gets its cookie, and calls \
            the other site.",
        ),
        (
            OTHERS,
            SCALING,
            "The services of others want a token that they can check themselves; the backend has one for each.",
        ),
        (AT_ONCE, REVOCATION, "Ending the session at the backend stops the browser at its next request."),
        (
            MINUTES | HOUR,
            REVOCATION,
            "Ending the session stops the browser at once; a token in use ends within minutes.",
        ),
        (STORE, STATE, "The store for its sessions is there already."),
    ],
    costs: &[
        (0, "One more service to run, in the way of every request, with sessions and tokens to keep."),
        (
            AT_ONCE,
            "A token that it has used elsewhere works there until `exp`: keep access tokens to minutes, and revoke \
            the refresh token.",
        ),
        (NO_STORE, "Its sessions need a store that is not there yet, or an encrypted cookie."),
        (0, FORGED),
    ],
    reference: "OAuth 2.0 for Browser-Based Applications section 6.1",
};

static REFRESH: Way = Way {
    id: "refresh",
    title: "Short JWTs, and a refresh token",
    summary: "An access token of five to fifteen minutes. A refresh token, which the issuer can revoke, gets the next one.",
    reasons: &[
        (0, REVOCATION, "Access ends within the life of one access token: the issuer refuses to renew it."),
        (SEVERAL | OTHERS, SCALING, "Each service checks it by itself with the issuer's public key."),
        (
            NO_BROWSER,
            SCRIPTS,
            "There is no page for a script to slip into; an app has protected storage of its system.",
        ),
        (NO_STORE, STATE, "Only the issuer keeps anything: its refresh tokens."),
        (HOUR | MINUTES, BEST_FOR, "A few minutes of delay are allowed, and that is what it takes."),
    ],
    costs: &[
        (0, "An access token works until `exp`, whatever has happened since."),
        (
            0,
            "The refresh token is the more precious one: exchange it at each use, and revoke its whole line when an old one \
            comes back.",
        ),
        (ONE, "With one service alone, a random token that it looks up does the same with less."),
    ],
    reference: "RFC 9700 section 4.14, RFC 9068",
};

static PROGRAMS: Way = Way {
    id: "programs",
    title: "Short JWTs that programs fetch for themselves",
    summary: "Each program shows its own credential to an issuer and gets a token for one audience and some minutes (client \
        credentials).",
    reasons: &[
        (
            0,
            BEST_FOR,
            "A program can fetch a new token whenever it needs one: nobody signs in, nothing has to be refreshed.",
        ),
        (SEVERAL | OTHERS, SCALING, "Each service checks it by itself with the issuer's public key."),
        (
            OTHERS_PROGRAMS,
            SCALING,
            "Programs of others prove who they are in one place, and your services need to know that one alone.",
        ),
        (MINUTES | HOUR, REVOCATION, "Access ends within the life of one token: the issuer gives no other."),
        (NO_STORE, STATE, "The services keep nothing."),
    ],
    costs: &[
        (0, "Keys to publish and to change, and every service must choose them by issuer."),
        (0, "Who copies a token can use it until `exp`. Bind it to the client's key (mutual TLS, DPoP) where you can."),
        (ONE, "With one service alone, a random key that it looks up may be enough."),
    ],
    reference: "RFC 6749 section 4.4, RFC 9700 section 4.10.1",
};

static LOOKUP: Way = Way {
    id: "lookup",
    title: "A random token that is looked up",
    summary: "It says nothing by itself. The service asks the issuer, or a store, what it stands for (token introspection).",
    reasons: &[
        (0, REVOCATION, "Access must end at the next request: what is not found is refused."),
        (0, SIZE, "It is short, and tells nothing to whoever finds it."),
        (ONE, SCALING, "One service asks, so one answer for each request is all it takes."),
        (STORE, STATE, "The store to ask is there already."),
    ],
    costs: &[
        (0, "Every request waits for the answer, and is refused while there is none."),
        (0, "Whoever remembers an answer, remembers it for seconds: so long access goes on."),
        (
            SEVERAL | OTHERS,
            "Every service must be able to ask. A JWT beside a list of refused `jti` would ask just as often.",
        ),
        (NO_STORE, "There is nothing to ask yet: it has to be built."),
    ],
    reference: "RFC 7662 section 4",
};

#[cfg(test)]
mod tests {
    use super::super::side_by_side::ROWS;
    use super::*;
    use expect_test::expect_file;

    /// Every way to answer all, some or none of the questions.
    fn every_path() -> Vec<Answers> {
        QUESTIONS.iter().fold(vec![Answers::default()], |paths, question| {
            let answered = paths.iter().flat_map(|path| {
                question.answers.iter().map(|(answer, _)| {
                    let mut path = *path;
                    path.toggle(*answer);
                    path
                })
            });
            answered.chain(paths.iter().copied()).collect()
        })
    }

    fn after(given: &[u16]) -> Answers {
        let mut answers = Answers::default();
        given.iter().for_each(|answer| answers.toggle(*answer));
        answers
    }

    #[test]
    fn every_path_leads_somewhere() {
        let paths = every_path();
        assert_eq!(paths.len(), 4 * 4 * 4 * 4 * 3);
        let mut reached: Vec<&str> = Vec::new();
        for path in &paths {
            let found = recommend(*path);
            assert!(!found.reasons.is_empty() && !found.costs.is_empty() && !found.reference.is_empty(), "{path:?}");
            assert!(!found.deciding.is_empty() && found.deciding.iter().all(|row| *row < ROWS.len()), "{path:?}");
            reached.push(found.id);
        }
        for (at, (condition, way)) in DECISIONS.iter().enumerate() {
            assert!(reached.contains(&way.id), "{}", way.id);
            let decides = |path: &&Answers| DECISIONS.iter().position(|(other, _)| path.meet(*other)) == Some(at);
            assert!(paths.iter().any(|path| decides(&path)), "nothing is left for {condition:b}");
        }
    }

    /// A reason or cost that no path shows is dead text.
    #[test]
    fn everything_that_can_be_said_is_said_somewhere() {
        let said: Vec<Recommendation> = every_path().into_iter().map(recommend).collect();
        for (_, way) in &DECISIONS {
            let of_way = || said.iter().filter(|found| found.id == way.id);
            for (_, _, reason) in way.reasons {
                assert!(of_way().any(|found| found.reasons.contains(reason)), "{}: {reason}", way.id);
            }
            for (_, cost) in way.costs {
                assert!(of_way().any(|found| found.costs.contains(cost)), "{}: {cost}", way.id);
            }
        }
    }

    #[test]
    fn what_must_end_at_once_is_never_a_jwt_alone() {
        for path in every_path().into_iter().filter(|path| path.has(AT_ONCE)) {
            let found = recommend(path).id;
            assert!(["session", "session-and-jwt", "bff", "lookup"].contains(&found), "{path:?}: {found}");
        }
    }

    #[test]
    fn no_token_is_laid_into_a_browser_where_scripts_can_read_it() {
        for path in every_path().into_iter().filter(|path| path.has(OWN_SITE | OTHER_SITES)) {
            if !path.has(OWN_PROGRAMS | OTHERS_PROGRAMS) {
                let found = recommend(path).id;
                assert!(["session", "session-and-jwt", "bff", "jwt-in-cookie"].contains(&found), "{path:?}: {found}");
            }
        }
    }

    #[test]
    fn without_an_answer_it_is_the_plain_one() {
        assert_eq!(recommend(Answers::default()).id, "session");
    }

    #[test]
    fn typical_cases() {
        let cases: [(&[u16], &str); 10] = [
            (&[PEOPLE, OWN_SITE, AT_ONCE, ONE, STORE], "session"),
            (&[PEOPLE, OWN_SITE, AT_ONCE, ONE, NO_STORE], "session"),
            (&[PEOPLE, OWN_SITE, MINUTES, SEVERAL, NO_STORE], "session-and-jwt"),
            (&[PEOPLE, OWN_SITE, HOUR, SEVERAL, NO_STORE], "jwt-in-cookie"),
            (&[PEOPLE, OTHER_SITES, MINUTES, ONE, STORE], "bff"),
            (&[PEOPLE, OWN_SITE, MINUTES, OTHERS, NO_STORE], "bff"),
            (&[PEOPLE, NO_BROWSER, MINUTES, SEVERAL, NO_STORE], "refresh"),
            (&[PEOPLE, NO_BROWSER, AT_ONCE, SEVERAL, STORE], "lookup"),
            (&[OWN_PROGRAMS, NO_BROWSER, HOUR, SEVERAL, NO_STORE], "programs"),
            (&[OTHERS_PROGRAMS, NO_BROWSER, AT_ONCE, ONE, STORE], "lookup"),
        ];
        for (given, expected) in cases {
            assert_eq!(recommend(after(given)).id, expected, "{given:?}");
        }
    }

    #[test]
    fn the_row_that_decides_is_that_of_the_reason() {
        let found = recommend(after(&[AT_ONCE]));
        assert_eq!(found.deciding, [BEST_FOR, REVOCATION]);
    }

    /// All that can be said for each way, to be read in a review.
    #[test]
    fn reads_well() {
        let mut text = String::new();
        let mut ways: Vec<&Way> = Vec::new();
        for (_, way) in DECISIONS {
            if !ways.iter().any(|known| known.id == way.id) {
                ways.push(way);
            }
        }
        let named = |condition: u16| {
            let answers = QUESTIONS.iter().flat_map(|question| question.answers);
            let names: Vec<_> =
                answers.filter(|(answer, _)| condition & answer != 0).map(|(_, name)| name.to_lowercase()).collect();
            if names.is_empty() { String::new() } else { format!("[{}] ", names.join(" / ")) }
        };
        for way in ways {
            text += &format!("{}: {}\n{}\n", way.id, way.title, way.summary);
            for (condition, row, reason) in way.reasons {
                text += &format!("  + {}{reason} ({})\n", named(*condition), ROWS[*row].topic);
            }
            for (condition, cost) in way.costs {
                text += &format!("  - {}{cost}\n", named(*condition));
            }
            text += &format!("  {}\n\n", way.reference);
        }
        expect_file!["recommendations.expected"].assert_eq(&text);
    }
}
