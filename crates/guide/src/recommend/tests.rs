//! Every path through the questions, and the text of every recommendation.

use super::*;
use crate::choices::CHOICES;
use crate::side_by_side::{BEST_FOR, REVOCATION, ROWS};
use expect_test::expect_file;

/// Every way to answer all, some or none of the questions.
fn every_path() -> Vec<Answers> {
    CHOICES.iter().fold(vec![Answers::default()], |paths, question| {
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

fn after(given: &[Answer]) -> Answers {
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
        let decides = |path: &&Answers| DECISIONS.iter().position(|(other, _)| path.meet(other)) == Some(at);
        assert!(paths.iter().any(|path| decides(&path)), "nothing is left for {condition:?}");
    }
}

/// A reason or cost that no path shows would be dead text.
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
    for path in every_path().into_iter().filter(|path| path.has(AtOnce)) {
        let found = recommend(path).id;
        assert!(["session", "session-and-jwt", "bff", "lookup"].contains(&found), "{path:?}: {found}");
    }
}

#[test]
fn no_token_is_laid_into_a_browser_where_scripts_can_read_it() {
    for path in every_path().into_iter().filter(|path| path.has(OwnSite) || path.has(OtherSites)) {
        if !(path.has(OwnPrograms) || path.has(OthersPrograms)) {
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
    let cases: [(&[Answer], &str); 10] = [
        (&[People, OwnSite, AtOnce, One, Store], "session"),
        (&[People, OwnSite, AtOnce, One, NoStore], "session"),
        (&[People, OwnSite, Minutes, Several, NoStore], "session-and-jwt"),
        (&[People, OwnSite, Hour, Several, NoStore], "jwt-in-cookie"),
        (&[People, OtherSites, Minutes, One, Store], "bff"),
        (&[People, OwnSite, Minutes, Others, NoStore], "bff"),
        (&[People, NoBrowser, Minutes, Several, NoStore], "refresh"),
        (&[People, NoBrowser, AtOnce, Several, Store], "lookup"),
        (&[OwnPrograms, NoBrowser, Hour, Several, NoStore], "programs"),
        (&[OthersPrograms, NoBrowser, AtOnce, One, Store], "lookup"),
    ];
    for (given, expected) in cases {
        assert_eq!(recommend(after(given)).id, expected, "{given:?}");
    }
}

#[test]
fn the_row_that_decides_is_that_of_the_reason() {
    let found = recommend(after(&[AtOnce]));
    assert_eq!(found.deciding, [BEST_FOR, REVOCATION]);
}

/// All reasons and costs of each way in one text, for review.
#[test]
fn reads_well() {
    let mut text = String::new();
    let mut ways: Vec<&Way> = Vec::new();
    for (_, way) in DECISIONS {
        if !ways.iter().any(|known| known.id == way.id) {
            ways.push(way);
        }
    }
    let named = |condition: &[Answer]| {
        let answers = CHOICES.iter().flat_map(|question| question.answers);
        let names: Vec<_> =
            answers.filter(|(answer, _)| condition.contains(answer)).map(|(_, name)| name.to_lowercase()).collect();
        if names.is_empty() { String::new() } else { format!("[{}] ", names.join(" / ")) }
    };
    for way in ways {
        text += &format!("{}: {}\n{}\n", way.id, way.title, way.summary);
        for (condition, row, reason) in way.reasons {
            text += &format!("  + {}{reason} ({})\n", named(condition), ROWS[*row].topic);
        }
        for (condition, cost) in way.costs {
            text += &format!("  - {}{cost}\n", named(condition));
        }
        text += &format!("  {}\n\n", way.reference);
    }
    expect_file!["../recommendations.expected"].assert_eq(&text);
}
