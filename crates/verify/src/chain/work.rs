//! The checks of one chain, one signature at a time, and how far it leads.

use std::collections::VecDeque;

use decode::Token;
use decode::json::{JsonKind, Value};

use super::certificate::ChainCertificate;
use super::signature::CertificateFit;
use super::{ChainEnd, LIMIT};
use crate::candidates::Candidate;
use crate::key::{self, KeyMaterial};

/// The most checks with what the reader pasted.
const PASTED_CHECKS: usize = 100;

/// The certificates of one `x5c`, what the reader pasted, and the checks between them.
#[derive(Debug)]
pub(crate) struct ChainWork {
    /// Or why one cannot be read.
    pub(super) certificates: Vec<Result<ChainCertificate, String>>,
    pub(super) left_out: usize,
    pub(super) anchors: Vec<Anchor>,
    waiting: VecDeque<(usize, SupposedIssuer)>,
    /// Of each certificate, whether the next signed it.
    by_next: Vec<Option<CertificateFit>>,
    /// Whether the last signed itself.
    pub(super) by_itself: Option<CertificateFit>,
    /// Of certificates and anchors by their positions, whether the one is signed with the other.
    by_anchor: Vec<(usize, usize, CertificateFit)>,
}

/// A key that the reader pasted.
#[derive(Debug)]
pub(super) struct Anchor {
    /// Position among the pasted keys.
    pub index: usize,
    pub key: KeyMaterial,
    /// The certificate in which it stood.
    pub certificate: Option<ChainCertificate>,
}

#[derive(Debug, Clone, Copy)]
enum SupposedIssuer {
    Next,
    Itself,
    Anchor(usize),
}

/// Why a chain does not lead on from a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// In words: why this one cannot be read.
    Unreadable(String),
    NextUnreadable,
    /// The next has another name than this one's issuer. A later one may have it, and the next may have signed all the same.
    OtherName {
        right_one: Option<usize>,
        is_signed: bool,
    },
    /// The next has the right name, but the signature does not fit its key.
    NotSigned,
    /// It names itself as its issuer, but the signature does not fit its key.
    NotSignedByItself,
    /// In words: by which algorithm.
    NotChecked(String),
    /// In words: why the next may not issue certificates.
    NextMayNot(String),
    /// The reader pasted a certificate with this one's name, and with another key.
    PastedHasOtherKey,
    /// The reader pasted a certificate with the name of this one's issuer, whose key does not fit.
    PastedDidNotSign,
    /// In words: why what the reader pasted may not issue certificates.
    PastedMayNot(String),
    /// More certificates follow than are checked.
    TooLong,
}

impl ChainWork {
    /// None without `x5c`.
    pub fn of(token: &Token, group: usize, pasted: &[Candidate]) -> Option<Self> {
        let JsonKind::Array(values) = &token.parameter_of(group, "x5c")?.kind else { return None };
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let texts: Vec<Option<String>> = values.iter().take(LIMIT).map(text).collect();
        (!texts.is_empty()).then(|| Self::new(&texts, values.len().saturating_sub(LIMIT), pasted))
    }

    pub(super) fn new(texts: &[Option<String>], left_out: usize, pasted: &[Candidate]) -> Self {
        let certificates: Vec<_> = texts.iter().map(|text| read(text.as_deref())).collect();
        let is_asymmetric = |candidate: &&Candidate| !matches!(candidate.key.material, KeyMaterial::Secret(_));
        let anchor = |candidate: &Candidate| Anchor {
            index: candidate.index,
            key: candidate.key.material.clone(),
            certificate: candidate.key.certificate.as_ref().and_then(|der| ChainCertificate::read(der).ok()),
        };
        let anchors: Vec<Anchor> = pasted.iter().filter(is_asymmetric).map(anchor).collect();
        let by_next = vec![None; certificates.len()];
        let mut work = Self {
            certificates,
            left_out,
            anchors,
            waiting: VecDeque::new(),
            by_next,
            by_itself: None,
            by_anchor: Vec::new(),
        };
        work.waiting = work.checks_to_make();
        work
    }

    fn checks_to_make(&self) -> VecDeque<(usize, SupposedIssuer)> {
        let mut checks = VecDeque::new();
        // Pasted certificates have a name by which they are chosen; a key without one could have signed any.
        let (mut by_name, mut by_key) = (Vec::new(), Vec::new());
        for (at, certificate) in self.certificates.iter().enumerate() {
            let Ok(certificate) = certificate else { continue };
            let next = self.certificate(at + 1);
            if next.is_some() {
                checks.push_back((at, SupposedIssuer::Next));
            } else if at + 1 == self.certificates.len() && certificate.is_self_issued() {
                checks.push_back((at, SupposedIssuer::Itself));
            }
            for (position, anchor) in self.anchors.iter().enumerate() {
                let is_supposed = match &anchor.certificate {
                    Some(pasted) => pasted.subject == certificate.issuer,
                    None => true,
                };
                let is_in_chain = anchor.is(certificate) || next.is_some_and(|next| anchor.is(next));
                if is_supposed && !is_in_chain {
                    let found = if anchor.certificate.is_some() { &mut by_name } else { &mut by_key };
                    found.push((at, SupposedIssuer::Anchor(position)));
                }
            }
        }
        checks.extend(by_name.into_iter().chain(by_key).take(PASTED_CHECKS));
        checks
    }

    /// Makes one check; whether there was one to make.
    pub fn step(&mut self) -> bool {
        let Some((at, issuer)) = self.waiting.pop_front() else { return false };
        let Some(certificate) = self.certificate(at) else { return true };
        match issuer {
            SupposedIssuer::Next => {
                let fit = self.certificate(at + 1).map(|next| certificate.fits(&next.key));
                if let Some(place) = self.by_next.get_mut(at) {
                    *place = fit;
                }
            }
            SupposedIssuer::Itself => self.by_itself = Some(certificate.fits(&certificate.key)),
            SupposedIssuer::Anchor(position) => {
                let fit = self.anchors.get(position).map(|anchor| certificate.fits(&anchor.key));
                self.by_anchor.extend(fit.map(|fit| (at, position, fit)));
            }
        }
        true
    }

    pub(super) fn certificate(&self, at: usize) -> Option<&ChainCertificate> {
        self.certificates.get(at).and_then(|certificate| certificate.as_ref().ok())
    }

    /// The key of the first certificate.
    pub fn first_key(&self) -> Option<&KeyMaterial> {
        self.certificate(0).map(|certificate| &certificate.key)
    }

    /// How far it leads, and why no further.
    pub(super) fn end(&self) -> (ChainEnd, Option<Obstacle>) {
        for at in 0..self.certificates.len() {
            if let Some(anchor) = self.reached(at) {
                return (ChainEnd::Pasted { certificate: at, key: anchor.index }, None);
            }
            match self.obstacle(at) {
                None => {}
                Some(obstacle @ (Obstacle::NotChecked(_) | Obstacle::TooLong)) => {
                    return (ChainEnd::NotChecked { certificate: at }, Some(obstacle));
                }
                Some(obstacle) => return (ChainEnd::Broken { certificate: at }, Some(obstacle)),
            }
        }
        let namesake = (0..self.certificates.len()).find_map(|at| Some((at, self.namesake(at)?)));
        match namesake {
            Some((certificate, obstacle)) => (ChainEnd::Broken { certificate }, Some(obstacle)),
            None => (ChainEnd::Whole, None),
        }
    }

    /// What the reader pasted, where the certificate is that or is signed with it.
    pub(super) fn reached(&self, at: usize) -> Option<&Anchor> {
        let certificate = self.certificate(at)?;
        // What the reader pasted says whether it may issue certificates, and not a copy of it in the token.
        let may_issue = |anchor: &Anchor, at: usize| {
            let issuer = anchor.certificate.as_ref();
            issuer.is_none_or(|issuer| cannot_issue(issuer, self.authorities_before(at), true).is_none())
        };
        let is_this = |anchor: &&Anchor| anchor.is(certificate) && (at == 0 || may_issue(anchor, at));
        let signed = |anchor: &&Anchor| may_issue(anchor, at + 1);
        let signers = self.by_anchor.iter().filter(|(of, _, fit)| *of == at && *fit == CertificateFit::Fits);
        let mut signers = signers.filter_map(|(_, position, _)| self.anchors.get(*position));
        self.anchors.iter().find(is_this).or_else(|| signers.find(signed))
    }

    /// How many authorities stand between the first certificate and this one, which count for its path length: RFC 5280
    /// section 4.2.1.9.
    fn authorities_before(&self, at: usize) -> usize {
        (1..at).filter_map(|at| self.certificate(at)).filter(|certificate| !certificate.is_self_issued()).count()
    }

    /// Why the chain does not lead on from here. None for the last where it is as it should be.
    pub(super) fn obstacle(&self, at: usize) -> Option<Obstacle> {
        let certificate = match self.certificates.get(at)? {
            Ok(certificate) => certificate,
            Err(why) => return Some(Obstacle::Unreadable(why.clone())),
        };
        if at + 1 == self.certificates.len() {
            if self.left_out > 0 {
                return Some(Obstacle::TooLong);
            }
            // One that is not checked is no obstacle: nothing depends on it.
            let is_wrong = self.by_itself == Some(CertificateFit::DoesNotFit);
            return is_wrong.then_some(Obstacle::NotSignedByItself);
        }
        let Some(next) = self.certificate(at + 1) else { return Some(Obstacle::NextUnreadable) };
        let fit = self.by_next.get(at).and_then(Option::as_ref)?;
        if next.subject != certificate.issuer {
            let has_its_name = |other: &usize| {
                *other != at && self.certificate(*other).is_some_and(|other| other.subject == certificate.issuer)
            };
            let right_one = (0..self.certificates.len()).find(has_its_name);
            return Some(Obstacle::OtherName { right_one, is_signed: *fit == CertificateFit::Fits });
        }
        match fit {
            CertificateFit::DoesNotFit => return Some(Obstacle::NotSigned),
            CertificateFit::NotChecked(by) => return Some(Obstacle::NotChecked(by.clone())),
            CertificateFit::Fits => {}
        }
        let is_pasted = self.anchors.iter().any(|anchor| anchor.is(next));
        cannot_issue(next, self.authorities_before(at + 1), is_pasted).map(Obstacle::NextMayNot)
    }

    /// A pasted certificate that has a name of the chain, and does not belong to it.
    pub(super) fn namesake(&self, at: usize) -> Option<Obstacle> {
        let certificate = self.certificate(at)?;
        self.anchors.iter().enumerate().find_map(|(position, anchor)| {
            let pasted = anchor.certificate.as_ref()?;
            if pasted.subject == certificate.subject && pasted.key != certificate.key {
                return Some(Obstacle::PastedHasOtherKey);
            }
            let is_last = at + 1 == self.certificates.len();
            if !is_last || certificate.is_self_issued() || pasted.subject != certificate.issuer {
                return None;
            }
            let (.., fit) = self.by_anchor.iter().find(|(of, by, _)| (*of, *by) == (at, position))?;
            Some(match fit {
                CertificateFit::Fits => {
                    Obstacle::PastedMayNot(cannot_issue(pasted, self.authorities_before(at + 1), true)?)
                }
                CertificateFit::DoesNotFit => Obstacle::PastedDidNotSign,
                CertificateFit::NotChecked(by) => Obstacle::NotChecked(by.clone()),
            })
        })
    }
}

impl Anchor {
    /// Whether the certificate is this one, or has this key.
    pub fn is(&self, certificate: &ChainCertificate) -> bool {
        match &self.certificate {
            Some(pasted) => pasted.is_same_as(certificate),
            None => self.key == certificate.key,
        }
    }
}

/// Why a certificate may not issue others: RFC 5280 section 6.1.4 (k) to (n). One that the reader pasted need not say that
/// it is of an authority.
fn cannot_issue(issuer: &ChainCertificate, authorities_below: usize, is_pasted: bool) -> Option<String> {
    if issuer.is_authority == Some(false) || issuer.is_authority.is_none() && !is_pasted {
        return Some("it is not that of a certificate authority (`basicConstraints`)".to_owned());
    }
    if issuer.may_sign_certificates == Some(false) {
        return Some("its key is not for signing certificates (`keyUsage`)".to_owned());
    }
    let allowed = issuer.path_length.map(usize::from).filter(|allowed| *allowed < authorities_below)?;
    Some(format!("it allows {allowed} authorities below it, and there are {authorities_below} (`pathLenConstraint`)"))
}

fn read(text: Option<&str>) -> Result<ChainCertificate, String> {
    let text = text.ok_or_else(|| "it is no string".to_owned())?;
    let lines = text.lines().map(str::trim_ascii).filter(|line| !line.starts_with("-----"));
    let packed: String = lines.flat_map(str::split_ascii_whitespace).collect();
    ChainCertificate::read(&key::bytes_of_base64(&packed)?)
}
