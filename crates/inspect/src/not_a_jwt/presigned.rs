//! Presigned addresses of AWS STS, which Amazon EKS takes as tokens. kubernetes-sigs/aws-iam-authenticator, `pkg/token`.

use super::known::TextKind;
use super::{PastedText, RecognisedText, bytes_of, unescaped};
use crate::display::counted;
use crate::time::calendar::{self, CivilTime};
use crate::time::instants;

/// What such a token begins with.
const PREFIX: &str = "k8s-aws-v1.";

/// AWS STS honours such an address for 15 minutes, whatever `X-Amz-Expires` says.
const HONOURED: i64 = 15 * 60;

pub(super) fn recognise(subject: &PastedText) -> Option<RecognisedText> {
    // `aws eks get-token` prints it inside an ExecCredential.
    let (_, behind) = subject.beginning().split_once(PREFIX)?;
    let is_of_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let encoded = behind.split(|c: char| !is_of_token(c)).next()?;
    let bytes = bytes_of(encoded)?;
    let address = std::str::from_utf8(&bytes).ok()?.strip_prefix("https://")?;
    let (host, query) = address.split_once('?')?;
    let host = host.trim_end_matches('/');
    let is_sts = host.starts_with("sts.") || host.starts_with("sts-fips.");
    if !is_sts || !(host.ends_with(".amazonaws.com") || host.ends_with(".amazonaws.com.cn")) {
        return None;
    }
    let parameter = |wanted: &str| {
        let mut parameters = query.split('&').filter_map(|parameter| parameter.split_once('='));
        parameters.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| unescaped(value))
    };
    let signed_at = parameter("X-Amz-Date").and_then(|date| instant(&date));
    let mut found = TextKind::EksToken.recognised();
    if let Some(signed_at) = signed_at {
        let until = instants::utc(signed_at.saturating_add(HONOURED));
        found = found.saying(&format!(
            "It was signed on {}; AWS honours it for 15 minutes, until {until}.",
            instants::utc(signed_at)
        ));
    }
    if let Some(seconds) = parameter("X-Amz-Expires").and_then(|seconds| seconds.parse::<u16>().ok()) {
        let seconds = counted(usize::from(seconds), "second");
        found = found.saying(&format!("Its `X-Amz-Expires` says {seconds}, which AWS STS ignores."));
    }
    Some(found.expiring(signed_at.map(|signed_at| signed_at.saturating_add(HONOURED))))
}

/// `20231114T221320Z`.
fn instant(date: &str) -> Option<i64> {
    let digits = date.strip_suffix('Z').filter(|rest| rest.len() == 15 && rest.as_bytes().get(8) == Some(&b'T'))?;
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i64>().ok();
    calendar::seconds_at(CivilTime {
        year: number(0, 4)?,
        month: number(4, 6)?,
        day: number(6, 8)?,
        hour: number(9, 11)?,
        minute: number(11, 13)?,
        second: number(13, 15)?,
    })
}
