//! What a status list token lists.

use inspect::display::{counted, grouped};
use inspect::material::status_list::{StatusList, meaning};
use yew::prelude::*;

use super::panel::section;
use super::problems::problems;
use crate::state::Dispatch;

/// So many entries are listed.
const SHOWN: usize = 100;

pub fn status_list(read: Option<&StatusList>, dispatch: &Dispatch) -> Html {
    let Some(read) = read else { return Html::default() };
    let contents = html! {
        <>
            if let Some(bits) = read.bits {
                <div class="enclosed">
                    <dl class="facts">
                        <dt>{"Each has"}</dt><dd>{counted(bits.into(), "bit")}</dd>
                        <dt>{"Not 0"}</dt><dd>{not_zero(read)}</dd>
                        if !read.first.is_empty() {
                            <dt>{"Which"}</dt><dd>{which(read)}</dd>
                        }
                    </dl>
                </div>
            }
            {problems(&read.problems)}
        </>
    };
    let entries = grouped(read.entries);
    section(
        "Status list",
        format!("{entries} {}", if read.entries == 1 { "entry" } else { "entries" }),
        dispatch,
        contents,
    )
}

/// "9 of 16: 8 invalid (1), 1 suspended (2)".
fn not_zero(read: &StatusList) -> String {
    let of_each =
        read.counts.iter().map(|(status, count)| format!("{} {} ({status})", grouped(*count), meaning(*status)));
    let of_each: Vec<String> = of_each.collect();
    match of_each.as_slice() {
        [] => "none".to_owned(),
        _ => format!("{}: {}", grouped(read.set()), of_each.join(", ")),
    }
}

/// "3, 14, 15 (2) and 12 more". A status other than 1 stands behind the index.
fn which(read: &StatusList) -> String {
    let shown = read.first.get(..SHOWN).unwrap_or(&read.first);
    let listed = shown.iter().map(|(index, status)| match status {
        1 => index.to_string(),
        status => format!("{index} ({status})"),
    });
    let listed = listed.collect::<Vec<_>>().join(", ");
    match read.set() - shown.len() {
        0 => listed,
        more => format!("{listed} and {} more", grouped(more)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::testing::{check, dispatch, inspected, markup, token};
    use expect_test::expect;

    fn of(claims: &str) -> Html {
        let inspected = inspected(&token(r#"{"alg":"ES256","typ":"statuslist+jwt"}"#, claims, 64));
        status_list(inspected.description.status_list.as_ref(), &dispatch())
    }

    #[test]
    fn shows_how_many_and_which() {
        check(
            of(r#"{"status_list":{"bits":2,"lst":"eNo76fITAAPfAgc"}}"#),
            expect![[r#"
                <section aria-label="Status list" id="panel-status-list" class="panel">
                <header>
                <h2>Status list</h2>
                <span class="size">12 entries</span>
                <button aria-label="Guide: Why is it hard to revoke a JWT?" class="link to-guide">Guide</button>
                </header>
                <div class="enclosed">
                <dl class="facts">
                <dt>Each has</dt>
                <dd>2 bits</dd>
                <dt>Not 0</dt>
                <dd>9: 4 invalid (1), 2 suspended (2), 3 for the application to define (3)</dd>
                <dt>Which</dt>
                <dd>0, 1 (2), 3 (3), 5, 7, 8, 9 (2), 10 (3), 11 (3)</dd>
                </dl>
                </div>
                </section>"#]],
        );
    }

    #[test]
    fn says_what_is_broken() {
        check(
            of(r#"{"status_list":{"bits":3,"lst":"eNo76fITAAPfAgc"}}"#),
            expect![[r#"
                <section aria-label="Status list" id="panel-status-list" class="panel">
                <header>
                <h2>Status list</h2>
                <span class="size">0 entries</span>
                <button aria-label="Guide: Why is it hard to revoke a JWT?" class="link to-guide">Guide</button>
                </header>
                <p class="problem">
                <span data-severity="error" class="severity">
                <span aria-hidden="true">✕</span> Error</span> <code>bits</code> must be the number 1, 2, 4 or 8.</p>
                </section>"#]],
        );
    }

    #[test]
    fn is_left_out_where_there_is_none() {
        assert_eq!(markup(of("{}")), "");
    }
}
