//! What is tried: each key for each recipient, as RFC 7516 section 5.2 says first, and otherwise after that.

use decode::base64url;
use decode::display::quoted;
use inspect::material::key::bit_length;

use super::algorithm::KeyManagement;
use super::cookies;
use super::envelope::{Envelope, Recipient};
use super::rsa::{LARGEST_BITS, RsaPadding};
use super::secrets;
use super::twist::Twist;
use crate::Explanation;
use crate::check::Sha2;
use crate::key::{self, CandidateKey, EcCurve, KeyMaterial, KeyRing, OkpCurve};

/// How many attempts are made.
const ATTEMPTS: usize = 20_000;

/// How many keys are tried for how many recipients, one multiplied by the other.
const PAIRS: usize = 5_000;

/// Of many secrets so many are tried as those of cookies, which takes dozens of derivations each.
const COOKIE_SECRETS: usize = 100;

/// How many rounds a password may ask for. RFC 7518 section 4.8.1.2 asks for 1000 at least; the header of a stranger may ask
/// for billions.
const ROUNDS: u64 = 10_000_000;

/// One key for one recipient, in one way.
pub(super) struct DecryptionAttempt {
    pub(super) recipient: usize,
    pub(super) key: usize,
    pub(super) unlocking: Unlocking,
    /// What is done otherwise than the header says, or to the key.
    pub(super) twists: Vec<Twist>,
}

/// How the content key comes of the key, which `DecryptionAttempt::key` names where it has a private part.
pub(super) enum Unlocking {
    Direct(Vec<u8>),
    AesKw(Vec<u8>),
    AesGcmKw(Vec<u8>),
    Rsa(RsaPadding),
    Agreement { algorithm: String, party_u: Vec<u8>, party_v: Vec<u8>, wrapping: Option<usize> },
    Password { password: Vec<u8>, salt: Vec<u8>, hash: Sha2, rounds: u64, key_length: usize },
}

impl DecryptionAttempt {
    /// Whether the content key is checked before the content is. Then a right key is known to be right, whatever became of
    /// the content.
    pub(super) fn is_authenticated(&self) -> bool {
        match self.unlocking {
            Unlocking::AesKw(_) | Unlocking::AesGcmKw(_) | Unlocking::Password { .. } => true,
            Unlocking::Rsa(padding) => padding != RsaPadding::Pkcs1,
            Unlocking::Agreement { wrapping, .. } => wrapping.is_some(),
            Unlocking::Direct(_) => false,
        }
    }
}

#[derive(Default)]
pub(super) struct Plan {
    pub(super) attempts: Vec<DecryptionAttempt>,
    /// What keeps keys or recipients from being tried.
    pub(super) obstacles: Vec<Explanation>,
    /// Ways that are tried after all others.
    twisted: Vec<DecryptionAttempt>,
    /// How many keys were looked at for how many recipients so far.
    pairs: usize,
}

impl Plan {
    /// `cookie` is the name of the cookie in which the token stood.
    pub(super) fn new(envelope: &Envelope, ring: &KeyRing, cookie: Option<&str>) -> Self {
        let mut plan = Self::default();
        if ring.keys.is_empty() {
            plan.add_obstacle("no-key", "No key was pasted.".to_owned());
        }
        for (position, recipient) in envelope.recipients.iter().enumerate() {
            plan.add_recipient(envelope, position, recipient, ring, cookie);
        }
        let mut twisted = std::mem::take(&mut plan.twisted);
        plan.attempts.append(&mut twisted);
        if plan.attempts.len() > ATTEMPTS || plan.pairs > PAIRS {
            plan.attempts.truncate(ATTEMPTS);
            let count = plan.attempts.len();
            plan.add_obstacle("not-all-tried", format!("The first {count} ways were tried; there are more keys."));
        }
        plan
    }

    pub(super) fn add_obstacle(&mut self, id: &'static str, message: String) {
        let obstacle = Explanation { id, message };
        if !self.obstacles.contains(&obstacle) {
            self.obstacles.push(obstacle);
        }
    }

    fn add_recipient(
        &mut self,
        envelope: &Envelope,
        position: usize,
        recipient: &Recipient,
        ring: &KeyRing,
        cookie: Option<&str>,
    ) {
        let Some(alg) = &recipient.alg else {
            let message = "The header has no `alg`, which says how the content key is found.".to_owned();
            return self.add_obstacle("alg-missing", message);
        };
        let Some(algorithm) = recipient.algorithm() else {
            let message = format!("`alg` is {}, which is not known here.", quoted(alg, 40));
            return self.add_obstacle("alg-unknown", message);
        };
        let mut has_fitting_type = false;
        for (key, candidate) in ring.keys.iter().enumerate() {
            self.pairs += 1;
            if self.pairs > PAIRS || self.attempts.len() > ATTEMPTS {
                return;
            }
            let add = |plan: &mut Self, unlocking, twists: Vec<Twist>| {
                let attempts = if twists.is_empty() { &mut plan.attempts } else { &mut plan.twisted };
                // One more than are made tells that there are more.
                if attempts.len() <= ATTEMPTS {
                    attempts.push(DecryptionAttempt { recipient: position, key, unlocking, twists });
                }
            };
            match (algorithm, &candidate.material) {
                (KeyManagement::Direct, KeyMaterial::Secret(secret)) => {
                    let length = envelope.cipher.key_length();
                    self.tell_length(secret, length, &envelope.enc, key);
                    for (bytes, twists) in secrets::keys_of_length(secret, length) {
                        add(self, Unlocking::Direct(bytes), twists);
                    }
                    // The site takes its secret as text.
                    let texts = if key < COOKIE_SECRETS { secrets::texts(secret) } else { Vec::new() };
                    for (text, twists) in texts {
                        for (bytes, twist) in cookies::derived_keys(&text, length, cookie) {
                            add(self, Unlocking::Direct(bytes), [twists.as_slice(), &[twist]].concat());
                        }
                    }
                }
                (
                    KeyManagement::AesKw { key_length } | KeyManagement::AesGcmKw { key_length },
                    KeyMaterial::Secret(secret),
                ) => {
                    self.tell_length(secret, key_length, alg, key);
                    for (bytes, twists) in secrets::keys_of_length(secret, key_length) {
                        let unlocking = match algorithm {
                            KeyManagement::AesKw { .. } => Unlocking::AesKw(bytes),
                            _ => Unlocking::AesGcmKw(bytes),
                        };
                        add(self, unlocking, twists);
                    }
                }
                (KeyManagement::Password { hash, key_length }, KeyMaterial::Secret(secret)) => {
                    let Some((salt, rounds)) = self.stretching_of(recipient, alg) else { return };
                    for (password, twists) in secrets::passwords(secret) {
                        let salt = salt.clone();
                        add(self, Unlocking::Password { password, salt, hash, rounds, key_length }, twists);
                    }
                }
                (KeyManagement::Rsa(_), KeyMaterial::Rsa { modulus, .. }) if modulus.len() * 8 > LARGEST_BITS => {
                    let (number, bits) = (key + 1, bit_length(modulus));
                    self.add_obstacle("key-rsa-large", format!("Key {number} has {bits} bits. RSA keys of more than {LARGEST_BITS} bits are not tried here, because one decryption takes too long."));
                }
                (KeyManagement::Rsa(named), KeyMaterial::Rsa { .. }) if self.has_private(candidate, key) => {
                    add(self, Unlocking::Rsa(named), Vec::new());
                    for found in named.others() {
                        add(self, Unlocking::Rsa(found), vec![Twist::OtherPadding { named, found }]);
                    }
                }
                (KeyManagement::Agreement { wrapping }, material) if can_agree(material) => {
                    if self.has_private(candidate, key) {
                        for (unlocking, twist) in self.derivations(recipient, alg, &envelope.enc, wrapping) {
                            add(self, unlocking, twist.into_iter().collect());
                        }
                    }
                }
                (KeyManagement::Rsa(_), KeyMaterial::Rsa { .. }) => {}
                _ => continue,
            }
            has_fitting_type = true;
        }
        if !has_fitting_type && !ring.keys.is_empty() {
            let kinds: Vec<String> = ring.keys.iter().take(5).map(key::describe).collect();
            let message = format!("{alg} needs {}. What was pasted: {}.", algorithm.wanted_key(), kinds.join(", "));
            self.add_obstacle("key-type-differs", message);
        }
    }

    /// Says so where no reading of a secret is as long as it must be.
    fn tell_length(&mut self, secret: &[u8], wanted: usize, name: &str, key: usize) {
        let lengths: Vec<usize> = secrets::readings(secret).iter().map(|(bytes, _)| bytes.len()).collect();
        if !lengths.contains(&wanted) {
            let number = key + 1;
            let length = secret.len();
            self.add_obstacle(
                "key-length",
                format!("{name} needs a key of {wanted} bytes. Key {number} has {length}, and no other reading of it, as base64 or as hexadecimal digits, has {wanted}."),
            );
        }
    }

    fn has_private(&mut self, candidate: &CandidateKey, key: usize) -> bool {
        if candidate.private.is_none() {
            let message = format!(
                "Key {} is a public key: it encrypts, and only the private key that belongs to it decrypts.",
                key + 1
            );
            self.add_obstacle("key-is-public", message);
        }
        candidate.private.is_some()
    }

    /// The salt and rounds of PBES2. RFC 7518 section 4.8.1.
    fn stretching_of(&mut self, recipient: &Recipient, alg: &str) -> Option<(Vec<u8>, u64)> {
        let Some(p2s) = &recipient.salt else {
            self.add_obstacle("p2s-missing", format!("The header has no `p2s`, the salt that {alg} needs."));
            return None;
        };
        match recipient.rounds {
            Some(Some(rounds @ 1..=ROUNDS)) => Some(([alg.as_bytes(), &[0], p2s].concat(), rounds)),
            Some(Some(rounds @ 1..)) => {
                let message = format!(
                    "`p2c` asks for {rounds} rounds. At most {ROUNDS} are made here: a header that anyone can write would hold the page for as long as it likes."
                );
                self.add_obstacle("p2c-too-many", message);
                None
            }
            Some(_) => {
                self.add_obstacle("p2c-unreadable", "`p2c` is no number of rounds.".to_owned());
                None
            }
            None => {
                self.add_obstacle(
                    "p2c-missing",
                    format!("The header has no `p2c`, the number of rounds that {alg} needs."),
                );
                None
            }
        }
    }

    /// The key derivation as RFC 7518 section 4.6.2 has it, and as some writers do.
    fn derivations(
        &mut self,
        recipient: &Recipient,
        alg: &str,
        enc: &str,
        wrapping: Option<usize>,
    ) -> Vec<(Unlocking, Option<Twist>)> {
        if recipient.ephemeral.is_none() {
            let message =
                format!("The header has no `epk` that can be read: {alg} needs the sender's ephemeral public key.");
            self.add_obstacle("epk-unreadable", message);
            return Vec::new();
        }
        let parties = [&recipient.party_u, &recipient.party_v];
        for (name, party) in ["apu", "apv"].into_iter().zip(parties) {
            let is_readable = |text: &String| base64url::decode(text).faults.iter().all(|fault| fault.kind.is_soft());
            if party.as_ref().is_some_and(|text| !is_readable(text)) {
                let message = format!("`{name}` is not base64url, which RFC 7518 section 4.6.1 asks for.");
                self.add_obstacle("party-info-not-base64url", message);
            }
        }
        let decoded = parties.map(|party| party.as_ref().map(|text| base64url::decode(text).bytes).unwrap_or_default());
        let as_text = parties.map(|party| party.clone().unwrap_or_default().into_bytes());
        let (standard, other) = match wrapping {
            None => (enc, alg),
            Some(_) => (alg, alg.strip_prefix("ECDH-ES+").unwrap_or(alg)),
        };
        let derivation = |name: &str, [party_u, party_v]: [Vec<u8>; 2]| Unlocking::Agreement {
            algorithm: name.to_owned(),
            party_u,
            party_v,
            wrapping,
        };
        let mut derivations = vec![(derivation(standard, decoded.clone()), None)];
        if parties.iter().any(|party| party.is_some()) {
            derivations.push((derivation(standard, as_text), Some(Twist::PartyInfoAsText)));
            derivations.push((derivation(standard, [Vec::new(), Vec::new()]), Some(Twist::PartyInfoLeftOut)));
        }
        derivations.push((derivation(other, decoded), Some(Twist::OtherAlgorithmName(other.to_owned()))));
        derivations
    }
}

fn can_agree(material: &KeyMaterial) -> bool {
    match material {
        KeyMaterial::Ec { curve, .. } => *curve != EcCurve::Secp256k1,
        KeyMaterial::Okp { curve, .. } => matches!(curve, OkpCurve::X25519 | OkpCurve::X448),
        _ => false,
    }
}
