// What a service expects: written by hand or filled in, met or not with the reason, as code, by keyboard, and kept nowhere.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { EVERYWHERE, NOTHING, kept, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW, SECONDS, har, token } from './tokens.mjs';

const { journey, clipboard } = stage();
const WIDE = { viewport: { width: 1280, height: 900 }, date: NOW };
const PHONE = { viewport: { width: 360, height: 740 }, date: NOW };

const ISSUER = 'https://accounts.example.com';
const TOKEN = token(
  { alg: 'RS256', typ: 'JWT', kid: '7c9d4a' },
  { iss: ISSUER, aud: 'api://orders', sub: 'grace', tid: '72f9', scope: 'orders.read', iat: SECONDS - 60, exp: SECONDS + 3_000 },
  256,
);

const panel = (page) => page.getByRole('region', { name: 'Would my service accept it?' });
const field = (page, name) => panel(page).getByRole('textbox', { name, exact: true });
const start = (page) => panel(page).getByRole('combobox', { name: 'Start from' });
const outcome = (page) => panel(page).locator('.service-says:not([data-late])');

/** Opens the panel, once the one above it has its lines: it grows with them when it comes into sight. */
async function open(page) {
  await page.locator('#check').scrollIntoViewIfNeeded();
  await page.locator('#check .three').first().waitFor();
  await panel(page).getByRole('button', { name: 'Write it' }).click();
}

const inOneLine = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();

/** What is said of a field, by the element that describes it to those who listen. */
async function said(page, name) {
  const ids = (await field(page, name).getAttribute('aria-describedby')).split(' ');
  return inOneLine(page.locator(`#${ids.at(-1)}`));
}

/** Opens the reasons that are folded. */
async function unfold(others) {
  const folded = others.locator('details:not([open]) > summary');
  while (await folded.count()) await folded.first().click();
}

/** Waits until the outcome says this. */
const says = (page, pattern) => outcome(page).filter({ hasText: pattern }).waitFor();

for (const [size, options] of [['1280', WIDE], ['360', PHONE]]) {
  journey(`met, not met with the reason, and the code, ${size} pixels`, { places: EVERYWHERE, ...options }, async ({ page, app, context }) => {
    await app.read(TOKEN);
    await open(page);
    await page.waitForFunction(() => document.activeElement.id === 'expected-issuer', undefined, { timeout: 5000 });
    await field(page, 'Issuer').fill(ISSUER);
    await says(page, /^= ?Nothing here would make a service refuse it/s);
    assert.match(await said(page, 'Issuer'), /^= ?Met/);
    assert.equal(await said(page, 'Audience'), '', 'empty means any');

    await field(page, 'Audience').fill('orders');
    await says(page, /would refuse it: the audience differs\./);
    assert.match(await said(page, 'Audience'), /^≠ ?Not met.*api:\/\/orders/);
    assert.ok((await app.announced()).some((one) => one.includes('the audience differs')), 'it is announced');
    assert.ok(await panel(page).getByText('Not checked:').isVisible());

    const code = panel(page).locator('pre.code');
    assert.match(await code.locator('.here').first().innerText(), /This line refuses the token:.*orders.*the token says.*api:\/\/orders/s);
    const before = await code.innerText();
    const libraries = panel(page).getByRole('combobox', { name: 'Copy as code for' });
    assert.match(await inOneLine(panel(page).locator('.as-code > .fine')), /^Version \S+/);
    await libraries.selectOption({ index: 1 });
    await page.waitForFunction((one) => document.querySelector('pre.code').innerText !== one, before);
    await context.grantPermissions(['clipboard-write']);
    await panel(page).getByRole('button', { name: 'Copy the code' }).click();
    await page.getByText('Copied the code').waitFor();
    const copied = await clipboard(context);
    assert.match(copied, /orders/);
    assert.notEqual(copied.trim(), before.trim(), 'that of the library that was chosen');
    assert.ok(!/This line refuses|the token says/.test(copied), copied);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the page');
  });
}

journey('a starting point fills the fields, and Undo and Clear', WIDE, async ({ page, app }) => {
  await app.read(TOKEN);
  await open(page);
  await field(page, 'Issuer').fill('mine');
  await start(page).selectOption({ label: 'This token' });
  await says(page, /Nothing here would make a service refuse it/);
  assert.equal(await field(page, 'Issuer').inputValue(), ISSUER);
  assert.ok(await panel(page).getByText('Filled in from this token').isVisible());
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  assert.equal(await field(page, 'Issuer').inputValue(), 'mine');

  const profile = await start(page).locator('option').nth(2).innerText();
  await start(page).selectOption({ index: 2 });
  const filled = panel(page).locator('.refilled');
  await filled.getByText(profile.replace(' (looks like this token)', '')).waitFor();
  assert.match(await inOneLine(filled), /^Filled in from .+https:.+ Undo$/);
  const issuer = await field(page, 'Issuer').inputValue();

  await panel(page).getByRole('button', { name: 'Clear what the service expects' }).click();
  assert.equal(await field(page, 'Issuer').count(), 0, 'the panel is a line again');
  await page.waitForFunction(() => document.activeElement.id === 'expected-undo', undefined, { timeout: 5000 });
  await page.keyboard.press('Enter');
  assert.equal(await field(page, 'Issuer').inputValue(), issuer);
  assert.ok(await panel(page).getByRole('button', { name: 'Clear what the service expects' }).isVisible());
});

journey('claims, scopes and a lifetime, and what cannot be read', WIDE, async ({ page, app }) => {
  await app.read(TOKEN);
  await open(page);
  assert.equal(await field(page, 'Scopes').count(), 0);
  await panel(page).getByRole('button', { name: 'More expectations' }).click();
  await field(page, 'Required claims').fill('sub\ntid = other\nmissing');
  await field(page, 'Scopes').fill('orders.read orders.write');
  await field(page, 'Longest lifetime').fill('10 min');
  await says(page, /would refuse it/);
  assert.match(await said(page, 'Required claims'), /= ?sub Met.*≠ ?tid Not met.*≠ ?missing Not met/);
  assert.match(await said(page, 'Scopes'), /^≠ ?Not met.*orders\.read/);
  assert.match(await said(page, 'Longest lifetime'), /^≠ ?Not met/);

  await field(page, 'Clock leeway').fill('a while');
  await panel(page).getByText('Clock leeway: what stands there cannot be read.').waitFor();
  assert.match(await said(page, 'Clock leeway'), /Not read.*a while.*no length of time/);
  assert.equal(await field(page, 'Clock leeway').getAttribute('aria-invalid'), 'true');
});

journey('the signature is that of the check', WIDE, async ({ page, app }) => {
  await app.read('eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
  await open(page);
  await panel(page).getByRole('checkbox', { name: 'fits the key you paste' }).check();
  const line = page.locator('#expected-signature-said');
  await line.getByText('Not checked').waitFor();
  await line.getByRole('button', { name: 'Check the signature' }).click();
  await page.waitForFunction(() => document.activeElement.id === 'key', undefined, { timeout: 5000 });
  await page.keyboard.insertText('{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}');
  await line.getByText('Met', { exact: true }).waitFor();
  await says(page, /would refuse it: it has expired\./);
});

journey('at another time', WIDE, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await open(page);
  await says(page, /would refuse it: it has expired\./);
  await page.getByText('See it at another time').click();
  await app.button('Just before expiry').click();
  await outcome(page).filter({ hasNotText: 'expired' }).waitFor({ state: 'attached' });
  assert.equal(await inOneLine(outcome(page)), '', 'an empty form says nothing else');
});

journey('by keyboard alone, from the outline', WIDE, async ({ page, app }) => {
  await app.read(TOKEN);
  const entry = page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: /^Would my service accept it/ });
  await entry.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'expected-start');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type(ISSUER);
  await page.keyboard.press('Tab');
  await page.keyboard.type('api://other\napi://orders');
  await page.keyboard.press('Tab');
  await page.keyboard.type('RS256');
  await says(page, /Nothing here would make a service refuse it/);
  assert.match(await entry.innerText(), /nothing against/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('ES256');
  await says(page, /would refuse it: the algorithm/);
  assert.match(await entry.innerText(), /✕\s+no/);
  assert.equal(await field(page, 'Algorithms').inputValue(), 'ES256', 'keys are not taken for shortcuts');
});

journey('nothing that is typed is stored or handed on', { places: EVERYWHERE, ...WIDE }, async ({ page, app, context }) => {
  await app.read(TOKEN);
  await open(page);
  await field(page, 'Audience').fill('a-service-of-mine');
  await says(page, /would refuse it/);
  assert.deepEqual(await kept(page, context), NOTHING);
  assert.ok(!page.url().includes('mine') && !(await page.title()).includes('mine'));
  await app.shareAs('The whole token');
  assert.ok(!(await app.share.innerText()).includes('a-service-of-mine'));
  await page.keyboard.press('Escape');
  // They stay for the next token, and until they are cleared.
  await app.button('Clear').first().click();
  await app.read(EXPIRED_ID_TOKEN);
  assert.equal(await field(page, 'Audience').inputValue(), 'a-service-of-mine');
});

journey('a phone has it in its bar', PHONE, async ({ page, app }) => {
  await app.read(TOKEN);
  const bar = page.getByRole('navigation', { name: 'Outline' });
  await bar.getByRole('button', { name: /Accept/ }).click();
  const place = await panel(page).boundingBox();
  assert.ok(place.y >= 0 && place.y < 500, `the panel stands at ${place.y}`);
  await open(page);
  await field(page, 'Audience').fill('other');
  await bar.getByRole('button', { name: /no Accept/ }).waitFor();
});

journey('the tokens of a HAR file, each at the time of its request', WIDE, async ({ page, app }) => {
  await app.pasteWhole(har(20_000, 5));
  await app.claims.waitFor();
  await open(page);
  await field(page, 'Issuer').fill('https://nobody.example');
  const others = panel(page).locator('.others');
  await others.getByText(/\d+ of \d+ would be refused/).waitFor();
  const before = await page.evaluate(() => document.querySelector('[aria-selected="true"]')?.innerText);
  await unfold(others);
  await others.getByRole('button').last().click();
  assert.notEqual(await page.evaluate(() => document.querySelector('[aria-selected="true"]')?.innerText), before);
});

const SAVED = new URL('../golden/har-requests.txt', import.meta.url);

journey('the reason for each token of a saved session leads to it', { viewport: WIDE.viewport, date: 1_700_000_410_000 }, async ({ page, app }) => {
  await app.pasteWhole(await readFile(SAVED, 'utf8'));
  await app.claims.waitFor();
  await open(page);
  await field(page, 'Issuer').fill('https://issuer.example');
  const others = panel(page).locator('.others');
  await others.getByText(/^The tokens of this file, each at the time of its request: 1 of 2 would be refused\. The answer above is as of now\.$/).waitFor();
  const lines = others.getByRole('listitem');
  assert.deepEqual(await Promise.all((await lines.all()).map(inOneLine)), ['Authorization header ×2, GET /orders/17, answered 401, 2023-11-14 22:13:25 UTC']);
  assert.equal(await inOneLine(others.locator('summary')), 'It has expired: 1 token');
  await app.tabs.filter({ hasNotText: 'Authorization' }).click();
  await lines.getByRole('button', { name: 'Authorization header' }).click();
  assert.match(await page.getByRole('tab', { selected: true }).innerText(), /^Authorization header/);

  await field(page, 'Issuer').fill('https://other.example');
  await others.getByText('2 of 2 would be refused').waitFor();
  const reasons = await Promise.all((await others.locator('summary').all()).map(inOneLine));
  assert.deepEqual(reasons.sort(), ['It has expired, and the issuer differs: 1 token', 'The issuer differs: 1 token']);
  // By keyboard: the focus stays in the panel.
  await lines.getByRole('button', { name: 'Authorization header' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'expect-title', undefined, { timeout: 5000 });
});

/** A session of so many refused requests, each with a token of its own that had expired. */
function expiredSession(count) {
  const entry = (_, n) => ({
    startedDateTime: new Date(NOW - n * 1000).toISOString(),
    request: { method: 'GET', url: `https://api.example.com/orders/${n}`, headers: [{ name: 'Authorization', value: `Bearer ${token({ alg: 'RS256' }, { iss: ISSUER, sub: `user-${n}`, exp: SECONDS - 3_600 }, 256)}` }] },
    response: { status: 401, headers: [], content: {} },
  });
  return JSON.stringify({ log: { version: '1.2', entries: Array.from({ length: count }, entry) } });
}

journey('every refused request can be reached, by its reason', WIDE, async ({ page, app }) => {
  await app.pasteWhole(expiredSession(25));
  await app.claims.waitFor();
  await open(page);
  await field(page, 'Issuer').fill(ISSUER);
  const others = panel(page).locator('.others');
  await others.getByText('25 of 25 would be refused').waitFor();
  assert.equal(await others.getByRole('button').count(), 0, 'folded');
  await others.getByText('It has expired: 25 tokens').click();
  assert.equal(await others.getByRole('button').count(), 25);
  assert.match(await inOneLine(others.getByRole('listitem').last()), /GET \/orders\/\d+, answered 401, /);
});

journey('what was typed before a start or a clear comes back, after typing too', WIDE, async ({ page, app }) => {
  await app.read(TOKEN);
  await open(page);
  await field(page, 'Issuer').fill('mine');
  await start(page).selectOption({ label: 'This token' });
  await says(page, /Nothing here would make a service refuse it/);
  await field(page, 'Issuer').press('End');
  await page.keyboard.type('/x');
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  assert.equal(await field(page, 'Issuer').inputValue(), 'mine');
  await panel(page).getByRole('button', { name: 'Redo' }).click();
  assert.equal(await field(page, 'Issuer').inputValue(), `${ISSUER}/x`);
});

journey('lists and documents that are pasted are offered as what they hold', WIDE, async ({ page, app }) => {
  await app.read(TOKEN);
  await open(page);
  await field(page, 'Audience').fill('["shop","api://orders"]');
  await says(page, /the audience differs/);
  await field(page, 'Audience').press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await field(page, 'Audience').inputValue(), 'shop\napi://orders');
  await page.waitForFunction(() => document.activeElement.id === 'expected-audience', undefined, { timeout: 5000 });
  await says(page, /Nothing here would make a service refuse it/);
  assert.equal(await panel(page).locator('.offer').count(), 0);
  await field(page, 'Issuer').fill(JSON.stringify({ issuer: ISSUER, jwks_uri: `${ISSUER}/keys` }, undefined, 2));
  await panel(page).getByRole('button', { name: 'Use its issuer' }).click();
  assert.equal(await field(page, 'Issuer').inputValue(), ISSUER);
  await panel(page).getByRole('button', { name: 'More expectations' }).click();
  await page.waitForFunction(() => document.activeElement.id === 'expected-claims', undefined, { timeout: 5000 });
  await page.keyboard.type('tid: 72f9');
  await panel(page).getByRole('button', { name: 'Read as tid = 72f9' }).click();
  await says(page, /Nothing here would make a service refuse it/);
});

journey('lengths of time in words, and the time row', WIDE, async ({ page, app }) => {
  await app.read(token({ alg: 'RS256' }, { sub: 'grace', exp: SECONDS - 200 }, 256));
  await open(page);
  await says(page, /it has expired/);
  await field(page, 'Clock leeway').fill('5 min');
  await outcome(page).filter({ hasNotText: 'expired' }).waitFor({ state: 'attached' });
  const described = (await field(page, 'Clock leeway').getAttribute('aria-describedby')).split(' ');
  assert.equal(await inOneLine(page.locator(`#${described[1]}`)), 'Time');
  assert.match(await said(page, 'Clock leeway'), /^= ?Met/);
  await field(page, 'Clock leeway').fill('99999999999');
  await panel(page).getByText('is too long: at most 4,294,967,295 seconds.').waitFor();
});

journey('the sentence names another time, and is read aloud with it', WIDE, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await open(page);
  await field(page, 'Issuer').fill('https://nobody.example');
  await says(page, /it has expired/);
  await page.getByText('See it at another time').click();
  await app.button('Just before expiry').click();
  await says(page, /As of \d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC:.*the issuer differs\./s);
  assert.ok((await app.announced()).some((one) => /As of .* UTC:.*the issuer differs/s.test(one)));
});

for (const width of [1280, 768, 360, 320]) {
  journey(`no control is cut off, and the sentence stays in sight, ${width} pixels`, { viewport: { width, height: 640 }, date: NOW }, async ({ page, app }) => {
    await app.read(TOKEN);
    await open(page);
    await field(page, 'Audience').fill('other, another');
    await panel(page).getByRole('button', { name: 'More expectations' }).click();
    await says(page, /the audience differs/);
    const cut = await panel(page).evaluate((panel) => {
      const { left, right } = panel.getBoundingClientRect();
      const controls = [...panel.querySelectorAll('button, select, input, textarea')];
      return controls.filter((one) => one.getBoundingClientRect().right > right - 2 || one.getBoundingClientRect().left < left).map((one) => one.id || one.innerText);
    });
    assert.deepEqual(cut, []);
    for (const name of ['Issuer', 'Required claims', 'Longest lifetime', 'Algorithms', 'Scopes']) {
      await field(page, name).focus();
      const place = await outcome(page).boundingBox();
      const written = await field(page, name).boundingBox();
      assert.ok(place.y >= 0 && place.y + place.height <= 641, `${name}: the sentence stands at ${place.y}`);
      assert.ok(written.y + written.height <= place.y + 1 || written.y >= place.y + place.height, `${name}: it hides the field`);
    }
  });
}

journey('a thousand lines are pasted without a stop', WIDE, async ({ page, app, context }) => {
  await app.read(TOKEN);
  await open(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((lines) => navigator.clipboard.writeText(lines), Array.from({ length: 1000 }, (_, n) => `https://api.example.com/${n}`).join('\n'));
  await field(page, 'Audience').focus();
  const begun = Date.now();
  await page.keyboard.press('Control+V');
  await says(page, /the audience differs/);
  assert.ok(Date.now() - begun < 3_000, `${Date.now() - begun} ms`);
});

journey('print keeps the signature and the name of the library', WIDE, async ({ page, app }) => {
  await app.read(TOKEN);
  await open(page);
  await field(page, 'Issuer').fill(ISSUER);
  await panel(page).getByRole('checkbox', { name: 'fits the key you paste' }).check();
  await says(page, /Nothing here would make a service refuse it/);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await panel(page).locator('#expected-signature').isVisible());
  assert.ok(await panel(page).locator('#expected-library').isVisible());
  assert.ok(!(await panel(page).getByRole('button', { name: 'More expectations' }).isVisible()));
});

const part = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const demanded = (page) => panel(page).getByRole('listitem').filter({ hasText: 'what every service demands' });

journey('an encrypted token of Auth0 is told, with what to change', WIDE, async ({ page, app }) => {
  const header = { alg: 'dir', enc: 'A256GCM', iss: 'https://acme.eu.auth0.com/' };
  await app.pasteWhole(`${part(header)}..${part('twelve bytes')}.${part('what is encrypted')}.${part('and sixteen more')}`);
  await panel(page).getByRole('button', { name: 'Write it' }).click();
  await field(page, 'Audience').fill('https://api.example.com');
  await says(page, /^– ?It is encrypted, so its claims could not be checked\. A service that expects a signed token would refuse it\.$/s);
  assert.match(await inOneLine(demanded(page)), /Not checked.*audience=https:\/\/api\.example\.com.*the access token is a signed JWT/);
  await field(page, 'Algorithms').fill('RS256');
  await says(page, /^✕ ?A service that expects a signed token would refuse it: it is encrypted\.$/s);
  assert.match(await inOneLine(demanded(page)), /^Token what every service demands ≠ ?Not met\s?It is encrypted/);
  await field(page, 'Algorithms').fill('dir');
  await says(page, /^– ?Nothing that was checked would make a service refuse it\.$/s);
  assert.equal(await demanded(page).count(), 0, 'a service that expects it encrypted');
});

journey('a token that is not signed is refused, whatever is expected', WIDE, async ({ page, app }) => {
  await app.read(`${part({ alg: 'none' })}.${part({ iss: ISSUER, exp: SECONDS + 3_000 })}.`);
  await open(page);
  await says(page, /^✕ ?A service that expects this would refuse it: it is not signed\.$/s);
  assert.match(await inOneLine(demanded(page)), /≠ ?Not met\s?It is not signed: its alg is none/);
  assert.match(await panel(page).locator('pre.code .here').innerText(), /RS256.*the token says.*none/s);
  await panel(page).getByRole('checkbox', { name: 'fits the key you paste' }).check();
  await page.locator('#expected-signature-said').getByText('Not met').waitFor();
  assert.equal(await demanded(page).count(), 0, 'one row says so');
  await says(page, /would refuse it: it is not signed\.$/s);
  await panel(page).getByRole('checkbox', { name: 'fits the key you paste' }).uncheck();
  await field(page, 'Algorithms').fill('none');
  await says(page, /^= ?Nothing here would make a service refuse it\.$/s);
});

journey('a cut copy and a redacted one', WIDE, async ({ page, app }) => {
  await app.read(TOKEN.slice(0, -100));
  await open(page);
  await says(page, /would refuse it: its signature is (too short|damaged)\.$/s);
  await app.read(`${TOKEN.slice(0, TOKEN.lastIndexOf('.'))}.[REDACTED]`);
  await field(page, 'Issuer').fill(ISSUER);
  await says(page, /^– ?Nothing that was checked would make a service refuse it\.$/s);
  assert.match(await inOneLine(demanded(page)), /– ?Not checked\s?Its signature is masked here\.$/);
});
