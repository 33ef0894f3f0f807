//! What is said of a chain and its certificates.

use decode::display::quoted;
use inspect::time::instants;

use super::certificate::{ChainCertificate, common_name};
use super::signature::CertificateFit;
use super::work::{Anchor, ChainWork, Obstacle};
use super::{CertificateValidity, ChainCheck, ChainEnd, ChainLink, ChainSigner, CheckedChain, LIMIT};
use crate::Remark;

/// How much of a name is quoted, in characters.
const QUOTED: usize = 80;

/// The id of the remark where the certificates lead from the first to what the reader pasted.
const TO_PASTED: &str = "x5c-chain-to-pasted-root";

const NOT_CHECKED: &str = "Not checked: revocation, name constraints and policies.";
const ANYONE: &str = "Whoever made the token could make all of `x5c`: paste the root that you trust.";

impl ChainWork {
    /// Once all checks are made.
    pub fn conclude(&self, now: Option<i64>) -> CheckedChain {
        let (end, obstacle) = self.end();
        let sentence = self.sentence(end, obstacle.as_ref());
        let links = (0..self.certificates.len()).map(|at| self.link(at, end, now)).collect();
        let remarks = self.remarks(end, &sentence, now);
        let caution = [NOT_CHECKED, ANYONE].into_iter().find(|caution| sentence.ends_with(caution)).unwrap_or_default();
        CheckedChain { check: ChainCheck { links, end, sentence, caution, left_out: self.left_out }, remarks }
    }

    fn link(&self, at: usize, end: ChainEnd, now: Option<i64>) -> ChainLink {
        let certificate = self.certificate(at);
        let (signer, mut sentence) = self.signer(at, end);
        let is_end = end == ChainEnd::Broken { certificate: at } && self.obstacle(at).is_none();
        if let Some(namesake) = self.namesake(at).filter(|_| is_end) {
            sentence = format!("{sentence} {}", self.why(at, &namesake));
        }
        ChainLink {
            subject: certificate.map(|certificate| common_name(&certificate.subject)).unwrap_or_default(),
            signer,
            sentence,
            not_after: certificate.map(|certificate| certificate.not_after),
            validity: certificate.zip(now).map(|(certificate, now)| certificate.validity_at(now)),
        }
    }

    fn signer(&self, at: usize, end: ChainEnd) -> (ChainSigner, String) {
        if let ChainEnd::Pasted { certificate, .. } = end
            && certificate == at
            && let (Some(anchor), Some(certificate)) = (self.reached(at), self.certificate(at))
        {
            return match (anchor.is(certificate), &anchor.certificate) {
                (true, Some(_)) => (ChainSigner::IsPasted, "This is the one that you pasted.".to_owned()),
                (true, None) => (ChainSigner::IsPasted, "It has the key that you pasted.".to_owned()),
                (false, Some(pasted)) => {
                    (ChainSigner::Pasted, format!("Signed by the certificate that you pasted, {}.", subject(pasted)))
                }
                (false, None) => (ChainSigner::Pasted, "Signed with the key that you pasted.".to_owned()),
            };
        }
        if let Some(obstacle) = self.obstacle(at) {
            let signer = match obstacle {
                Obstacle::NotChecked(_) | Obstacle::TooLong => ChainSigner::NotChecked,
                _ => ChainSigner::Broken,
            };
            return (signer, self.why(at, &obstacle));
        }
        let Some(certificate) = self.certificate(at).filter(|_| at + 1 == self.certificates.len()) else {
            return (ChainSigner::Next, "Signed by the next.".to_owned());
        };
        match &self.by_itself {
            Some(CertificateFit::NotChecked(by)) => {
                (ChainSigner::NotChecked, format!("It names itself as its issuer. Not checked: signed by {by}."))
            }
            Some(_) => (ChainSigner::Itself, "Signed by itself.".to_owned()),
            None => (ChainSigner::NotInChain, format!("Its issuer, {}, is not in `x5c`.", issuer(certificate))),
        }
    }

    /// Why it does not lead on from this certificate, in a sentence that has the certificate as its subject.
    fn why(&self, at: usize, obstacle: &Obstacle) -> String {
        let issuer = || self.certificate(at).map(issuer).unwrap_or_default();
        let next = || self.certificate(at + 1).map(subject).unwrap_or_default();
        match obstacle {
            Obstacle::Unreadable(why) => format!("It cannot be read: {why}."),
            Obstacle::NextUnreadable => "The next cannot be read.".to_owned(),
            Obstacle::OtherName { is_signed: true, .. } => format!(
                "The next signed it, but under another name: its issuer is {}, and the next is {}.",
                issuer(),
                next()
            ),
            Obstacle::OtherName { right_one: Some(right_one), .. } => format!(
                "Its issuer is {}, which is certificate {} and not the next: the certificates are not in order.",
                issuer(),
                right_one + 1
            ),
            Obstacle::OtherName { right_one: None, .. } => {
                format!("Its issuer is {}, which is missing: the next is {}.", issuer(), next())
            }
            Obstacle::NotSigned => {
                "It names the next as its issuer, but its signature does not fit the key of the next.".to_owned()
            }
            Obstacle::NotSignedByItself => {
                "It names itself as its issuer, but its signature does not fit its own key.".to_owned()
            }
            Obstacle::NotChecked(by) => format!("Not checked: it is signed by {by}."),
            Obstacle::NextMayNot(why) => format!("It is signed by the next, which may not issue certificates: {why}."),
            Obstacle::PastedHasOtherKey => {
                "It has the name of the certificate that you pasted, but another key.".to_owned()
            }
            Obstacle::PastedDidNotSign => {
                "Its issuer has the name of the certificate that you pasted, but its signature does not fit that key."
                    .to_owned()
            }
            Obstacle::PastedMayNot(why) => {
                format!("It is signed by the certificate that you pasted, which may not issue certificates: {why}.")
            }
            Obstacle::TooLong => format!("More certificates follow: only the first {LIMIT} were checked."),
        }
    }

    fn sentence(&self, end: ChainEnd, obstacle: Option<&Obstacle>) -> String {
        match end {
            ChainEnd::Pasted { certificate, .. } => self.leads_to_pasted(certificate),
            ChainEnd::Whole => self.is_whole(),
            ChainEnd::Broken { certificate } | ChainEnd::NotChecked { certificate } => {
                let name = self.certificate(certificate).map(|certificate| format!(", {}", subject(certificate)));
                let why = obstacle.map(|obstacle| self.why(certificate, obstacle)).unwrap_or_default();
                let (number, name) = (certificate + 1, name.unwrap_or_default());
                format!("It leads no further than certificate {number} of `x5c`{name}. {why}")
            }
        }
    }

    fn leads_to_pasted(&self, at: usize) -> String {
        let (Some(anchor), Some(certificate)) = (self.reached(at), self.certificate(at)) else { return String::new() };
        let what = match &anchor.certificate {
            Some(pasted) => format!("the certificate that you pasted, {}", subject(pasted)),
            None => "the key that you pasted".to_owned(),
        };
        match (anchor.is(certificate), at) {
            (true, 0) if anchor.certificate.is_some() => {
                "The first certificate in `x5c` is the one that you pasted.".to_owned()
            }
            (true, 0) => "The first certificate in `x5c` has the key that you pasted.".to_owned(),
            _ => format!("The certificates in `x5c` lead to {what}. {NOT_CHECKED}"),
        }
    }

    fn is_whole(&self) -> String {
        let last = self.certificates.len().saturating_sub(1);
        let Some(certificate) = self.certificate(last) else { return String::new() };
        let name = subject(certificate);
        let beginning = match last {
            0 => format!("The only certificate is {name}"),
            _ => format!("Each certificate is signed by the next; the last one is {name}"),
        };
        let signer = match certificate.is_self_issued() {
            true => ", its own issuer".to_owned(),
            false => format!(", issued by {}", issuer(certificate)),
        };
        let pasted = match self.anchors.is_empty() {
            true => "",
            false => " This does not lead to what you pasted.",
        };
        format!("{beginning}{signer}.{pasted} {ANYONE}")
    }

    fn remarks(&self, end: ChainEnd, sentence: &str, now: Option<i64>) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let mut say = |id, message: String| remarks.push(Remark { id, message });
        let id = match end {
            ChainEnd::Pasted { certificate: 0, .. } if self.is_first_pasted() => None,
            ChainEnd::Pasted { .. } => Some(TO_PASTED),
            ChainEnd::Whole => Some("x5c-chain-whole"),
            ChainEnd::Broken { .. } => Some("x5c-chain-broken"),
            ChainEnd::NotChecked { .. } => Some("x5c-chain-not-checked"),
        };
        if let Some(id) = id {
            say(id, sentence.to_owned());
        }
        let (last, anchor) = match end {
            ChainEnd::Pasted { certificate, .. } => (certificate, self.reached(certificate)),
            _ => (self.certificates.len(), None),
        };
        let outside = anchor.and_then(|anchor| self.outside(anchor, last));
        // That of the first is said of its key.
        let on_the_way =
            (1..=last).filter_map(|at| Some((format!("Certificate {} of `x5c`", at + 1), self.certificate(at)?)));
        let pasted = outside.map(|certificate| ("The certificate that you pasted".to_owned(), certificate));
        for (which, certificate) in on_the_way.chain(pasted) {
            let name = subject(certificate);
            match now.map(|now| certificate.validity_at(now)) {
                Some(CertificateValidity::Expired) => {
                    let date = instants::utc(certificate.not_after);
                    say("key-certificate-expired", format!("{which}, {name}, expired on {date}."));
                }
                Some(CertificateValidity::NotYetValid) => {
                    let date = instants::utc(certificate.not_before);
                    say("key-certificate-not-yet-valid", format!("{which}, {name}, is not valid before {date}."));
                }
                Some(CertificateValidity::Valid) | None => {}
            }
        }
        let root = anchor.and_then(|anchor| anchor.certificate.as_ref()).filter(|_| id == Some(TO_PASTED));
        if let Some(root) = root.filter(|root| root.is_authority.is_none()) {
            let name = subject(root);
            say(
                "x5c-not-authority",
                format!(
                    "The certificate that you pasted, {name}, does not say that it is that of a certificate authority (`basicConstraints`). Libraries that look at it refuse the chain."
                ),
            );
        }
        if self.left_out > 0 {
            let count = self.left_out + LIMIT;
            say("x5c-long", format!("`x5c` holds {count} certificates; only the first {LIMIT} were checked."));
        }
        remarks
    }

    fn is_first_pasted(&self) -> bool {
        self.certificate(0).is_some_and(|first| self.reached(0).is_some_and(|anchor| anchor.is(first)))
    }

    /// The certificate of the anchor, where it is not this one.
    fn outside<'w>(&self, anchor: &'w Anchor, at: usize) -> Option<&'w ChainCertificate> {
        let is_inside = self.certificate(at).is_some_and(|certificate| anchor.is(certificate));
        anchor.certificate.as_ref().filter(|_| !is_inside)
    }

    /// The key of the first certificate becomes one of the reader's, with the position of what was pasted: the certificates
    /// lead from there. None where it is itself what was pasted.
    pub fn vouching_key(&self) -> Option<usize> {
        match self.end().0 {
            ChainEnd::Pasted { key, .. } if !self.is_first_pasted() => Some(key),
            _ => None,
        }
    }
}

fn subject(certificate: &ChainCertificate) -> String {
    named(&certificate.subject)
}

fn issuer(certificate: &ChainCertificate) -> String {
    named(&certificate.issuer)
}

fn named(name: &[u8]) -> String {
    match common_name(name).as_str() {
        "" => "one without a name".to_owned(),
        name => quoted(name, QUOTED),
    }
}
