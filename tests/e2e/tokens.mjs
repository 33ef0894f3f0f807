// Tokens and texts for the journeys, made here, and where a claim stands in the characters of its segment.

/** 2026-11-23 15:00:00 UTC, in milliseconds as the clock of the tests wants it. */
export const NOW = Date.UTC(2026, 10, 23, 15, 0, 0);
/** The same in seconds, as tokens want it. */
export const SECONDS = NOW / 1000;

export function base64url(content) {
  return Buffer.from(content).toString('base64url');
}

/** A token of these parts; each is an object, or the exact text or bytes. */
export function token(header, claims, signatureBytes = 32) {
  const exact = (part) => (typeof part === 'string' || part instanceof Uint8Array ? part : JSON.stringify(part));
  const signature = Uint8Array.from({ length: signatureBytes }, (_, position) => (position * 151 + 89) % 256);
  return [base64url(exact(header)), base64url(exact(claims)), base64url(signature)].join('.');
}

/** "aaa.bbb.ccc" to its three pieces. */
export function segments(compact) {
  const [header, payload, signature] = compact.split('.');
  return { header, payload, signature };
}

export const ISSUER = 'https://accounts.example.com';
const RS256 = { alg: 'RS256', kid: '7c9d4a', typ: 'JWT' };

/** Lasted for an hour and ended 3 days and 2 hours before NOW, at 13:00 on 20 November. */
export const EXPIRED_ID_TOKEN = idToken(SECONDS - (3 * 24 + 2) * 3600);

export function idToken(expiresAt) {
  const claims = {
    iss: ISSUER,
    aud: 'web-portal',
    sub: '100002348117421473',
    exp: expiresAt,
    iat: expiresAt - 3600,
    nonce: 'n-0S6_WzA2Mj',
    email: 'grace@example.com',
    email_verified: false,
    name: 'Grace',
  };
  return token(RS256, claims, 256);
}

export function accessToken(expiresAt, more = {}) {
  const claims = { iss: 'https://login.example.com/', aud: 'https://api.example.com', sub: '5ba552d67', iat: expiresAt - 3600, exp: expiresAt, ...more };
  return token({ typ: 'at+jwt', alg: 'ES256', kid: 'RjEwOwOA' }, claims, 64);
}

export const ACCESS_TOKEN = accessToken(SECONDS + 724);
export const REFRESH_TOKEN = token({ alg: 'HS512', typ: 'JWT' }, { iss: 'https://login.example.com/', typ: 'Refresh', iat: SECONDS }, 64);

/** What a token endpoint answers. */
export const TOKEN_RESPONSE = JSON.stringify(
  { token_type: 'Bearer', expires_in: 724, access_token: ACCESS_TOKEN, id_token: EXPIRED_ID_TOKEN, refresh_token: REFRESH_TOKEN },
  null,
  2,
);

/**
 * The characters of a base64url segment that carry the bytes of `source` in the text that it decodes to:
 * every character that holds one of their bits (RFC 4648 section 4: six bits a character).
 */
export function carriers(segment, source) {
  const text = Buffer.from(segment, 'base64url');
  const start = text.indexOf(source);
  if (start < 0) throw new Error(`${source} does not stand in ${text}`);
  const end = start + Buffer.byteLength(source);
  return segment.slice(Math.floor((start * 8) / 6), Math.ceil((end * 8) / 6));
}

/** A token of about so many characters, most of them one claim. */
export function longToken(characters) {
  return token({ alg: 'RS256', typ: 'JWT' }, { iss: ISSUER, exp: SECONDS + 600, long: 'x'.repeat(Math.floor(characters * 0.75)) }, 256);
}

/** What the network tools of a browser save, of at least so many bytes; `tokens` different ones in it, each sent many times. */
export function har(bytes, tokens) {
  const entries = [];
  const sent = Array.from({ length: tokens }, (_, position) => accessToken(SECONDS + 600, { jti: `request-${position}` }));
  for (let length = 0; length < bytes; ) {
    const entry = {
      startedDateTime: '2026-11-23T15:00:00.000Z',
      request: {
        method: 'GET',
        url: `https://api.example.com/orders/${entries.length}`,
        headers: [
          { name: 'Accept', value: 'application/json' },
          { name: 'Authorization', value: `Bearer ${sent[entries.length % tokens]}` },
        ],
      },
      response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify({ items: 'abc.def '.repeat(300) }) } },
    };
    entries.push(entry);
    length += JSON.stringify(entry).length;
  }
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'tests' }, entries } });
}
