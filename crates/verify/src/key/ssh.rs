//! SSH keys: the public form of RFC 4253 section 6.6, RFC 5656 section 3.1 and RFC 8709 section 4, and the private form of
//! OpenSSH (PROTOCOL.key).

use super::collector::{ReadKey, unreadable};
use super::der::rsa;
use super::public::{of_okp, of_point, of_scalar, of_seed};
use super::{EcCurve, KeyForm, OkpCurve, PrivateMaterial};
use crate::Remark;

/// Strings with their length before them: RFC 4251 section 5.
struct SshStrings<'b>(&'b [u8]);

impl<'b> SshStrings<'b> {
    fn number(&mut self) -> Result<usize, Remark> {
        let (digits, rest) = self.0.split_first_chunk::<4>().ok_or_else(ends_early)?;
        self.0 = rest;
        Ok(u32::from_be_bytes(*digits) as usize)
    }

    fn string(&mut self) -> Result<&'b [u8], Remark> {
        let length = self.number()?;
        let (string, rest) = self.0.split_at_checked(length).ok_or_else(ends_early)?;
        self.0 = rest;
        Ok(string)
    }

    fn name(&mut self) -> Result<&'b str, Remark> {
        std::str::from_utf8(self.string()?).map_err(|_| unreadable("expected the name of a key type, but found other bytes"))
    }
}

fn ends_early() -> Remark {
    unreadable("expected more bytes, but the SSH key ends here: its end is missing")
}

fn ec_curve(name: &str) -> Option<EcCurve> {
    Some(match name {
        "nistp256" => EcCurve::P256,
        "nistp384" => EcCurve::P384,
        "nistp521" => EcCurve::P521,
        _ => return None,
    })
}

fn okp_curve(name: &str) -> Option<OkpCurve> {
    Some(match name {
        "ssh-ed25519" => OkpCurve::Ed25519,
        "ssh-ed448" => OkpCurve::Ed448,
        _ => return None,
    })
}

fn unknown(name: &str) -> Remark {
    let name = inspect::display::quoted(name, 40);
    Remark { id: "key-unknown-type", message: format!("SSH keys of the type {name} are not known here") }
}

/// The bytes of a public key.
pub(super) fn public(blob: &[u8]) -> Result<ReadKey, Remark> {
    let mut fields = SshStrings(blob);
    let name = fields.name()?;
    let material = if let Some(curve) = okp_curve(name) {
        of_okp(curve, fields.string()?).map_err(unreadable)?
    } else if let Some(curve) = name.strip_prefix("ecdsa-sha2-").and_then(ec_curve) {
        let _same_name = fields.string()?;
        let point = of_point(curve, fields.string()?);
        point.ok_or_else(|| unreadable(format!("expected a point on {}, but found none", curve.name())))?
    } else if name == "ssh-rsa" {
        let exponent = fields.string()?;
        rsa(fields.string()?, exponent)?
    } else {
        return Err(unknown(name));
    };
    Ok(ReadKey::public(material, KeyForm::Ssh))
}

const MAGIC: &[u8] = b"openssh-key-v1\0";

/// The contents of `OPENSSH PRIVATE KEY`. Of an encrypted one the public key is read, which stands before it in clear.
pub(super) fn private(bytes: &[u8]) -> Result<ReadKey, Remark> {
    let file = bytes.strip_prefix(MAGIC);
    let mut file = SshStrings(file.ok_or_else(|| unreadable("expected an OpenSSH private key, but found other bytes"))?);
    let cipher = file.name()?;
    let _derivation = (file.string()?, file.string()?);
    let _count = file.number()?;
    let mut key = public(file.string()?)?;
    if cipher != "none" {
        key.remark(
            "key-encrypted",
            "The private key is encrypted and was left alone. Its public key stands beside it in clear, and is used.",
        );
        return Ok(key);
    }
    let mut fields = SshStrings(file.string()?);
    let _check = (fields.number()?, fields.number()?);
    let name = fields.name()?;
    let mut read = if let Some(curve) = okp_curve(name) {
        let public = fields.string()?;
        // The seed, and the public key once more.
        let pair = fields.string()?;
        let seed = pair.get(..pair.len().saturating_sub(public.len())).unwrap_or_default();
        let material = of_seed(curve, seed).ok_or_else(|| unreadable("expected a private key, but found other bytes"))?;
        ReadKey::private(material, Some(PrivateMaterial::Scalar(seed.to_vec())), KeyForm::Ssh)
    } else if let Some(curve) = name.strip_prefix("ecdsa-sha2-").and_then(ec_curve) {
        let _public = (fields.string()?, fields.string()?);
        let scalar = super::public::padded(fields.string()?, curve.coordinate_length()).unwrap_or_default();
        let material = of_scalar(curve, &scalar).ok_or_else(|| unreadable("expected a private key, but found other bytes"))?;
        ReadKey::private(material, Some(PrivateMaterial::Scalar(scalar)), KeyForm::Ssh)
    } else if name == "ssh-rsa" {
        let mut next = || fields.string().map(|number| super::public::without_leading_zeros(number).to_vec());
        let (modulus, exponent, d) = (next()?, next()?, next()?);
        let _inverse = next()?;
        let private = PrivateMaterial::Rsa { d, p: Some(next()?), q: Some(next()?) };
        ReadKey::private(rsa(&modulus, &exponent)?, Some(private), KeyForm::Ssh)
    } else {
        return Err(unknown(name));
    };
    if read.material != key.material {
        read.remark("key-pair-differs", "The public key that stands beside this private key is another one.");
    }
    Ok(read)
}
