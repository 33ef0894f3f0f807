//! The pasted text cut into runs of one colour.

use std::ops::Range;
use std::rc::Rc;

use decode::{Role, Span, Token};
use yew::prelude::*;

use crate::state::Selection;
use crate::state::reading::{Reading, Standing};
use crate::views::glyphs::mark;
use crate::views::same::Same;

/// A stretch of the pasted text that is shown in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    span: Span,
    paint: Paint,
    selection: Option<Selection>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paint {
    /// Of no token.
    Around,
    /// Taken away from the chosen token.
    Removed,
    /// Between two parts.
    Dot,
    /// Of the chosen token.
    Part(Role),
    /// Of a token that is not the chosen one.
    OtherToken,
}

/// All of the text, in order and without gaps, but in short outside the windows. `opened` is the way from the chosen token to the one that is shown.
fn runs(text: &str, reading: &Reading, chosen: usize, opened: &[usize], windows: Option<&[Span]>) -> Vec<Run> {
    let mut strokes = Strokes::within(windows);
    for (position, token) in reading.tokens.iter().enumerate() {
        if position != chosen {
            for span in stretches(token) {
                strokes.add(Run { span, paint: Paint::OtherToken, selection: None });
            }
            continue;
        }
        let mut of_chosen = Strokes::of(&Standing::of(token, &[]), windows);
        if !opened.is_empty() {
            of_chosen = of_chosen.under(Strokes::of(&Standing::of(token, opened), windows));
        }
        of_chosen.removed(token);
        of_chosen.runs.into_iter().for_each(|run| strokes.add(run));
    }

    let around = |start, end| Run { span: Span::new(start, end), paint: Paint::Around, selection: None };
    let mut runs = Vec::with_capacity(strokes.runs.len() * 2 + 1);
    let mut end = 0;
    for stroke in strokes.runs {
        let span = Span::new(stroke.span.start.max(end), stroke.span.end.min(text.len()));
        if span.is_empty() {
            continue;
        }
        if span.start > end {
            runs.push(around(end, span.start));
        }
        end = span.end;
        runs.push(Run { span, ..stroke });
    }
    if end < text.len() {
        runs.push(around(end, text.len()));
    }
    runs
}

/// A token that is cut into more stretches than this is painted as one.
const MOST_STRETCHES: usize = 100;

/// Where a token stands. Others may stand between the stretches of one that was cut into parts.
fn stretches(token: &Token) -> Vec<Span> {
    if token.pieces.len() > MOST_STRETCHES {
        return vec![token.span];
    }
    token.in_paste(Span::new(0, token.text.len()))
}

/// Runs in the order of the text, with gaps.
struct Strokes<'w> {
    runs: Vec<Run>,
    /// Only runs in these stretches of the text are wanted. None for all.
    windows: Option<&'w [Span]>,
}

impl<'w> Strokes<'w> {
    fn within(windows: Option<&'w [Span]>) -> Self {
        Self { runs: Vec::new(), windows }
    }

    fn of(standing: &Standing, windows: Option<&'w [Span]>) -> Self {
        let mut strokes = Self::within(windows);
        strokes.paint(standing);
        strokes
    }

    /// Nearly always the last one, so that this is cheap.
    fn add(&mut self, run: Run) {
        if self.windows.is_none_or(|windows| windows.iter().any(|window| window.overlaps(run.span))) {
            let position = self.runs.partition_point(|other| other.span <= run.span);
            self.runs.insert(position, run);
        }
    }

    fn paint(&mut self, standing: &Standing) {
        let token = standing.token;
        let mut end = 0;
        for position in in_text_order(token) {
            let part = &token.parts[position];
            let paint = Paint::Part(part.role);
            let of_part = Some(Selection { part: position, member: None });
            self.stroke(standing, Span::new(end, part.span.start), Paint::Dot, None);
            end = part.span.start.max(end);
            for (member, content) in part.members().iter().enumerate() {
                let characters = token.characters_of(part, content.span);
                let of_member = Some(Selection { part: position, member: Some(member) });
                let start = characters.start.max(end);
                self.stroke(standing, Span::new(end, start), paint, of_part);
                self.stroke(standing, Span::new(start, characters.end), paint, of_member);
                end = characters.end.max(start);
            }
            self.stroke(standing, Span::new(end, part.span.end), paint, of_part);
            end = part.span.end.max(end);
        }
        self.stroke(standing, Span::new(end, token.text.len()), Paint::Dot, None);
    }

    fn removed(&mut self, token: &Token) {
        for repair in &token.repairs {
            if !self.runs.iter().any(|run| run.span.overlaps(repair.span)) {
                self.add(Run { span: repair.span, paint: Paint::Removed, selection: None });
            }
        }
    }

    /// Of these characters of the token, wherever they stand in the pasted text.
    fn stroke(&mut self, standing: &Standing, characters: Span, paint: Paint, selection: Option<Selection>) {
        if characters.is_empty() {
            return;
        }
        for span in standing.in_paste(characters) {
            self.add(Run { span, paint, selection });
        }
    }

    /// The rest of these stretches, where no other stretch covers them. Their selections belong to a token that is not shown.
    fn under(self, top: Self) -> Self {
        let mut both = Self::within(self.windows);
        let mut above = top.runs.iter().peekable();
        for run in self.runs {
            let mut start = run.span.start;
            while above.next_if(|above| above.span.end <= start).is_some() {}
            let mut covering = above.clone();
            while let Some(cover) = covering.next_if(|above| above.span.start < run.span.end) {
                both.add(Run { span: Span::new(start, cover.span.start), selection: None, ..run });
                start = start.max(cover.span.end);
            }
            both.add(Run { span: Span::new(start, run.span.end), selection: None, ..run });
        }
        top.runs.into_iter().for_each(|run| both.add(run));
        both
    }
}

/// The parts by where they stand: those of a JSON serialization come in the order in which people read.
fn in_text_order(token: &Token) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..token.parts.len()).collect();
    positions.sort_by_key(|position| token.parts.get(*position).map(|part| part.span));
    positions
}

#[derive(Properties, PartialEq)]
pub struct ColouredTextProps {
    pub text: Rc<str>,
    pub reading: Same<Reading>,
    /// Position of the token that is shown, or that holds it.
    pub chosen: usize,
    /// The way from there to the token that is shown.
    pub opened: Vec<usize>,
    /// Only these stretches of the text. None for all of it.
    #[prop_or_default]
    pub windows: Option<Vec<Span>>,
    pub marked: Option<Selection>,
}

/// The text in colours. What is marked changes often; only the runs that it concerns are drawn again then.
#[component]
pub fn ColouredText(props: &ColouredTextProps) -> Html {
    let ColouredTextProps { text, reading, chosen, opened, windows, marked } = props;
    let of = (text.clone(), reading.clone(), *chosen, opened.clone(), windows.clone());
    let runs = use_memo(of, |(text, reading, chosen, opened, windows)| {
        runs(text, reading, *chosen, opened, windows.as_deref())
    });
    let of_window = |window: Span| {
        let first = runs.partition_point(|run| run.span.end <= window.start);
        let end = runs.partition_point(|run| run.span.start < window.end);
        html! {
            for start in (first..end).step_by(TOGETHER) {
                <SomeRuns
                    text={Rc::clone(text)}
                    runs={&runs}
                    range={start..(start + TOGETHER).min(end)}
                    {window}
                    marked={marked_in(&runs, start..(start + TOGETHER).min(end), *marked)}
                />
            }
        }
    };
    let Some(windows) = windows else { return of_window(Span::new(0, text.len())) };
    let left_out = || html! { <span class="left-out">{" … "}</span> };
    html! {
        for window in windows {
            if window.start > 0 {
                {left_out()}
            }
            {of_window(*window)}
            if window.end < text.len() {
                {left_out()}
            }
        }
    }
}

/// So many runs are drawn together.
const TOGETHER: usize = 100;

/// What is marked, where one of these runs belongs to it.
fn marked_in(runs: &[Run], range: Range<usize>, marked: Option<Selection>) -> Option<Selection> {
    let marked = marked?;
    runs.get(range)?.iter().any(|run| run.belongs_to(marked)).then_some(marked)
}

#[derive(Properties, PartialEq)]
struct SomeRunsProps {
    text: Rc<str>,
    runs: Same<Vec<Run>>,
    range: Range<usize>,
    window: Span,
    marked: Option<Selection>,
}

#[component]
fn SomeRuns(SomeRunsProps { text, runs, range, window, marked }: &SomeRunsProps) -> Html {
    let runs = runs.get(range.clone()).unwrap_or_default();
    let drawn = runs.iter().map(|run| {
        let span = Span::new(run.span.start.max(window.start), run.span.end.min(window.end));
        of_run(run, span.in_str(text), *marked)
    });
    drawn.collect()
}

impl Run {
    fn belongs_to(&self, marked: Selection) -> bool {
        match (self.selection, marked.member) {
            (Some(selection), None) => selection.part == marked.part,
            (selection, _) => selection == Some(marked),
        }
    }
}

fn of_run(run: &Run, text: &str, marked: Option<Selection>) -> Html {
    let is_marked = marked.is_some_and(|marked| run.belongs_to(marked));
    let text = text.to_owned();
    let (paint, role) = match run.paint {
        Paint::Around => return html! { <span>{text}</span> },
        Paint::Removed => return html! { <del>{text}</del> },
        Paint::Dot => ("dot", None),
        Paint::Part(role) => ("part", Some(role.id())),
        Paint::OtherToken => ("other", None),
    };
    html! {
        <span
            data-paint={paint}
            data-role={role}
            data-selection={run.selection.map(Selection::to_attribute)}
            data-marked={mark(is_marked)}
        >
            {text}
        </span>
    }
}

#[cfg(test)]
mod tests {
    use decode::decode;

    use super::*;
    use crate::views::testing::token;

    #[test]
    fn covers_the_text_without_gaps() {
        let text =
            "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwiZXhwIjoxfQ.\r\nnext: eyJhIjoxfQ.eyJiIjoyfQ.AA x";
        let reading = Reading::of(text, decode(text), None);
        for chosen in 0..3 {
            let runs = runs(text, &reading, chosen, &[], None);
            let whole: String = runs.iter().map(|run| run.span.in_str(text)).collect();
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn paints_a_token_inside_a_token_over_the_one_around() {
        let inner = token(r#"{"alg":"none"}"#, r#"{"sub":"inner","exp":1}"#, 0);
        let text = token(r#"{"alg":"HS256"}"#, &[r#"{"a":1,"hint":""#, &inner, r#"","b":2}"#].concat(), 32);
        let reading = Reading::of(&text, decode(&text), None);
        let runs = runs(&text, &reading, 0, &[0], None);
        assert_eq!(runs.iter().map(|run| run.span.in_str(&text)).collect::<String>(), text);
        let selections: Vec<_> = runs.iter().filter_map(|run| run.selection).collect();
        let member = |part, member| Selection { part, member: Some(member) };
        assert!(
            [member(0, 0), member(1, 0), member(1, 1)].iter().all(|selection| selections.contains(selection)),
            "{selections:?}"
        );
        // The header and the signature of the token around keep their colours and lose their selections.
        assert_eq!(runs.first().map(|run| (run.paint, run.selection)), Some((Paint::Part(Role::Header), None)));
        assert_eq!(runs.last().map(|run| (run.paint, run.selection)), Some((Paint::Part(Role::Signature), None)));
    }

    #[test]
    fn paints_a_token_between_the_parts_of_another() {
        let cut = token(r#"{"alg":"HS256"}"#, r#"{"sub":"cut"}"#, 32);
        let (first, second) = cut.split_at(40);
        let between = token(r#"{"alg":"HS256"}"#, r#"{"sub":"between"}"#, 32);
        let text = format!("Cookie: s.1={second}; t={between}; s.0={first}");
        let reading = Reading::of(&text, decode(&text), None);
        assert_eq!(reading.tokens.len(), 2);
        for chosen in 0..2 {
            let runs = runs(&text, &reading, chosen, &[], None);
            assert_eq!(runs.iter().map(|run| run.span.in_str(&text)).collect::<String>(), text);
            let painted = |is_chosen: bool| -> Vec<&str> {
                let is_of = |paint| matches!(paint, Paint::Part(_) | Paint::Dot) == is_chosen && paint != Paint::Around;
                runs.iter().filter(|run| is_of(run.paint)).map(|run| run.span.in_str(&text)).collect()
            };
            let (chosen, other) = (painted(true).concat(), painted(false).concat());
            let expected = [format!("{second}{first}"), between.clone()];
            assert!([chosen.clone(), other.clone()] == expected || [other, chosen] == expected, "{runs:?}");
        }
        let between_at = text.find(&between).expect("it is there");
        assert_eq!(reading.tokens[reading.token_at(between_at).expect("a token")].text, between);
    }

    #[test]
    fn gives_each_claim_its_own_run() {
        let text = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwiZXhwIjoxfQ.";
        let reading = Reading::of(text, decode(text), None);
        let of = |selection| {
            runs(text, &reading, 0, &[], None)
                .iter()
                .find(|run| run.selection == selection)
                .map(|run| run.span.in_str(text))
        };
        assert_eq!(of(Some(Selection { part: 1, member: Some(0) })), Some("yJzdWIiOiIxIi"));
        assert_eq!(of(Some(Selection { part: 1, member: Some(1) })), Some("wiZXhwIjox"));
    }
}
