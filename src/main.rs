//! Mounts the page.

mod ui;

fn main() {
    ui::browser::mount::<ui::page::Page>();
}
