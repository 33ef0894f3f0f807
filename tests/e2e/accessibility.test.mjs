// What people who listen or zoom or see little depend on: names, headings, landmarks, announcements, contrast.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW, TOKEN_RESPONSE, token } from './tokens.mjs';

const { journey } = stage();

/** What assistive software is told of each thing that can be used. */
async function controls(page) {
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  const interactive = ['button', 'link', 'textbox', 'combobox', 'tab', 'checkbox', 'DisclosureTriangle', 'menuitem', 'searchbox'];
  return nodes.filter((node) => !node.ignored && interactive.includes(node.role?.value)).map((node) => ({ role: node.role.value, name: node.name?.value ?? '' }));
}

journey('everything that can be used has a name', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  for (const text of ['', TOKEN_RESPONSE]) {
    if (text) await app.read(text);
    const nameless = (await controls(page)).filter(({ name }) => name.trim() === '');
    assert.deepEqual(nameless, []);
  }
  await app.button('Share…').click();
  assert.deepEqual((await controls(page)).filter(({ name }) => name.trim() === ''), []);
});

journey('names of controls tell them apart, within the region they stand in', { date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN_RESPONSE);
  const repeated = [];
  for (const region of ['What was pasted', 'Claims', 'Header', 'Signature', 'Findings', 'If this token leaks']) {
    const names = await page.getByRole('region', { name: region, exact: true }).getByRole('button').evaluateAll((all) => all.map((one) => one.ariaLabel ?? one.innerText));
    repeated.push(...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${region}: ${name}`));
  }
  assert.deepEqual(repeated, []);
  const tabs = (await controls(page)).filter(({ role }) => role === 'tab').map(({ name }) => name);
  assert.deepEqual(tabs, ['access_token not expired', 'id_token expired', 'refresh_token no expiry time'], 'a tab is read as words');
});

journey('one title, headings in order, landmarks', { date: NOW }, async ({ page, app }) => {
  for (const text of ['', EXPIRED_ID_TOKEN]) {
    if (text) await app.read(text);
    const levels = await page.locator('h1:visible, h2:visible, h3:visible, h4:visible').evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.equal(levels[0], 1);
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `a heading of level ${level} follows one of level ${before}`);
      return level;
    });
    for (const role of ['banner', 'main', 'contentinfo']) assert.equal(await page.getByRole(role).count(), 1, role);
  assert.equal(await page.getByRole('navigation', { name: 'Tools' }).count(), 1);
  }
  const regions = await page.getByRole('region').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? document.getElementById(one.getAttribute('aria-labelledby')).innerText));
  for (const name of ['What was pasted', 'What it says', 'Claims', 'Header', 'Signature', 'Findings', 'If this token leaks']) assert.ok(regions.includes(name), name);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
});

journey('the answer is announced once, and says that nothing is verified', { date: NOW }, async ({ page, app }) => {
  const regions = await page.getByRole('status').count();
  assert.ok(regions >= 1, 'the region is there before anything is announced in it');
  await app.read(EXPIRED_ID_TOKEN);
  assert.deepEqual(await app.announced(), ['OpenID Connect ID token: expired. Decoded, not verified.']);
  await app.paste('nothing in here');
  await app.nothingFound.waitFor();
  assert.match((await app.announced()).join(), /no JSON Web Token/i, 'that no token was found is announced too');
});

journey('ids are unique, and references lead somewhere', { date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN_RESPONSE);
  const wrong = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const repeated = ids.filter((id, at) => ids.indexOf(id) !== at);
    const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name).split(/\s+/)),
    );
    return [...repeated, ...references.filter((id) => !document.getElementById(id))];
  });
  assert.deepEqual(wrong, []);
});

journey('the tabs have their panel', { date: NOW }, async ({ page, app }) => {
  await app.read(TOKEN_RESPONSE);
  const panel = page.getByRole('tabpanel');
  assert.equal(await panel.count(), 1, 'a list of tabs shows a tab panel (WAI-ARIA, tabs pattern)');
  assert.notEqual(await panel.evaluate((element) => element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby')), null);
});

journey('claims and verdicts are lists of pairs', { date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  const broken = await page.evaluate(() => [
    ...[...document.querySelectorAll('ul > :not(li)')].map((element) => element.outerHTML.slice(0, 80)),
    ...[...document.querySelectorAll('dl')].filter((list) => list.querySelectorAll('dt').length !== list.querySelectorAll('dd').length).map((list) => list.className),
  ]);
  assert.deepEqual(broken, []);
  assert.equal(await app.claims.getByRole('listitem').count(), 9);
  assert.match(await page.getByRole('img', { name: /Times in UTC/ }).getAttribute('aria-label'), /expired 20 Nov 2026, 13:00:00 UTC/);
  assert.equal(await page.locator('.backdrop').getAttribute('aria-hidden'), 'true', 'the coloured copy is not read twice');
});

/** Texts whose contrast matters most. */
const TEXTS = [
  'h1', '.promise', '.banner h2', '.banner p', '.verdicts dt', '.verdicts dd', '.verdicts small', '.sentence', '.sentence b', '.row .name', '.row .value',
  '.row .meaning', '.row .reference', '.panel .size', '.finding p', '.finding .advice', '.finding .why', '.severity', '.foot p', '.foot summary', '.notes li',
  '.actions button', '[role=tab]', '[role=tab] small', '.timeline text', '.backdrop [data-role=header]', '.backdrop [data-role=payload]',
  '.backdrop [data-role=signature]', '.backdrop [data-paint=other]', '.glyph', '.repeated', '.link', '.wrong', '.exposure h3', '.exposure p', '.exposure .amount', '.window text', '.exposure summary', '.header-line code',
];

for (const theme of ['light', 'dark']) {
  journey(`texts stand out, ${theme}`, { colorScheme: theme, date: NOW }, async ({ page, app }) => {
    const strange = token({ alg: 'none' }, '{"sub":"a","sub":"b\u202E","exp":1,}', 0);
    await app.read(`{"access_token":"${EXPIRED_ID_TOKEN}","id_token":"${strange}"}`);
    const faint = [];
    for (const tab of [0, 1]) {
      await app.tabs.nth(tab).click();
      await page.mouse.move(1, 1);
      await page.waitForTimeout(250); // colours may change over a moment
      faint.push(...(await page.evaluate(contrasts, TEXTS)).filter(({ ratio }) => ratio < 4.5));
    }
    assert.deepEqual(faint, []);
  });
}

/** Runs in the page: contrast of the first text of each selector with what lies behind it (WCAG 2.2, relative luminance). */
function contrasts(selectors) {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((one, at) => (one * a + below[at] * (255 - a)) / 255);
  const luminance = (colour) => {
    const [r, g, b] = colour.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => (element ? over(rgba(getComputedStyle(element).backgroundColor), behind(element.parentElement)) : [255, 255, 255]);
  return selectors.flatMap((selector) => {
    const element = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility() && one.textContent.trim());
    if (!element) return [];
    const { color, fill } = getComputedStyle(element);
    const below = behind(element);
    const [one, other] = [luminance(over(rgba(element.namespaceURI.endsWith('svg') ? fill : color), below)), luminance(below)];
    return [{ selector, ratio: Math.round(((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)) * 100) / 100 }];
  });
}
