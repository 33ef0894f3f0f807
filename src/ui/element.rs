//! What views are written with: an element, its attributes and what it holds, one small call each.
//!
//! Yew's `html!` builds every node in place, field by field, at some 300 bytes of code an element. Here an element is
//! one pointer that is handed from call to call, at some 50. With a hundred elements in as many places, that is felt.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

use super::commands::Command;

/// An element that is being written. A view ends by turning it into [`Html`].
pub struct Element(Box<Draft>);

/// What Yew's element is made of in one go, once all is there.
struct Draft {
    tag: VTag,
    attributes: Vec<(AttrValue, AttributeOrProperty)>,
    children: Vec<Html>,
}

pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Draft { tag: VTag::new(tag), attributes: Vec::new(), children: Vec::new() }))
}

/// A button, and what pressing it does.
pub fn button_for(command: Command) -> Element {
    element("button").with_value("data-do", command.to_attribute())
}

pub fn button(command: Command, text: impl Into<AttrValue>) -> Element {
    button_for(command).text(text)
}

/// A button that stands in a sentence.
pub fn link(command: Command, text: impl Into<AttrValue>) -> Element {
    button(command, text).class("link")
}

/// Several nodes in a row, without an element around them.
pub fn row_of(nodes: impl IntoIterator<Item = Html>) -> Html {
    let mut row = Vec::new();
    for node in nodes {
        row.push(node);
    }
    VNode::from(VList::from(row))
}

/// Text without an element around it.
pub fn words(text: impl Into<AttrValue>) -> Html {
    VNode::from(VText::new(text.into()))
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
    pub fn with_some(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        match value {
            Some(value) => self.with_value(name, value),
            None => self,
        }
    }

    /// An attribute that is there, without a value, or is not.
    pub fn with_mark(self, name: &'static str, is_there: bool) -> Self {
        self.with_some(name, is_there.then_some(""))
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.attributes.push((AttrValue::Static(name), AttributeOrProperty::Attribute(value)));
        self
    }

    /// Made anew where this is another number than before, with all that a browser remembers of it.
    pub fn numbered(mut self, number: u32) -> Self {
        self.0.tag.key = Some(Key::from(u64::from(number)));
        self
    }

    /// What a text box holds.
    pub fn contents(mut self, text: AttrValue) -> Self {
        self.0.tag.set_value(Some(text));
        self
    }

    /// Text of our own.
    #[inline(never)]
    pub fn say(self, text: &'static str) -> Self {
        self.child(words(text))
    }

    /// Text that was put together. What comes from a token goes through `glyphs::shown` instead.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.child(words(text))
    }

    pub fn hold(self, node: impl Into<Html>) -> Self {
        self.child(node.into())
    }

    pub fn hold_all(mut self, nodes: impl IntoIterator<Item = impl Into<Html>>) -> Self {
        for node in nodes {
            self = self.hold(node);
        }
        self
    }

    /// A term in a list of them, and what is said of it.
    pub fn fact(self, term: &'static str, description: Element) -> Self {
        self.hold(element("dt").say(term)).hold(description)
    }

    /// Goes on as `write` says, or leaves the place empty: Yew knows a node again by its place among the others.
    pub fn when(self, is_so: bool, write: impl FnOnce(Self) -> Self) -> Self {
        if is_so { write(self) } else { self.leave_empty() }
    }

    pub fn when_some<T>(self, value: Option<T>, write: impl FnOnce(Self, T) -> Self) -> Self {
        match value {
            Some(value) => write(self, value),
            None => self.leave_empty(),
        }
    }

    #[inline(never)]
    fn leave_empty(self) -> Self {
        self.child(Html::default())
    }

    #[inline(never)]
    fn child(mut self, node: Html) -> Self {
        self.0.children.push(node);
        self
    }

    pub fn node(self) -> Html {
        self.into()
    }
}

impl From<Element> for Html {
    fn from(element: Element) -> Self {
        let Draft { mut tag, attributes, children } = *element.0;
        tag.attributes = Attributes::IndexMap(Rc::new(attributes.into_iter().collect()));
        if let Some(inside) = tag.children_mut() {
            *inside = VNode::from(VList::from(children));
        }
        VNode::from(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_moves_nothing() {
        let places = |is_there: bool| {
            let said = is_there.then_some("said");
            let element = element("p").when(is_there, |p| p.say("so")).when_some(said, Element::say).say("always");
            element.0.children.len()
        };
        assert_eq!(places(true), 3);
        assert_eq!(places(false), 3);
    }
}
