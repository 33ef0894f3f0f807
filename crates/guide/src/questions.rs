//! The questions that decide between a session cookie and a JWT, and what was answered.

/// A question and its answers.
pub struct Question {
    pub text: &'static str,
    pub answers: &'static [(u16, &'static str)],
}

pub const PEOPLE: u16 = 1;
pub const OWN_PROGRAMS: u16 = 1 << 1;
pub const OTHERS_PROGRAMS: u16 = 1 << 2;
pub const OWN_SITE: u16 = 1 << 3;
pub const OTHER_SITES: u16 = 1 << 4;
pub const NO_BROWSER: u16 = 1 << 5;
pub const AT_ONCE: u16 = 1 << 6;
pub const MINUTES: u16 = 1 << 7;
pub const HOUR: u16 = 1 << 8;
pub const ONE: u16 = 1 << 9;
pub const SEVERAL: u16 = 1 << 10;
pub const OTHERS: u16 = 1 << 11;
pub const STORE: u16 = 1 << 12;
pub const NO_STORE: u16 = 1 << 13;

pub const QUESTIONS: [Question; 5] = [
    Question {
        text: "Who calls?",
        answers: &[
            (PEOPLE, "People who sign in"),
            (OWN_PROGRAMS, "Our own programs"),
            (OTHERS_PROGRAMS, "Programs of others"),
        ],
    },
    Question {
        text: "Is there a browser?",
        answers: &[
            (OWN_SITE, "Yes, on our own site"),
            (OTHER_SITES, "Yes, on another site"),
            (NO_BROWSER, "No: an app or a server"),
        ],
    },
    Question {
        text: "How soon must access end when you say so?",
        answers: &[(AT_ONCE, "At the next request"), (MINUTES, "Within minutes"), (HOUR, "Within the hour")],
    },
    Question {
        text: "How many services check it?",
        answers: &[(ONE, "One"), (SEVERAL, "Several of our own"), (OTHERS, "Also those of others")],
    },
    Question { text: "Is there a store that all of them can ask?", answers: &[(STORE, "Yes"), (NO_STORE, "No")] },
];

/// At most one answer to each question: a bit for each that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers(u16);

impl Answers {
    pub fn has(self, answer: u16) -> bool {
        self.0 & answer != 0
    }

    /// Gives this answer in place of any other to its question, or takes it back.
    pub fn toggle(&mut self, answer: u16) {
        if let Some(question) = QUESTIONS.iter().find(|question| question.mask() & answer != 0) {
            let given = self.0 & answer;
            self.0 &= !question.mask();
            if given == 0 {
                self.0 |= answer & question.mask();
            }
        }
    }

    pub fn are_complete(self) -> bool {
        QUESTIONS.iter().all(|question| self.has(question.mask()))
    }

    pub fn are_none(self) -> bool {
        self.0 == 0
    }

    /// Whether these hold: of each question named in `condition`, one of the answers named there.
    pub fn meet(self, condition: u16) -> bool {
        QUESTIONS.iter().map(|question| question.mask() & condition).all(|named| named == 0 || self.has(named))
    }
}

impl Question {
    fn mask(&self) -> u16 {
        self.answers.iter().fold(0, |mask, (answer, _)| mask | answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_answer_is_one_bit_of_its_own() {
        let all = QUESTIONS.iter().flat_map(|question| question.answers);
        let mut seen = 0;
        for (answer, text) in all {
            assert_eq!((answer.count_ones(), seen & answer), (1, 0), "{text}");
            seen |= answer;
        }
        assert_eq!(seen, (1 << 14) - 1);
    }

    #[test]
    fn a_second_answer_replaces_the_first_and_the_same_one_takes_it_back() {
        let mut answers = Answers::default();
        answers.toggle(PEOPLE);
        answers.toggle(AT_ONCE);
        answers.toggle(OWN_PROGRAMS);
        assert!(answers.has(OWN_PROGRAMS) && answers.has(AT_ONCE) && !answers.has(PEOPLE));
        answers.toggle(OWN_PROGRAMS);
        answers.toggle(AT_ONCE);
        assert!(answers.are_none());
        // No question has this one.
        answers.toggle(1 << 15);
        assert!(answers.are_none());
    }

    #[test]
    fn a_condition_asks_for_one_answer_of_each_question_it_names() {
        let mut answers = Answers::default();
        assert!(answers.meet(0) && !answers.meet(PEOPLE));
        answers.toggle(OWN_PROGRAMS);
        assert!(answers.meet(OWN_PROGRAMS | OTHERS_PROGRAMS) && !answers.meet(OWN_PROGRAMS | AT_ONCE));
        answers.toggle(AT_ONCE);
        assert!(answers.meet(OWN_PROGRAMS | AT_ONCE | MINUTES));
    }
}
