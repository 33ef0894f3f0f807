//! JSON Web Keys: RFC 7517, RFC 7518 section 6, RFC 8037, RFC 8812, RFC 9964. Read leniently: what has to be mended is said.

use decode::base64url;
use decode::json::{JsonKind, Value};
use inspect::display::quoted;

use super::collector::{ReadKey, unreadable};
use super::der::{self, rsa};
use super::public::{of_ml_dsa, of_ml_dsa_seed, of_okp, of_point, of_scalar, of_seed, padded};
use super::{CandidateKey, EcCurve, KeyForm, KeyMaterial, MlDsaParameters, OkpCurve, PrivateMaterial};
use crate::Remark;

/// Reads an object that has a `kty`.
pub(super) fn read(value: &Value, key_type: &str, form: KeyForm) -> Result<ReadKey, Remark> {
    let mut jwk = Jwk { value, remarks: Vec::new() };
    let read = match key_type.to_ascii_uppercase().as_str() {
        "RSA" => jwk.rsa(form),
        "EC" => jwk.ec(form),
        "OKP" => jwk.okp(form),
        "OCT" => jwk.needed("k").map(|secret| ReadKey::public(KeyMaterial::Secret(secret), form)),
        "AKP" => jwk.akp(form),
        _ => {
            let name = quoted(key_type, 40);
            let message = format!("keys of the type {name} are not known here: only EC, RSA, oct, OKP and AKP are");
            Err(Remark { id: "key-unknown-type", message })
        }
    };
    let mut key = match read {
        Ok(key) => key,
        // The numbers may be left out where a certificate has them.
        Err(remark) => jwk.take_from_certificate(form).ok_or(remark)?,
    };
    if !["RSA", "EC", "OKP", "oct", "AKP"].contains(&key_type) {
        jwk.remark("key-type-case", format!("`kty` is {}: many readers refuse it in this case.", quoted(key_type, 40)));
    }
    if let Some(certificate) = jwk.certificate() {
        key.not_after = key.not_after.or(certificate.not_after);
        if certificate.material != key.material {
            jwk.remark("key-certificate-differs", "The certificate in `x5c` is for another key.");
        }
    }
    key.remarks.append(&mut jwk.remarks);
    Ok(key)
}

/// What a key says of itself. RFC 7517 sections 4.2 to 4.5.
pub(super) fn describe(key: &mut CandidateKey, value: &Value) {
    let text = |name: &str| value.member(name).and_then(Value::as_str).map(str::to_owned);
    key.kid = text("kid");
    key.alg = text("alg");
    key.public_use = text("use");
    key.key_ops = match value.member("key_ops").map(|operations| &operations.kind) {
        Some(JsonKind::Array(operations)) => operations.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(JsonKind::String(operation)) => vec![operation.text.clone()],
        _ => Vec::new(),
    };
}

struct Jwk<'v> {
    value: &'v Value,
    remarks: Vec<Remark>,
}

impl Jwk<'_> {
    fn remark(&mut self, id: &'static str, message: impl Into<String>) {
        self.remarks.push(Remark { id, message: message.into() });
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.value.member(name).and_then(Value::as_str)
    }

    /// The bytes of a member; None where it is missing, empty or null, as some libraries write for what is not there.
    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Remark> {
        let Some(member) = self.value.member(name).filter(|member| !matches!(member.kind, JsonKind::Null)) else {
            return Ok(None);
        };
        let Some(text) = member.as_str() else {
            let found = member.type_name();
            return Err(unreadable(format!("`{name}` must be a string of base64url, but is {found}")));
        };
        let packed: String = text.split_whitespace().collect();
        let decoded = base64url::decode(&packed);
        if let Some(fault) = decoded.faults.iter().find(|fault| !fault.kind.is_soft()) {
            let at = fault.span.start + 1;
            return Err(unreadable(format!("`{name}` is no base64url: {}, at its character {at}", fault.kind)));
        }
        let oddity = decoded.faults.first().map(|fault| fault.kind.to_string());
        let oddity = oddity.or((packed.len() < text.len()).then(|| "white space stands in it".to_owned()));
        if let Some(oddity) = oddity {
            let message =
                format!("`{name}` is not plain base64url: {oddity}. It was read all the same; some readers refuse it.");
            self.remark("key-not-base64url", message);
        }
        Ok(Some(decoded.bytes).filter(|bytes| !bytes.is_empty()))
    }

    fn needed(&mut self, name: &str) -> Result<Vec<u8>, Remark> {
        self.bytes(name)?.ok_or_else(|| unreadable(format!("`{name}` is missing or empty")))
    }

    /// RFC 7518 section 6.3.
    fn rsa(&mut self, form: KeyForm) -> Result<ReadKey, Remark> {
        let (modulus, exponent) = (self.needed("n")?, self.needed("e")?);
        if modulus.first() == Some(&0) {
            self.remark(
                "key-leading-zero",
                "`n` starts with a zero byte, which RFC 7518 section 6.3.1.1 leaves out. It was read all the same; some readers refuse it: leave the zero out in the code that writes the key.",
            );
        }
        let material = rsa(&modulus, &exponent)?;
        Ok(match self.private("d") {
            Some(d) => {
                let private = PrivateMaterial::Rsa { d, p: self.private("p"), q: self.private("q") };
                ReadKey::private(material, Some(private), form)
            }
            None => ReadKey::public(material, form),
        })
    }

    /// A private number. One that cannot be read is none: for checking it is not needed.
    fn private(&mut self, name: &str) -> Option<Vec<u8>> {
        self.bytes(name).ok().flatten()
    }

    /// RFC 7518 section 6.2.
    fn ec(&mut self, form: KeyForm) -> Result<ReadKey, Remark> {
        let name = self.text("crv").unwrap_or_default();
        // Names from before RFC 8812.
        let alias = if ["P-256K", "K-256"].contains(&name) { "secp256k1" } else { name };
        let curve = EcCurve::ALL.into_iter().find(|curve| curve.name() == alias).ok_or_else(|| unknown_curve(name))?;
        let d = self.private("d");
        let material = match (&d, self.value.member("x"), self.value.member("y")) {
            // Only the private number is there.
            (Some(d), None, None) => of_scalar(curve, d),
            _ => {
                let mut point = vec![4];
                for name in ["x", "y"] {
                    let coordinate = self.needed(name)?;
                    point.extend(self.coordinate(curve, name, &coordinate)?);
                }
                of_point(curve, &point)
            }
        };
        let name = curve.name();
        let material = material
            .ok_or_else(|| unreadable(format!("expected a point on {name}, but `x` and `y` are not on the curve")))?;
        Ok(match d {
            Some(d) => ReadKey::private(material, Some(PrivateMaterial::Scalar(d)), form),
            None => ReadKey::public(material, form),
        })
    }

    fn coordinate(&mut self, curve: EcCurve, name: &str, coordinate: &[u8]) -> Result<Vec<u8>, Remark> {
        let (found, wanted, on) = (coordinate.len(), curve.coordinate_length(), curve.name());
        let padded = padded(coordinate, wanted)
            .ok_or_else(|| unreadable(format!("`{name}` has {found} bytes, but one on {on} has {wanted}")))?;
        if found != wanted {
            let message = format!(
                "`{name}` has {found} bytes, but RFC 7518 section 6.2.1.2 asks for {wanted} on {on}. It was read all the same; many readers refuse it."
            );
            self.remark("key-coordinate-length", message);
        }
        Ok(padded)
    }

    /// RFC 8037 section 2.
    fn okp(&mut self, form: KeyForm) -> Result<ReadKey, Remark> {
        let name = self.text("crv").unwrap_or_default();
        let curve = OkpCurve::ALL.into_iter().find(|curve| curve.name() == name).ok_or_else(|| unknown_curve(name))?;
        let d = self.private("d");
        let material = match (&d, self.value.member("x")) {
            (Some(d), None) => of_seed(curve, d).ok_or_else(|| unreadable("`x` is missing or empty"))?,
            _ => of_okp(curve, &self.needed("x")?).map_err(|message| unreadable(format!("`x`: {message}")))?,
        };
        Ok(match d {
            Some(d) => ReadKey::private(material, Some(PrivateMaterial::Scalar(d)), form),
            None => ReadKey::public(material, form),
        })
    }

    /// RFC 9964 section 3.
    fn akp(&mut self, form: KeyForm) -> Result<ReadKey, Remark> {
        let name = self.text("alg").unwrap_or_default();
        let known = MlDsaParameters::ALL.into_iter().find(|parameters| parameters.name() == name);
        let parameters = known.ok_or_else(|| Remark {
            id: "key-unknown-type",
            message: format!("`alg` must name an algorithm that is known here, but is {}", quoted(name, 40)),
        })?;
        let seed = self.private("priv");
        let material = match (&seed, self.value.member("pub")) {
            (Some(seed), None) => {
                of_ml_dsa_seed(parameters, seed).ok_or_else(|| unreadable("`pub` is missing or empty"))?
            }
            _ => of_ml_dsa(parameters, &self.needed("pub")?)
                .map_err(|message| unreadable(format!("`pub`: {message}")))?,
        };
        Ok(match seed {
            Some(_) => ReadKey::private(material, None, form),
            None => ReadKey::public(material, form),
        })
    }

    /// The first of `x5c` is that of the key: RFC 7517 section 4.7.
    fn certificate(&self) -> Option<ReadKey> {
        let JsonKind::Array(chain) = &self.value.member("x5c")?.kind else { return None };
        let packed: String = chain.first()?.as_str()?.split_whitespace().collect();
        der::read(&base64url::decode(&packed).bytes, None).ok()
    }

    fn take_from_certificate(&mut self, form: KeyForm) -> Option<ReadKey> {
        let mut key = self.certificate()?;
        key.form = form;
        self.remark(
            "key-from-certificate",
            "The key itself cannot be read, so that of the certificate in `x5c` is used.",
        );
        Some(key)
    }
}

fn unknown_curve(name: &str) -> Remark {
    let message = match name {
        "" => "`crv` is missing".to_owned(),
        name => format!("the curve {} is not known here", quoted(name, 40)),
    };
    Remark { id: "key-unknown-type", message }
}
