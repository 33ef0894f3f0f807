//! ASP.NET Core, `Microsoft.AspNetCore.Authentication.JwtBearer` 8 and 9. It cannot be run here.
//!
//! Written from the API reference of `JwtBearerOptions` and `JwtBearerEvents`, `JwtBearerPostConfigureOptions`, and the
//! documentation comments of `TokenValidationParameters`, `Validators`, `JsonWebKeySet` and `JsonWebToken`
//! (Microsoft.IdentityModel 8).

use super::quoted::double_quoted;
use super::{KeyFamily, block, demands, listed_as, of_claim, plain_number, section, types_in_small_letters};
use crate::code::{CodeInput, CodeWriter, KeyPlace, Library};
use crate::{ClaimDemand, ExpectationKind, Expectations, ExpectedValue};

pub(crate) const LIBRARY: Library = Library {
    id: "asp-net",
    name: "ASP.NET Core (JwtBearer)",
    version: "8 and 9",
    reference: "https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.authentication.jwtbearer.jwtbeareroptions",
    comment: "//",
    write,
};

fn write(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    keys(input, code);
    section(
        code,
        "builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>\n{",
    );
    // `MapInboundClaims`: true by default, which renames claims such as `sub`.
    block(
        code,
        "    options.MapInboundClaims = false;\n    options.TokenValidationParameters = new TokenValidationParameters\n    {",
    );
    parameters(expected, code);
    code.line("    };");
    if has_own_checks(expected) {
        events(expected, code);
    }
    code.line("});");
    if expected.claims.iter().any(|demand| demand.value.is_some() && !code.is_inside(demand)) {
        section(code, HAS);
    }
    if expected.claims.iter().any(|demand| code.is_inside(demand)) {
        section(code, HAS_INSIDE);
    }
    if !expected.scopes.is_empty() {
        section(code, HAS_SCOPE);
    }
    if expected.longest_lifetime.is_some() {
        section(code, LIFETIME);
    }
    notes(input, code);
}

fn keys(input: &CodeInput, code: &mut CodeWriter) {
    match &input.keys {
        // `JsonWebKeySet(string)` and `GetSigningKeys`.
        KeyPlace::JwkSet(address) => {
            code.line(format!("var json = await new HttpClient().GetStringAsync({});", double_quoted(address)));
            code.line("var keys = new JsonWebKeySet(json).GetSigningKeys();");
        }
        KeyPlace::Secret => block(
            code,
            "var secret = Environment.GetEnvironmentVariable(\"JWT_SECRET\");\nif (string.IsNullOrEmpty(secret)) throw new InvalidOperationException(\"JWT_SECRET is not set\");\nSecurityKey[] keys = [new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret))];",
        ),
        KeyPlace::PublicKey => {
            let (class, key) = match KeyFamily::of_public_key(input.expectations) {
                KeyFamily::Elliptic => ("ECDsa", "ECDsaSecurityKey"),
                KeyFamily::Rsa | KeyFamily::Edwards | KeyFamily::Secret => ("RSA", "RsaSecurityKey"),
            };
            code.line(format!("var publicKey = {class}.Create();"));
            code.line("publicKey.ImportFromPem(File.ReadAllText(\"public-key.pem\"));");
            code.line(format!("SecurityKey[] keys = [new {key}(publicKey)];"));
        }
    }
}

fn parameters(expected: &Expectations, code: &mut CodeWriter) {
    code.line_for(&ExpectationKind::Signature, "        IssuerSigningKeys = keys,");
    // `ValidateIssuer` and `ValidateAudience`: true by default.
    match expected.issuers.as_slice() {
        [] => code.line("        ValidateIssuer = false,"),
        issuers => {
            let line = format!("        ValidIssuers = [{}],", listed_as(issuers, double_quoted));
            code.line_for(&ExpectationKind::Issuer, line);
        }
    }
    match expected.audiences.as_slice() {
        [] => code.line("        ValidateAudience = false,"),
        audiences => {
            let line = format!("        ValidAudiences = [{}],", listed_as(audiences, double_quoted));
            code.line_for(&ExpectationKind::Audience, line);
            // True by default.
            code.line("        IgnoreTrailingSlashWhenValidatingAudience = false,");
        }
    }
    // `ValidAlgorithms`: null by default, which takes each algorithm that suits the key.
    if !expected.algorithms.is_empty() {
        let algorithms = listed_as(&expected.algorithms, double_quoted);
        code.line_for(&ExpectationKind::Algorithm, format!("        ValidAlgorithms = [{algorithms}],"));
    }
    // `ValidTypes` compares upper and lower case (`Validators.ValidateTokenType`), `TypeValidator` is free.
    if !expected.types.is_empty() {
        let types = listed_as(&types_in_small_letters(expected), double_quoted);
        let line = format!(
            "        TypeValidator = (type, token, parameters) => new[] {{ {types} }}.Contains(type?.ToLowerInvariant())"
        );
        code.line_for(&ExpectationKind::Type, line);
        code.line("            ? type : throw new SecurityTokenInvalidTypeException(\"The type differs.\"),");
    }
    if demands(expected, "exp") {
        let kind = ExpectationKind::Claim("exp".to_owned());
        code.line_for(&kind, "        RequireExpirationTime = true,");
    }
    // `ClockSkew`: five minutes by default.
    let leeway = expected.leeway;
    code.line_for(&ExpectationKind::Time, format!("        ClockSkew = TimeSpan.FromSeconds({leeway}),"));
}

/// All but `exp` without a value, which has an option.
fn own_claims(expected: &Expectations) -> impl Iterator<Item = &ClaimDemand> {
    expected.claims.iter().filter(|demand| demand.name != "exp" || demand.value.is_some())
}

fn has_own_checks(expected: &Expectations) -> bool {
    own_claims(expected).next().is_some() || !expected.scopes.is_empty() || expected.longest_lifetime.is_some()
}

/// `JwtBearerEvents.OnTokenValidated`: after everything else. `Fail` refuses the token. Since ASP.NET Core 8,
/// `TokenValidatedContext.SecurityToken` is a `JsonWebToken`.
fn events(expected: &Expectations, code: &mut CodeWriter) {
    block(code, EVENTS_BEGIN);
    let refuse = |code: &mut CodeWriter, kind: &ExpectationKind, condition: String, message: &str| {
        let message = double_quoted(message);
        code.line_for(kind, format!("            if ({condition}) context.Fail({message});"));
    };
    for demand in own_claims(expected) {
        let name = double_quoted(&demand.name);
        let names = code.names_to(demand);
        let path = format!("[{}]", listed_as(&names, double_quoted));
        let message = if demand.value.is_some() { "differs" } else { "is missing" };
        let condition = match &demand.value {
            None if names.len() > 1 => format!("!HasInside(payload, {path})"),
            Some(value) if names.len() > 1 => format!("!HasInside(payload, {path}, value => {})", is_equal(value)),
            None => format!("!payload.TryGetProperty({name}, out _)"),
            Some(value) => format!("!Has(payload, {name}, value => {})", is_equal(value)),
        };
        refuse(code, &of_claim(demand), condition, &format!("{} {message}", demand.name));
    }
    if !expected.scopes.is_empty() {
        let scopes = listed_as(&expected.scopes, double_quoted);
        let condition = format!("!new[] {{ {scopes} }}.All(scope => HasScope(payload, scope))");
        refuse(code, &ExpectationKind::Scope, condition, "a scope is missing");
    }
    if let Some(longest) = expected.longest_lifetime {
        let condition = format!("!(Lifetime(payload) <= {longest}d)");
        refuse(code, &ExpectationKind::Lifetime, condition, "it lives too long");
    }
    block(code, EVENTS_END);
}

fn is_equal(value: &ExpectedValue) -> String {
    let of_text =
        |text: &str| format!("value.ValueKind == JsonValueKind.String && value.GetString() == {}", double_quoted(text));
    match value {
        ExpectedValue::Text(text) => of_text(text),
        ExpectedValue::Number(number) => match plain_number(number) {
            Some(number) => format!("value.ValueKind == JsonValueKind.Number && value.GetDouble() == {number}d"),
            None => of_text(number),
        },
        ExpectedValue::Boolean(true) => "value.ValueKind == JsonValueKind.True".to_owned(),
        ExpectedValue::Boolean(false) => "value.ValueKind == JsonValueKind.False".to_owned(),
        ExpectedValue::Null => "value.ValueKind == JsonValueKind.Null".to_owned(),
    }
}

fn notes(input: &CodeInput, code: &mut CodeWriter) {
    let expected = input.expectations;
    match input.keys {
        KeyPlace::JwkSet(_) => code.note(
            "These lines read the JWK Set once, at the start. Where the issuer has a discovery document, `options.Authority` reads its keys instead, and reads them again when they change.",
        ),
        KeyPlace::PublicKey if KeyFamily::of_public_key(expected) == KeyFamily::Edwards => {
            code.note("These lines read an RSA key: it was not found how ASP.NET Core reads an Ed25519 key.");
        }
        KeyPlace::PublicKey | KeyPlace::Secret => {}
    }
    if !demands(expected, "exp") {
        code.note("ASP.NET Core refuses a token without `exp`; `RequireExpirationTime = false` turns that off.");
    }
    if has_own_checks(expected) {
        code.note("The parameters know no other claims, scopes or lifetime: `OnTokenValidated` checks them.");
    }
    super::notes_on_own_lines(expected, code);
    if expected.algorithms.is_empty() {
        code.note("ASP.NET Core takes each algorithm that suits the key where `ValidAlgorithms` is missing: name the algorithms.");
    }
}

const EVENTS_BEGIN: &str = "
    options.Events = new JwtBearerEvents
    {
        OnTokenValidated = context =>
        {
            var token = (JsonWebToken)context.SecurityToken;
            using var document = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
            var payload = document.RootElement;";

const EVENTS_END: &str = "
            return Task.CompletedTask;
        },
    };";

const HAS: &str = "
// Whether a claim is as expected, or lists what is.
static bool Has(JsonElement payload, string name, Func<JsonElement, bool> isExpected) =>
    payload.TryGetProperty(name, out var claim)
    && (claim.ValueKind == JsonValueKind.Array ? claim.EnumerateArray().Any(isExpected) : isExpected(claim));";

const HAS_INSIDE: &str = "
// Whether the names lead to a claim that is as expected, or lists what is.
static bool HasInside(JsonElement payload, string[] names, Func<JsonElement, bool>? isExpected = null)
{
    var claim = payload;
    foreach (var name in names)
    {
        if (claim.ValueKind != JsonValueKind.Object || !claim.TryGetProperty(name, out var inner)) return false;
        claim = inner;
    }
    return isExpected is null
        || (claim.ValueKind == JsonValueKind.Array ? claim.EnumerateArray().Any(isExpected) : isExpected(claim));
}";

const HAS_SCOPE: &str = "
// Whether a scope stands in `scope` or `scp`, which are strings with spaces or arrays.
static bool HasScope(JsonElement payload, string scope) => new[] { \"scope\", \"scp\" }.Any(name =>
    payload.TryGetProperty(name, out var claim)
    && (claim.ValueKind == JsonValueKind.Array
        ? claim.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && item.GetString() == scope)
        : claim.ValueKind == JsonValueKind.String && claim.GetString()!.Split(' ').Contains(scope)));";

const LIFETIME: &str = "
// From iat, or nbf, to exp in seconds; not a number without them.
static double Lifetime(JsonElement payload)
{
    double Time(string name) => payload.TryGetProperty(name, out var claim)
        && claim.ValueKind == JsonValueKind.Number ? claim.GetDouble() : double.NaN;
    var start = double.IsNaN(Time(\"iat\")) ? Time(\"nbf\") : Time(\"iat\");
    return Time(\"exp\") - start;
}";

#[cfg(test)]
mod tests {
    #[test]
    fn writes_its_code() {
        crate::code::cited::tests::check(&super::LIBRARY, &expect_test::expect_file!["written/asp_net.txt"]);
    }
}
