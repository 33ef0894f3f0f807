//! What views are written with: an element, its attributes and what it holds, one small call each.
//!
//! Yew's `html!` builds every node in place, field by field, at some 300 bytes of code an element. Here an element is
//! one pointer that is handed from call to call, at some 50. With a hundred elements in as many places, that is felt.

use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag, VText};

use super::commands::Command;

/// An element that is being written. A view ends by turning it into [`Html`].
pub struct Element(Box<VTag>);

pub fn element(tag: &'static str) -> Element {
    Element(Box::new(VTag::new(tag)))
}

/// A button, and what pressing it does.
pub fn button(command: Command, text: &'static str) -> Element {
    element("button").with_value("data-do", command.to_attribute()).say(text)
}

/// Several nodes in a row, without an element around them.
pub fn row_of<const COUNT: usize>(nodes: [Html; COUNT]) -> Html {
    nodes.into_iter().collect()
}

/// Text of our own.
pub fn words(text: &'static str) -> Html {
    VNode::from(VText::new(text))
}

impl Element {
    /// An attribute whose value is always the same.
    #[inline(never)]
    pub fn with(self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, AttrValue::Static(value))
    }

    #[inline(never)]
    pub fn class(self, name: &'static str) -> Self {
        self.attribute("class", AttrValue::Static(name))
    }

    pub fn with_value(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.attribute(name, value.into())
    }

    /// Nothing where there is no value.
    pub fn with_some(self, name: &'static str, value: Option<&'static str>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// An attribute that is there, without a value, or is not.
    pub fn with_mark(self, name: &'static str, is_there: bool) -> Self {
        self.with_some(name, is_there.then_some(""))
    }

    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Text of our own.
    #[inline(never)]
    pub fn say(self, text: &'static str) -> Self {
        self.child(words(text))
    }

    /// Text that was put together. What comes from a token goes through `glyphs::shown` instead.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.child(VNode::from(VText::new(text.into())))
    }

    pub fn hold(self, node: impl Into<Html>) -> Self {
        self.child(node.into())
    }

    pub fn hold_all(self, nodes: impl IntoIterator<Item = impl Into<Html>>) -> Self {
        nodes.into_iter().fold(self, Self::hold)
    }

    /// Goes on as `write` says, or not at all.
    pub fn when(self, is_so: bool, write: impl FnOnce(Self) -> Self) -> Self {
        if is_so { write(self) } else { self }
    }

    pub fn when_some<T>(self, value: Option<T>, write: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => write(self, value),
            None => self,
        }
    }

    #[inline(never)]
    fn child(mut self, node: Html) -> Self {
        self.0.add_child(node);
        self
    }

    pub fn node(self) -> Html {
        self.into()
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Self {
        VNode::from(*element.0)
    }
}
