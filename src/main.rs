//! Mounts the page.

mod browser;
mod page;
mod pretty_json;
mod state;
mod views;
mod warm_up;

fn main() {
    browser::mount::<page::Page>();
}
