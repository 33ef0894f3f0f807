// A link carries what a service expects: a colleague sees the same answer, nothing goes along unasked, and hostile values are text.

import assert from 'node:assert/strict';

import { EVERYWHERE, NOTHING, kept, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, ISSUER, NOW, SECONDS, segments, token } from './tokens.mjs';

const stand = stage();
const { journey, clipboard } = stand;
const WIDE = { viewport: { width: 1280, height: 900 }, date: NOW };
const PHONE = { viewport: { width: 360, height: 740 }, date: NOW };

const TOKEN = token(
  { alg: 'RS256', typ: 'JWT', kid: '7c9d4a' },
  { iss: ISSUER, aud: 'api://orders', sub: 'grace-17', iat: SECONDS - 60, exp: SECONDS + 3_000 },
  256,
);
const { header, payload } = segments(TOKEN);
const UNSIGNED = `#token=${header}.${payload}.&signature=left-out`;

const panel = (page) => page.getByRole('region', { name: 'Would my service accept it?' });
const field = (page, name) => panel(page).getByRole('textbox', { name, exact: true });
const outcome = (page) => panel(page).locator('.service-says:not([data-late])');
const says = (page, pattern) => outcome(page).filter({ hasText: pattern }).waitFor();
const choice = (app) => app.share.getByRole('checkbox', { name: 'With what the service expects' });

/** The lines and the sentence, as they are read. */
async function answer(page) {
  const texts = await panel(page).locator('.met, .service-says').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' ').trim());
}

async function write(page) {
  // The panel above it grows when it comes into sight.
  await page.locator('#check').scrollIntoViewIfNeeded();
  await page.locator('#check .three').first().waitFor();
  await panel(page).getByRole('button', { name: 'Write it' }).click();
  await field(page, 'Issuer').fill(`${ISSUER}\nhttps://other.example/?a=1&b=2`);
  await field(page, 'Audience').fill('orders');
  await field(page, 'Algorithms').fill('RS256, ES256');
  await says(page, /would refuse it: the audience differs\./);
}

for (const [size, options] of [['1280', WIDE], ['360', PHONE]]) {
  journey(`made in the dialog, opened in another page, ${size} pixels`, { places: EVERYWHERE, ...options }, async ({ page, app, context, address, place }) => {
    await app.read(TOKEN);
    await write(page);
    const before = await answer(page);
    await app.shareAs('Claims, some masked');
    assert.ok(!(await choice(app).isChecked()), 'not unasked');
    assert.ok(!(await app.share.innerText()).includes('other.example'));
    await choice(app).check();
    const preview = app.share.getByRole('group', { name: 'What the reader gets' });
    assert.match(await preview.innerText(), /Expected issuer.*accounts\.example\.com.*other\.example\/\?a=1&b=2.*Expected audience.*orders.*Expected algorithm.*RS256.*ES256/s);
    await context.grantPermissions(['clipboard-write']);
    await app.share.getByRole('button', { name: 'Copy link', exact: true }).click();
    await app.share.getByRole('status').filter({ hasText: '5 expectations' }).waitFor();
    const link = await clipboard(context);
    const fields = `&expected-issuer=https%3A//accounts.example.com&expected-issuer=https%3A//other.example/%3Fa%3D1%26b%3D2&expected-audience=orders&expected-algorithms=RS256,ES256`;
    assert.ok(link.startsWith(`${address}#token=`) && link.endsWith(`&signature=left-out&claims=redacted${fields}`), link);

    const opened = await stand.open(place, { ...options, hash: link.slice(address.length) });
    await opened.app.claims.waitFor();
    await says(opened.page, /would refuse it: the audience differs\./);
    assert.deepEqual(await answer(opened.page), before, 'the same answer');
    assert.ok(await panel(opened.page).getByText('These expectations came with the link: issuer, audience and algorithms alone.').isVisible());
    assert.equal(opened.page.url(), address, 'none of it stays in the address');
    assert.deepEqual(await kept(opened.page, opened.context), NOTHING);
    await opened.close();
  });
}

journey('a reader of such a link goes on with it', { ...WIDE, hash: `${UNSIGNED}&expected-audience=orders` }, async ({ page, app }) => {
  await says(page, /would refuse it: the audience differs\./);
  assert.match(await page.getByRole('navigation', { name: 'Outline' }).innerText(), /✕\s+no/);
  await field(page, 'Audience').fill('api://orders');
  await says(page, /Nothing here would make a service refuse it/);
  assert.equal(await panel(page).getByText('came with the link').count(), 0, 'they are the reader’s now');
  await panel(page).getByRole('button', { name: 'Clear what the service expects' }).click();
  await app.paste(EXPIRED_ID_TOKEN);
  assert.equal(await field(page, 'Audience').count(), 0);
});

journey('the dialog says what stays behind, and the reader sees on the first screen what it comes to', WIDE, async ({ page, app }) => {
  await app.read(TOKEN);
  await write(page);
  await panel(page).getByRole('button', { name: 'More expectations' }).click();
  await field(page, 'Scopes').fill('orders.read');
  await field(page, 'Clock leeway').fill('5 min');
  await app.shareAs('Claims, some masked');
  assert.equal(await app.share.getByText('In the link:').count(), 0, 'not before it is chosen');
  await choice(app).check();
  await app.share.getByText('In the link: issuer, audience, algorithms. Not in the link: clock leeway, scopes.').waitFor();
});

for (const [size, options] of [['1280', WIDE], ['360', PHONE]]) {
  journey(`the first screen says what the link expects, ${size} pixels`, { ...options, hash: `${UNSIGNED}&expected-audience=orders` }, async ({ page }) => {
    const line = page.locator('.expected-by-link');
    await line.getByText('would refuse it: the audience differs.').waitFor();
    const place = await line.boundingBox();
    assert.ok(place.y + place.height < options.viewport.height, `it stands at ${place.y}`);
    await line.getByRole('button', { name: 'See what' }).click();
    await page.waitForFunction(() => document.activeElement.id === 'expect-title', undefined, { timeout: 5000 });
    await field(page, 'Audience').fill('api://orders');
    assert.equal(await line.count(), 0, 'they are the reader’s now');
  });
}

journey('another link in the same page brings its own, or none', { ...WIDE, hash: `${UNSIGNED}&expected-audience=orders` }, async ({ page }) => {
  await says(page, /the audience differs/);
  await page.evaluate((hash) => (location.hash = hash), `${UNSIGNED}&expected-issuer=https%3A//b.example`);
  await says(page, /the issuer differs/);
  assert.equal(await field(page, 'Audience').inputValue(), '');
  await page.evaluate((hash) => (location.hash = hash), UNSIGNED);
  await panel(page).getByRole('button', { name: 'Write it' }).waitFor();
  assert.equal(await panel(page).getByText('came with the link').count(), 0);
});

const HOSTILE = ['<img src=x onerror="window.hit=1">', '</textarea><script>window.hit=1</script>', '"><svg onload=window.hit=1>', 'javascript:window.hit=1', '{{7*7}}${7*7}`x`', '`a` **b** [c](https://c.example)'];

journey('hostile values are text', { places: EVERYWHERE, ...WIDE, hash: UNSIGNED + HOSTILE.map((value) => `&expected-audience=${encodeURIComponent(value)}&expected-issuer=${encodeURIComponent(value)}`).join('') + `&expected-algorithms=${encodeURIComponent('<b>none</b>')}` }, async ({ page, app }) => {
  await says(page, /would refuse it/);
  assert.equal(await field(page, 'Audience').inputValue(), HOSTILE.join('\n'));
  assert.equal(await field(page, 'Algorithms').inputValue(), '<b>none</b>');
  await app.shareAs('All claims');
  await choice(app).check();
  await app.share.getByText('Expected audience').waitFor();
  for (const name of ['img', 'svg[onload]', 'script', 'a[href^="javascript"]']) {
    assert.equal(await page.locator(`#expect ${name}, #share ${name}`).count(), 0, name);
  }
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await panel(page).locator('a[href*="c.example"]').count(), 0);
});

journey('what cannot be shown as it stands, and too much of it', { ...WIDE, hash: `${UNSIGNED}&expected-issuer=${encodeURIComponent('https://a.example\nhttps://b.example')}&expected-issuer=%E2%80%AEa&expected-issuer=%ZZ%FF${'&expected-audience=x'.repeat(3)}${Array.from({ length: 500 }, (_, n) => `&expected-audience=${n}`).join('')}&expected-audience=${'y'.repeat(5_000)}` }, async ({ page }) => {
  await says(page, /would refuse it/);
  assert.equal(await field(page, 'Issuer').inputValue(), '%ZZ%FF');
  assert.deepEqual((await field(page, 'Audience').inputValue()).split('\n'), ['x', '0', '1', '2', '3', '4', '5', '6', '7', '8']);
});

journey('neither a token nor a secret goes into a link', WIDE, async ({ page, app, context, address }) => {
  await app.read(TOKEN);
  await write(page);
  await field(page, 'Audience').fill(`${EXPIRED_ID_TOKEN}\ngrace-17\nhttps://grace:hopper@a.example/\nghp_${'16C7e42F292c6912E7710c838347Ae178B4a'}`);
  await app.shareAs('Claims, some masked');
  await choice(app).check();
  await app.share.getByText('4 expectations left out:').waitFor();
  await context.grantPermissions(['clipboard-write']);
  await app.share.getByRole('button', { name: 'Copy link', exact: true }).click();
  const link = await clipboard(context);
  assert.ok(link.startsWith(address) && link.includes('expected-issuer=') && !link.includes('expected-audience'), link);
});
