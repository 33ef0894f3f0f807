// A token in the fragment is read and taken out of the address bar; one in the query is not read, and the page says why.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { ACCESS_TOKEN, EXPIRED_ID_TOKEN, NOW, segments } from './tokens.mjs';

const { journey } = stage();

const { header, payload } = segments(EXPIRED_ID_TOKEN);
const UNSIGNED = `${header}.${payload}.`;

async function assertRead({ page, app, address }, token) {
  await app.claims.waitFor();
  assert.equal(page.url(), address, 'the token must be gone from the address bar');
  assert.equal(await page.title(), 'JWT Inspector');
  assert.equal(await app.box.inputValue(), token);
}

for (const prefix of ['#token=', '#id_token=', '#access_token=', '#value=', '#debugger-io?token=', '#jwt=', '#']) {
  const places = prefix === '#token=' ? EVERYWHERE : undefined;
  journey(`a link with ${prefix}…`, { places, date: NOW, hash: prefix + EXPIRED_ID_TOKEN }, async (opened) => {
    await assertRead(opened, EXPIRED_ID_TOKEN);
    const { app, page } = opened;
    assert.match(await app.verdict('Time').innerText(), /Expired 3 days ago/);
    assert.match(await app.verdict('Signature').innerText(), /^Not verified/);
    assert.ok(await page.getByText('still in this browser’s history').or(page.getByText("still in this browser's history")).isVisible());
  });
}

journey('a percent-encoded link', { date: NOW, hash: `#token=${EXPIRED_ID_TOKEN.replaceAll('.', '%2E')}` }, async (opened) => {
  await assertRead(opened, EXPIRED_ID_TOKEN);
});

const REDIRECT = `#state=af0ifjsldkj&access_token=${ACCESS_TOKEN}&token_type=Bearer&id_token=${EXPIRED_ID_TOKEN}&expires_in=724`;

journey('an OAuth redirect with two tokens', { places: EVERYWHERE, date: NOW, hash: REDIRECT }, async ({ page, app, address }) => {
  await app.claims.waitFor();
  assert.equal(page.url(), address);
  assert.deepEqual((await app.tabs.allInnerTexts()).map((text) => text.split(/\s/)[0]), ['access_token', 'id_token']);
});

journey('another link followed in the same tab', { places: EVERYWHERE, date: NOW, hash: `#token=${ACCESS_TOKEN}` }, async (opened) => {
  await assertRead(opened, ACCESS_TOKEN);
  const { page, app, address } = opened;
  await page.evaluate((hash) => (location.hash = hash), `#id_token=${EXPIRED_ID_TOKEN}`);
  await page.waitForFunction((wanted) => document.querySelector('textarea').value === wanted, EXPIRED_ID_TOKEN);
  assert.equal(page.url(), address);
  assert.match(await app.verdict('Time').innerText(), /Expired/);
});

journey('a fragment without a token changes nothing that is shown', { date: NOW, hash: `#token=${ACCESS_TOKEN}` }, async (opened) => {
  await assertRead(opened, ACCESS_TOKEN);
  await opened.page.evaluate(() => (location.hash = '#section-2'));
  await opened.page.waitForTimeout(100);
  assert.equal(await opened.app.box.inputValue(), ACCESS_TOKEN);
});

journey('a link that says the signature was left out', { places: EVERYWHERE, date: NOW, hash: `#token=${UNSIGNED}&signature=left-out` }, async (opened) => {
  await assertRead(opened, UNSIGNED);
  const { app } = opened;
  assert.match(await app.verdict('Signature').innerText(), /Left out by the sender/);
  assert.ok(!(await app.findingIds()).includes('signature-missing'), 'what the sender left out is not missing');
  assert.match(await app.answer.innerText(), /sender left .*signature out|left out by the sender/i);
});

journey('a paste after such a link is judged as a paste', { date: NOW, hash: `#token=${UNSIGNED}&signature=left-out` }, async (opened) => {
  await assertRead(opened, UNSIGNED);
  const { app } = opened;
  await app.paste(UNSIGNED);
  await app.verdict('Signature').filter({ hasText: 'Missing' }).waitFor();
  assert.ok((await app.findingIds()).includes('signature-missing'));
});

journey('a link without a signature that does not say so', { date: NOW, hash: `#token=${UNSIGNED}` }, async (opened) => {
  await assertRead(opened, UNSIGNED);
  assert.match(await opened.app.verdict('Signature').innerText(), /Missing/);
  assert.ok((await opened.app.findingIds()).includes('signature-missing'));
});

for (const name of ['token', 'jwt', 'access_token', 'id_token']) {
  const query = `?${name}=${EXPIRED_ID_TOKEN}`;
  const places = name === 'token' ? EVERYWHERE : undefined;
  journey(`a token in the query as ${name}`, { places, date: NOW, query }, async ({ page, app, address }) => {
    assert.ok(await page.getByText('The server has already seen').isVisible());
    assert.equal(await app.box.inputValue(), '');
    assert.equal(await app.claims.count(), 0);
    assert.equal(page.url(), address + query, 'the query is never written');
    assert.ok(!(await page.locator('body').innerText()).includes(payload.slice(0, 40)));
  });
}

journey('a fragment beside a token in the query is read without touching the query', { date: NOW, query: `?token=${ACCESS_TOKEN}`, hash: `#token=${EXPIRED_ID_TOKEN}` }, async ({ page, app, address }) => {
  await app.claims.waitFor();
  assert.equal(page.url(), `${address}?token=${ACCESS_TOKEN}`);
  assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
  assert.ok(await page.getByText('The server has already seen').isVisible());
});
