//! Lists of any length: a stretch of rows is drawn when it comes near what can be seen.

use std::collections::BTreeSet;
use std::ops::Range;

use yew::prelude::*;

use crate::browser::sight;

/// So many rows are drawn together.
const STRETCH: usize = 50;
/// What the rows of a list are drawn from.
pub trait Rows: Clone + PartialEq + 'static {
    /// About as high as a row is, in pixels: the room that is left for rows which are not drawn.
    const HEIGHT: usize = 36;
    /// The class of a stretch of rows.
    const CLASS: &'static str = "rows";

    fn draw(&self, rows: Range<usize>) -> Html;

    /// The same without what concerns other rows, so that these need not be drawn again when it changes.
    fn only(&self, rows: &Range<usize>) -> Self;
}

#[derive(Properties, PartialEq)]
pub struct LongListProps<R: Rows> {
    pub rows: R,
    pub count: usize,
    /// A row that is drawn wherever it stands, because it is marked.
    #[prop_or_default]
    pub needed: Option<usize>,
}

#[component]
pub fn LongList<R: Rows>(props: &LongListProps<R>) -> Html {
    let seen = use_state(BTreeSet::new);
    let list = use_node_ref();
    {
        let (list, seen) = (list.clone(), seen.clone());
        use_effect_with((props.count, seen.len(), props.needed), move |_| {
            let sighted = Callback::from(move |stretches: Vec<usize>| {
                let all: BTreeSet<usize> = seen.iter().copied().chain(stretches).collect();
                seen.set(all);
            });
            let watch = sight::watch(&list, sighted);
            move || drop(watch)
        });
    }
    let is_drawn = |stretch: usize| {
        stretch == 0 || seen.contains(&stretch) || props.needed.is_some_and(|row| row / STRETCH == stretch)
    };
    let stretches = (0..props.count.div_ceil(STRETCH)).map(|stretch| {
        let rows = stretch * STRETCH..((stretch + 1) * STRETCH).min(props.count);
        if is_drawn(stretch) {
            html! { <Stretch<R> key={stretch} of={props.rows.only(&rows)} {rows} /> }
        } else {
            let height = (rows.len() * R::HEIGHT).to_string();
            html! { <svg key={stretch} data-stretch={stretch.to_string()} width="1" {height} aria-hidden="true" /> }
        }
    });
    html! { <div class="long-list" ref={list}>{for stretches}</div> }
}

#[derive(Properties, PartialEq)]
struct StretchProps<R: Rows> {
    of: R,
    rows: Range<usize>,
}

#[component]
fn Stretch<R: Rows>(props: &StretchProps<R>) -> Html {
    html! { <ul class={R::CLASS}>{props.of.draw(props.rows.clone())}</ul> }
}
