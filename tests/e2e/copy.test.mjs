// What the copy buttons put into the clipboard, byte by byte; by default no link and no copy is a credential.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW, SECONDS, segments, token } from './tokens.mjs';

const place = stage();
const { journey, clipboard } = place;

const HEADER = '{ "alg" : "RS256",\n  "kid": "7c9d4a" }';
const CLAIMS = `{"iss":"https://accounts.example.com", "sub":"gr\\u00e4ce €\\ud83d\\ude00","exp":${SECONDS + 600},\n "big":100002348117421473,"addr":{"zip" : [1, 2.50]},"exp":1e400 }`;
const TOKEN = token(HEADER, CLAIMS, 256);
const { header, payload, signature } = segments(TOKEN);

const COPIES = {
  'Copy without signature': [(app) => app.copied('Copy without signature'), `${header}.${payload}.`],
  'Copy token': [(app) => app.copied('Copy full token (secret)'), TOKEN],
  'the header': [(app) => app.header.getByRole('button', { name: 'Copy', exact: true }), HEADER],
  'the claims': [(app) => app.claims.getByRole('button', { name: 'Copy', exact: true }), CLAIMS],
  'one text': [(app) => app.button('Copy sub'), 'gräce €😀'],
  'one number': [(app) => app.button('Copy big'), '100002348117421473'],
  'one object': [(app) => app.button('Copy addr'), '{"zip" : [1, 2.50]}'],
  'the second of two with one name': [(app) => app.button('Copy exp').nth(1), '1e400'],
  'a cookie in the place of the token': [(app) => app.button('Copy the Set-Cookie line'), 'Set-Cookie: __Host-session=RANDOM_SESSION_ID; Path=/; Secure; HttpOnly; SameSite=Strict'],
  'one header parameter': [(app) => app.button('Copy kid'), '7c9d4a'],
};

journey('copy buttons', { places: EVERYWHERE, date: NOW }, async ({ page, app, context }) => {
  await app.read(`Bearer ${TOKEN}`);
  for (const [what, [button, expected]] of Object.entries(COPIES)) {
    await page.bringToFront();
    await (await button(app)).click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    assert.equal(await clipboard(context), expected, what);
  }
});

journey('the exact text is copied from its view too', { date: NOW }, async ({ app, page, context }) => {
  await app.read(TOKEN);
  await app.claims.getByRole('button', { name: 'Exact text' }).click();
  assert.equal(await app.claims.locator('pre').textContent(), CLAIMS);
  await app.claims.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  assert.equal(await clipboard(context), CLAIMS);
});

journey('the JSON view copies indented JSON, whatever is folded', { places: EVERYWHERE, date: NOW }, async ({ app, page, context }) => {
  await app.read(TOKEN);
  await app.claims.getByRole('button', { name: 'JSON', exact: true }).click();
  await app.claims.getByRole('button', { name: 'addr: 1 member' }).click();
  await app.claims.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Copied the indented JSON' }).waitFor();
  const lines = [
    '{',
    '  "iss": "https://accounts.example.com",',
    '  "sub": "gr\\u00e4ce €\\ud83d\\ude00",',
    `  "exp": ${SECONDS + 600},`,
    '  "big": 100002348117421473,',
    '  "addr": {',
    '    "zip": [1, 2.50]',
    '  },',
    '  "exp": 1e400',
    '}',
  ];
  assert.equal(await clipboard(context), lines.join('\n'));
  await app.claims.getByRole('button', { name: 'Table', exact: true }).click();
  await page.bringToFront();
  await app.claims.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('status').filter({ hasText: 'Copied the decoded text' }).waitFor();
  assert.equal(await clipboard(context), CLAIMS);
});

journey('the link that is offered first holds no signature, and opens', { places: EVERYWHERE, date: NOW }, async ({ page, app, context, address, place: where }) => {
  await app.read(TOKEN);
  await app.button('Share…').click();
  assert.ok(!(await app.share.getByRole('radio', { name: 'The whole token' }).isChecked()), 'not whole at first');
  await app.share.getByRole('radio', { name: 'All claims' }).check();
  await app.share.getByRole('button', { name: 'Copy link', exact: true }).click();
  await app.share.getByRole('status').filter({ hasText: 'Link copied.' }).waitFor();
  const link = await clipboard(context);
  assert.equal(link, `${address}#token=${header}.${payload}.&signature=left-out`);
  for (let at = 0; at + 8 <= signature.length; at += 8) assert.ok(!link.includes(signature.slice(at, at + 8)), 'a piece of the signature');

  const opened = await place.open(where, { date: NOW, hash: link.slice(address.length) });
  await opened.app.claims.waitFor();
  assert.match(await opened.app.verdict('Signature').innerText(), /Left out by the sender/);
  assert.match(await opened.app.row(opened.app.claims, 'big').innerText(), /100002348117421473/);
  await opened.close();
});

journey('the whole link is a deliberate second choice, and says until when it works', { date: NOW }, async ({ page, app, context, address }) => {
  const active = token({ alg: 'RS256' }, { sub: 'grace', exp: SECONDS + 600 }, 256);
  await app.read(active);
  await app.button('Share…').click();
  assert.ok(!(await app.share.innerText()).includes('A credential'), 'not at first');
  await app.share.getByRole('radio', { name: 'The whole token' }).check();
  assert.match(await app.share.innerText(), /A credential[\s\S]*until 23 Nov 2026, 15:10:00 UTC/);
  await app.share.getByRole('button', { name: 'Copy link', exact: true }).click();
  await app.share.getByRole('status').filter({ hasText: 'with its signature' }).waitFor();
  assert.equal(await clipboard(context), `${address}#token=${active}`);
});

journey('a token without signature offers no second choice', { date: NOW }, async ({ app }) => {
  await app.read(token({ alg: 'none' }, { sub: 'grace' }, 0));
  await app.button('Share…').click();
  assert.equal(await app.share.getByRole('radio', { name: 'The whole token' }).count(), 0);
  await app.page.keyboard.press('Escape');
  assert.ok(await (await app.copied('Copy token')).isVisible());
  assert.equal(await app.button('Copy without signature').count(), 0);
});

journey('the report is JSON for all tokens', { date: NOW }, async ({ page, app, context }) => {
  await app.read(`${TOKEN}\n${token({ alg: 'none' }, { sub: 'grace' }, 0)}`);
  await app.shareAs('The whole token');
  await app.share.getByRole('button', { name: 'Copy as JSON' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied the report' }).waitFor();
  const report = JSON.parse(await clipboard(context));
  assert.equal(report.schema, 1);
  assert.equal(report.evaluatedAt, SECONDS);
  assert.deepEqual(report.tokens.map((one) => one.verification), ['not-verified', 'not-verified']);
  assert.equal(report.tokens[0].text, TOKEN);
});

journey('the report is saved from memory', { date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await app.button('Share…').click();
  const download = page.waitForEvent('download');
  await app.share.getByRole('button', { name: 'Save as JSON' }).click();
  assert.match((await download).suggestedFilename(), /\.json$/);
});

journey('the report holds no more than is shared', { date: NOW }, async ({ page, app, context }) => {
  const both = [1, 2].map((n) => token({ alg: 'RS256' }, { sub: `grace-${n}`, scope: 'read' }, 256));
  await app.read(both.join('\n'));
  await app.shareAs('Claims, some masked');
  await app.share.getByRole('button', { name: 'Copy as JSON' }).click();
  await app.share.getByRole('status').filter({ hasText: 'Copied the report' }).waitFor();
  const report = await clipboard(context);
  assert.equal(JSON.parse(report).tokens.length, 1);
  for (const secret of ['grace-1', 'grace-2', both[0].split('.')[2].slice(0, 40)]) assert.ok(!report.includes(secret), secret);
});
