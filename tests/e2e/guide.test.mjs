// The guide: opened by address, bar, finding and panel; answers that lead somewhere; the token kept; and paper.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { ACCESS_TOKEN, EXPIRED_ID_TOKEN, NOW, token } from './tokens.mjs';

const { journey } = stage();

const WIDTHS = [1280, 360];
const guideOf = (page) => page.getByRole('main', { name: /which fits\?$/ });
const fits = (page) => page.locator('[data-fits]').getAttribute('data-fits');
const answer = (page, question, name) => page.getByRole('group', { name: question }).getByRole('button', { name, exact: true });
const question = (page, text) => page.getByRole('article').filter({ has: page.getByRole('heading', { name: text, exact: true }) });

async function assertFocusedAndInView(locator) {
  assert.ok(await locator.evaluate((element) => document.activeElement === element), 'it has the focus');
  const { y, height } = await locator.boundingBox();
  const { height: view } = locator.page().viewportSize();
  assert.ok(y >= 40 && y + Math.min(height, 60) <= view, `it stands at ${y}, below what sticks to the top and inside of ${view}`);
}

async function assertFitsTheWidth(page) {
  const { wide, inside } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, inside: innerWidth }));
  assert.ok(wide <= inside, `${wide} px are shown on ${inside}`);
}

for (const width of WIDTHS) {
  const viewport = { width, height: 800 };

  journey(`by its address, ${width} px wide`, { places: EVERYWHERE, date: NOW, hash: '#guide', viewport }, async ({ page, app, address }) => {
    await guideOf(page).waitFor();
    assert.equal(page.url(), `${address}#guide`);
    await assertFitsTheWidth(page);
    assert.ok(await page.getByRole('heading', { name: 'JWT or session cookie: which fits?' }).isVisible());
    assert.equal(await app.box.isVisible(), false, 'it stands in place of the token');
    await app.button('← Back').click();
    await app.box.waitFor();
    assert.equal(page.url(), address);
  });

  journey(`by the address of a question, ${width} px wide`, { places: EVERYWHERE, date: NOW, hash: '#guide=revoke', viewport }, async ({ page, address }) => {
    await assertFocusedAndInView(question(page, 'Why is it hard to revoke a JWT?'));
    assert.equal(page.url(), `${address}#guide=revoke`);
    await page.evaluate(() => (location.hash = '#guide=size'));
    await page.waitForFunction(() => document.activeElement.id === 'guide-size');
    assert.equal(page.url(), `${address}#guide=size`);
  });

  journey(`answers lead to what fits, ${width} px wide`, { places: EVERYWHERE, date: NOW, hash: '#guide', viewport }, async ({ page }) => {
    assert.equal(await fits(page), 'session');
    await answer(page, 'Who calls?', 'Our own programs').click();
    assert.equal(await fits(page), 'programs');
    assert.equal(await answer(page, 'Who calls?', 'Our own programs').getAttribute('aria-pressed'), 'true');
    await answer(page, 'How soon must access end', 'At the next request').press('Enter');
    assert.equal(await fits(page), 'lookup');
    const deciding = page.getByRole('row').filter({ hasText: 'decides' });
    assert.deepEqual(await deciding.locator('th').evaluateAll((all) => all.map((one) => one.firstChild.data)), ['Revocation', 'Payload size']);
    assert.equal(await page.locator('.side-by-side tbody tr').count(), 7, 'the table is always whole');
    await answer(page, 'Who calls?', 'Our own programs').click();
    await answer(page, 'How soon must access end', 'Within minutes').click();
    await answer(page, 'How many services', 'Several of our own').click();
    assert.equal(await fits(page), 'session-and-jwt');
    await assertFitsTheWidth(page);
  });

  journey(`from a finding and back to the token, ${width} px wide`, { places: EVERYWHERE, date: NOW, viewport }, async ({ page, app, address }) => {
    await app.read(token({ alg: 'none' }, { sub: '1', exp: NOW / 1000 + 60 }, 0));
    const link = app.findings.getByRole('button', { name: 'In the guide: Who chooses the algorithm?' });
    await link.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    await link.click();
    await assertFocusedAndInView(question(page, 'Who chooses the algorithm?'));
    assert.equal(page.url(), `${address}#guide=algorithms`);
    await page.keyboard.press('Escape');
    await app.claims.waitFor();
    await page.waitForURL(address);
    assert.ok(await link.evaluate((element) => document.activeElement === element), 'the focus comes back');
    assert.equal(await page.evaluate(() => scrollY), scrolled, 'and so does the place');
    assert.match(await app.verdict('Time').innerText(), /left/);
  });

  journey(`an example is tried, and the own text comes back, ${width} px wide`, { places: EVERYWHERE, date: NOW, viewport }, async ({ page, app }) => {
    await app.read(EXPIRED_ID_TOKEN);
    // On a phone the filter has its room in the head of the claims.
    await app.header.getByRole('button', { name: /^Guide: / }).click();
    await question(page, 'Where does the key come from?').getByRole('button', { name: 'Try it: Brings its own key' }).click();
    await app.claims.waitFor();
    assert.equal((await app.findingIds())[0], 'jwk-embedded');
    await assertFitsTheWidth(page);
    await app.button('Back to the guide').click();
    await assertFocusedAndInView(question(page, 'Where does the key come from?'));
    await app.button('← Back to the token').click();
    await app.button('Back to your own text').click();
    assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
    assert.equal(await app.button('Back to the guide').count(), 0);
  });
}

journey('a paste, a link and "New" close it', { places: EVERYWHERE, date: NOW, hash: '#guide' }, async ({ page, app, address }) => {
  await guideOf(page).waitFor();
  await app.paste(EXPIRED_ID_TOKEN);
  await app.claims.waitFor();
  assert.equal(page.url(), address);
  await app.button('Guide').click();
  await guideOf(page).waitFor();
  await page.waitForURL(`${address}#guide`); // and no token in it
  await page.evaluate((hash) => (location.hash = hash), `#token=${ACCESS_TOKEN}`);
  await app.claims.waitFor();
  assert.equal(await app.box.inputValue(), ACCESS_TOKEN);
  assert.equal(page.url(), address);
});

journey('Back leaves the guide and not the page, and Forward opens it again', { places: EVERYWHERE, date: NOW }, async ({ page, app, address }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await app.button('Guide').click();
  await guideOf(page).waitFor();
  await page.waitForURL(`${address}#guide`);
  await page.evaluate(() => history.back());
  await app.claims.waitFor();
  await page.waitForURL(address);
  assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
  assert.equal(await guideOf(page).count(), 0);
  await page.evaluate(() => history.forward());
  await guideOf(page).waitFor();
  await page.waitForURL(`${address}#guide`);
  await app.button('← Back to the token').click();
  await app.claims.waitFor();
  await page.waitForURL(address);
  assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
  assert.equal(await page.evaluate(() => history.state), null);
});

journey('opening and closing the guide again and again leaves one way back', { date: NOW }, async ({ page, app, address }) => {
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  for (let visit = 0; visit < 3; visit += 1) {
    await app.button('Guide').click();
    await guideOf(page).waitFor();
    await app.button('← Back').click();
    await app.box.waitFor();
    await page.waitForURL(address);
  }
  assert.equal(await length(), before + 1);
});

journey('every finding and every panel leads to a place that is there', { date: NOW }, async ({ page, app }) => {
  await app.read(token({ alg: 'HS256', kid: "' or 1=1 --", jwk: { kty: 'oct', k: 'AAAA' } }, '{"sub":"a","sub":"b","iat":"1","exp":1}', 20));
  const links = page.locator('.answer button.to-guide');
  const names = await links.evaluateAll((all) => all.map((link) => link.getAttribute('aria-label')));
  assert.ok(names.filter((name) => name.startsWith('Guide: ')).length >= 4, names.join('\n'));
  assert.equal(names.filter((name) => name.startsWith('In the guide: ')).length, await page.locator('article.finding:has(.why)').count());
  for (const name of new Set(names)) {
    const link = page.getByRole('button', { name, exact: true }).first();
    await app.unfoldFindings();
    await link.click();
    assert.ok(await page.evaluate((asked) => asked.endsWith(document.activeElement.querySelector('h4').innerText), name), name);
    await app.button('← Back to the token').click();
  }
});

journey('the keyboard reaches all of it, and / stays out', { places: EVERYWHERE, date: NOW, hash: '#guide' }, async ({ page }) => {
  await guideOf(page).waitFor();
  const wanted = await page.locator('main.guide button').count();
  assert.ok(wanted > 50, `${wanted} buttons`);
  const reached = new Set();
  for (let press = 0; press < wanted + 12; press += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => [...document.querySelectorAll('main.guide button')].indexOf(document.activeElement)));
  }
  reached.delete(-1);
  assert.equal(reached.size, wanted);
  await page.keyboard.press('/');
  assert.ok(await guideOf(page).isVisible());
});

for (const scheme of ['light', 'dark']) {
  journey(`on paper it is whole and alone, ${scheme}`, { date: NOW, colorScheme: scheme }, async ({ page, app }) => {
    await app.read(EXPIRED_ID_TOKEN);
    await app.button('Guide').click();
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('body').innerText();
    assert.equal(await page.locator('.asked:visible > h4').count(), 16);
    for (const said of ['Which fits?', 'Side by side', 'Default', 'What holds for every token', 'a server should refuse it']) {
      assert.ok(text.includes(said), said);
    }
    for (const rest of ['Decoded, not verified', 'grace@example.com', 'Try it', 'Back to', 'Examples', 'Free software', 'Copy']) {
      assert.ok(!text.includes(rest), rest);
    }
    await page.emulateMedia({ media: 'screen' });
    await app.button('← Back to the token').click();
    await page.emulateMedia({ media: 'print' });
    assert.ok((await page.locator('body').innerText()).includes('Decoded, not verified'), 'the token prints as before');
  });
}
