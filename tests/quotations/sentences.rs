//! Every sentence that the page or a report says of a text.

use inspect::compare::{Side, compare};
use inspect::material::jwe;
use inspect::material::sd_jwt::Disclosure;
use inspect::problem::Problem;
use inspection::{Inspected, Inspection};

pub struct Sentence {
    /// The id of its finding or note, or what kind of sentence it is.
    pub of: &'static str,
    pub text: String,
}

pub fn sentences(inspection: &Inspection) -> Vec<Sentence> {
    let mut said = Vec::new();
    said.extend(inspection.notes.iter().map(|note| Sentence { of: note.id, text: note.message.clone() }));
    for inspected in &inspection.tokens {
        of_token(inspected, &mut said);
    }
    if let [one, .., other] = inspection.tokens.as_slice() {
        of_comparison(one, other, &mut said);
    }
    said
}

fn of_token(inspected: &Inspected, said: &mut Vec<Sentence>) {
    let Inspected { token, description, judgement, .. } = inspected;
    let mut say = |of: &'static str, text: &str| said.push(Sentence { of, text: text.to_owned() });
    judgement.findings.iter().for_each(|finding| say(finding.id(), &finding.message));
    say("summary", &judgement.summary.iter().map(|phrase| phrase.text.as_str()).collect::<String>());
    token.repairs.iter().for_each(|repair| say(repair.id, &repair.message));
    description.profile.because.iter().for_each(|because| say("kind", because));
    description.profile.issuer.iter().flat_map(|issuer| &issuer.because).for_each(|because| say("issuer", because));
    if let Some(exposure) = &judgement.exposure {
        exposure.statements.iter().for_each(|statement| say("exposure", &statement.text));
        exposure.weights.iter().for_each(|weight| say("weight", &weight.name));
    }
    for part in &description.parts {
        part.members.iter().filter_map(|member| member.shown.as_ref()).for_each(|shown| say("shown", shown));
        part.error.iter().for_each(|fault| say("fault", &fault.to_string()));
    }
    for part in &token.parts {
        part.faults.iter().for_each(|fault| say("fault", &fault.to_string()));
        jwe::of_part(token, part).iter().for_each(|sentence| say("part", sentence));
    }
    jwe::knowable(token).iter().filter(|_| token.format.is_encrypted()).for_each(|sentence| say("part", sentence));
    let mut problems: Vec<&Problem> = Vec::new();
    for found in &description.keys {
        say("key", &found.key.kind);
        found.key.purpose.iter().for_each(|purpose| say("key", purpose));
        problems.extend(&found.key.problems);
    }
    for found in &description.chains {
        problems.extend(&found.chain.problems);
        for certificate in &found.chain.certificates {
            problems.extend(&certificate.problems);
        }
        found.chain.thumbprints.iter().for_each(|thumbprint| say("thumbprint", &thumbprint.message));
    }
    if let Some(read) = &description.sd_jwt {
        problems.extend(&read.problems);
        problems.extend(read.disclosures.iter().flat_map(|disclosure: &Disclosure| &disclosure.problems));
    }
    description.key_binding.iter().for_each(|binding| say("key binding", &binding.message));
    problems.iter().for_each(|problem| say("problem", &problem.message));
    inspected.nested.iter().for_each(|nested| of_token(nested, said));
}

fn of_comparison(one: &Inspected, other: &Inspected, said: &mut Vec<Sentence>) {
    let [one, other] = [one, other].map(|it| Side { token: &it.token, description: &it.description });
    let comparison = compare(one, other);
    let mut say = |text: &str| said.push(Sentence { of: "comparison", text: text.to_owned() });
    comparison.remarks.iter().for_each(|remark| say(&remark.message));
    comparison.topics.iter().for_each(|topic| say(&topic.message));
    for part in &comparison.parts {
        part.remarks.iter().for_each(|remark| say(remark));
        part.rows.iter().for_each(|row| say(&row.note));
    }
}
