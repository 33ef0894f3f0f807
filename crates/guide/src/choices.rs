//! The questions that decide between a session cookie and a JWT, and what was answered.

/// A question of the chooser with its answers.
pub struct Choice {
    pub text: &'static str,
    pub answers: &'static [(Answer, &'static str)],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    People,
    OwnPrograms,
    OthersPrograms,
    OwnSite,
    OtherSites,
    NoBrowser,
    AtOnce,
    Minutes,
    Hour,
    One,
    Several,
    Others,
    Store,
    NoStore,
}

impl Answer {
    pub const ALL: [Self; 14] = [
        Self::People,
        Self::OwnPrograms,
        Self::OthersPrograms,
        Self::OwnSite,
        Self::OtherSites,
        Self::NoBrowser,
        Self::AtOnce,
        Self::Minutes,
        Self::Hour,
        Self::One,
        Self::Several,
        Self::Others,
        Self::Store,
        Self::NoStore,
    ];
}

pub const CHOICES: [Choice; 5] = [
    Choice {
        text: "Who calls?",
        answers: &[
            (Answer::People, "People who sign in"),
            (Answer::OwnPrograms, "Our own programs"),
            (Answer::OthersPrograms, "Programs of others"),
        ],
    },
    Choice {
        text: "Is there a browser?",
        answers: &[
            (Answer::OwnSite, "Yes, on our own site"),
            (Answer::OtherSites, "Yes, on another site"),
            (Answer::NoBrowser, "No: an app or a server"),
        ],
    },
    Choice {
        text: "How soon must access end when you say so?",
        answers: &[
            (Answer::AtOnce, "At the next request"),
            (Answer::Minutes, "Within minutes"),
            (Answer::Hour, "Within the hour"),
        ],
    },
    Choice {
        text: "How many services check it?",
        answers: &[
            (Answer::One, "One"),
            (Answer::Several, "Several of our own"),
            (Answer::Others, "Also those of others"),
        ],
    },
    Choice {
        text: "Is there a store that all of them can ask?",
        answers: &[(Answer::Store, "Yes"), (Answer::NoStore, "No")],
    },
];

/// At most one answer to each question, in the order of [`CHOICES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers([Option<Answer>; CHOICES.len()]);

impl Answers {
    pub fn has(self, answer: Answer) -> bool {
        self.0.contains(&Some(answer))
    }

    /// Gives this answer in place of any other to its question. An answer that is already given is taken back.
    pub fn toggle(&mut self, answer: Answer) {
        for (choice, given) in CHOICES.iter().zip(&mut self.0) {
            if choice.offers(answer) {
                *given = if *given == Some(answer) { None } else { Some(answer) };
            }
        }
    }

    pub fn are_complete(self) -> bool {
        self.0.iter().all(Option::is_some)
    }

    pub fn are_none(self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Whether the answers meet a condition. For each question that the condition has answers to, one of those must be
    /// given. An empty condition is always met.
    pub fn meet(self, condition: &[Answer]) -> bool {
        CHOICES.iter().zip(self.0).all(|(choice, given)| {
            given.is_some_and(|given| condition.contains(&given))
                || !condition.iter().any(|answer| choice.offers(*answer))
        })
    }
}

impl Choice {
    fn offers(&self, answer: Answer) -> bool {
        self.answers.iter().any(|(offered, _)| *offered == answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_answer_belongs_to_one_question() {
        for answer in Answer::ALL {
            assert_eq!(CHOICES.iter().filter(|choice| choice.offers(answer)).count(), 1, "{answer:?}");
        }
        assert_eq!(CHOICES.iter().map(|choice| choice.answers.len()).sum::<usize>(), Answer::ALL.len());
    }

    #[test]
    fn a_second_answer_replaces_the_first_and_the_same_one_takes_it_back() {
        let mut answers = Answers::default();
        answers.toggle(Answer::People);
        answers.toggle(Answer::AtOnce);
        answers.toggle(Answer::OwnPrograms);
        assert!(answers.has(Answer::OwnPrograms) && answers.has(Answer::AtOnce) && !answers.has(Answer::People));
        answers.toggle(Answer::OwnPrograms);
        answers.toggle(Answer::AtOnce);
        assert!(answers.are_none());
    }

    #[test]
    fn a_condition_asks_for_one_answer_of_each_question_it_names() {
        let mut answers = Answers::default();
        assert!(answers.meet(&[]) && !answers.meet(&[Answer::People]));
        answers.toggle(Answer::OwnPrograms);
        assert!(answers.meet(&[Answer::OwnPrograms, Answer::OthersPrograms]));
        assert!(!answers.meet(&[Answer::OwnPrograms, Answer::AtOnce]));
        answers.toggle(Answer::AtOnce);
        assert!(answers.meet(&[Answer::OwnPrograms, Answer::AtOnce, Answer::Minutes]));
    }
}
