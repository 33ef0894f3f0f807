//! Reads a long text a stretch at a time, so that the page stays responsive meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use decode::Reader;
use yew::prelude::*;

use super::app::Action;
use super::browser;

const STRETCH: usize = 64 * 1024;
const WORK_MILLISECONDS: f64 = 30.0;

/// Gives up as soon as a later text arrives.
pub async fn scan(text: Rc<str>, arrival: u32, latest: Rc<Cell<u32>>, send: Callback<Action>) {
    let mut reader = Reader::new(&text);
    let mut has_more = true;
    while has_more {
        browser::pause().await;
        if latest.get() != arrival {
            return;
        }
        let started = browser::milliseconds();
        while has_more && browser::milliseconds() - started < WORK_MILLISECONDS {
            has_more = reader.advance(STRETCH);
        }
        if has_more {
            send.emit(Action::ReadFurther { arrival, position: reader.position() });
        }
    }
    send.emit(Action::ReadThrough { arrival, decoded: reader.finish() });
}
