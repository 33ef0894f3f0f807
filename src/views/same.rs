//! Shared values as properties of components.

use std::ops::Deref;
use std::rc::Rc;

use inspection::Inspected;
use yew::Properties;
use yew::html::IntoPropValue;

use crate::state::Dispatch;

/// A shared value that is equal to itself alone: so a component sees at once whether it got another one.
pub struct Same<T: ?Sized>(Rc<T>);

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> Deref for Same<T> {
    type Target = Rc<T>;

    fn deref(&self) -> &Rc<T> {
        &self.0
    }
}

impl<T: ?Sized> From<&Rc<T>> for Same<T> {
    fn from(shared: &Rc<T>) -> Self {
        Self(Rc::clone(shared))
    }
}

impl<T> IntoPropValue<Same<T>> for &Rc<T> {
    fn into_prop_value(self) -> Same<T> {
        self.into()
    }
}

/// A token that is shown, at whatever instant: equal where it is the same token.
#[derive(Clone)]
pub struct SameToken(Rc<Inspected>);

impl PartialEq for SameToken {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.token, &other.token) && Rc::ptr_eq(&self.description, &other.description)
    }
}

impl Deref for SameToken {
    type Target = Rc<Inspected>;

    fn deref(&self) -> &Rc<Inspected> {
        &self.0
    }
}

impl From<&Rc<Inspected>> for SameToken {
    fn from(shown: &Rc<Inspected>) -> Self {
        Self(Rc::clone(shown))
    }
}

/// Of panels that follow from the token that is shown and from nothing else.
#[derive(Properties, PartialEq)]
pub struct ShownProps {
    pub shown: Same<Inspected>,
    pub dispatch: Dispatch,
}
