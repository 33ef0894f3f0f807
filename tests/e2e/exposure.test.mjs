// If this token leaks: what is said of tokens of several kinds, the pictures beside it, and the line that is copied.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { ACCESS_TOKEN, EXPIRED_ID_TOKEN, NOW, REFRESH_TOKEN, SECONDS, token } from './tokens.mjs';

const { journey } = stage();

const WIDTHS = [1280, 360];
const at = (width, places) => ({ now: NOW, viewport: { width, height: 800 }, places });
const of = (page) => page.getByRole('region', { name: 'If this token leaks', exact: true });
const said = (page, id) => of(page).locator(`[data-statement="${id}"]`);
const topics = (page) => of(page).getByRole('heading', { level: 3 }).allInnerTexts();

for (const width of WIDTHS) {
  journey(`an access token, ${width} px wide`, at(width, EVERYWHERE), async ({ page, app }) => {
    await app.read(ACCESS_TOKEN);
    assert.deepEqual(await topics(page), ['Revocation', 'State', 'Size', 'Storage', 'Lifetime']);
    assert.equal(await said(page, 'usable-until').innerText(), 'Whoever holds a copy can use it for 12 minutes more, until 23 Nov 2026, 15:12:04 UTC, wherever it is accepted.');

    // The longer a bar, the longer a copy works; words say the same.
    const lives = of(page).locator('.window li');
    assert.deepEqual((await lives.allInnerTexts()).map((text) => text.replace(/\s*\n\s*/g, ': ')), [
      'This token: 12 minutes 4 seconds',
      'A 5-minute token: 5 minutes at most',
      'A session row: until the row is deleted',
    ]);
    const widths = await of(page).locator('.window .usable').evaluateAll((all) => all.map((line) => line.getBoundingClientRect().width));
    assert.equal(widths.length, 2);
    const share = widths[1] / widths[0];
    assert.ok(Math.abs(share - 300 / 724) < 0.03, `5 of 12 minutes are drawn as ${share}`);

    // The weights are those of the very token.
    const weights = (await of(page).locator('.weights .amount').allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
    assert.equal(weights.reduce((sum, weight) => sum + weight), ACCESS_TOKEN.length);
    await of(page).getByText('What browsers and servers allow by default').click();
    await of(page).getByText('8,192 bytes for a header line').waitFor();

    // Nothing runs out of the page, and no words touch.
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
    const scale = await of(page).locator('.scale text').evaluateAll((all) => all.map((text) => text.getBoundingClientRect()).map(({ left, right }) => [left, right]));
    scale.sort(([a], [b]) => a - b);
    for (let n = 1; n < scale.length; n += 1) assert.ok(scale[n][0] > scale[n - 1][1], `words overlap: ${JSON.stringify(scale)}`);
  });

  journey(`the time goes on, ${width} px wide`, at(width), async ({ page, app }) => {
    await app.read(ACCESS_TOKEN);
    await page.clock.runFor(5 * 60_000);
    await said(page, 'usable-until').filter({ hasText: 'for 7 minutes more' }).waitFor();
    await page.clock.runFor(8 * 60_000);
    await said(page, 'expired').waitFor();
    assert.equal(await said(page, 'usable-until').count(), 0);
  });

  journey(`a token by a link without its signature is no credential, ${width} px wide`, at(width), async ({ page, app }) => {
    const [header, payload] = EXPIRED_ID_TOKEN.split('.');
    await page.evaluate((fragment) => { location.hash = fragment; }, `token=${header}.${payload}.&signature=left-out`);
    await app.claims.waitFor();
    assert.deepEqual(await topics(page), ['State']);
    assert.equal(await of(page).getByRole('paragraph').count(), 1);
    assert.equal(await said(page, 'personal-data').innerText(), 'There is no signature on this copy, so nobody should accept it. Whoever sees it can still read email and name.');
  });
}

journey('an expired ID token still tells who it is about', { now: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  assert.match(await said(page, 'expired').innerText(), /^It expired 3 days ago/);
  assert.equal(await said(page, 'personal-data').innerText(), 'Expired or not, whoever sees it can read email and name: a signature hides nothing.');
  // Just before expiry it could still be used.
  await page.getByText('See it at another time').click();
  await app.button('Just before expiry').click();
  await said(page, 'usable-until').filter({ hasText: 'for 1 second more' }).waitFor();
});

journey('a refresh token goes to its issuer alone', { now: NOW }, async ({ page, app }) => {
  await app.read(REFRESH_TOKEN);
  assert.deepEqual(await topics(page), ['Revocation', 'Storage', 'Lifetime']);
  assert.match(await said(page, 'stopped-sooner').innerText(), /^Only its issuer accepts it/);
  assert.equal(await said(page, 'usable-until-refused').innerText(), 'Whoever holds a copy can use it until its issuer refuses it: it has no exp.');
  assert.equal(await of(page).locator('.window').count(), 0);
});

journey('nothing is said of a proof', { now: NOW }, async ({ page, app }) => {
  await app.read(token({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty: 'EC' } }, { htm: 'GET', htu: 'https://api.example.com', iat: SECONDS, jti: 'a', email: 'a@b.example' }, 64));
  assert.equal(await of(page).count(), 0);
});

journey('claims with hostile names are text', { now: NOW }, async ({ page, app }) => {
  await app.read(token({ alg: 'HS256' }, { '<img src=x onerror=alert(1)>/email': 'x', 'a`b\u202E/roles': ['x'] }));
  const text = await said(page, 'personal-data').innerText();
  assert.equal(text, "Whoever sees it can read <img src=x onerror=alert(1)>/email and a⟨U+0060⟩b⟨U+202E⟩/roles: a signature hides nothing.");
  assert.equal(await of(page).locator('img').count(), 0);
});
