// Whatever a token says is shown as text: it makes no element, no link and no disorder, and never stops the page.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW, SECONDS, token } from './tokens.mjs';

const { journey } = stage();

const IMAGE = '<img src=x onerror="window.__ran=1">';
const SCRIPT = '</script><script>window.__ran=1</script>';
const LINK = 'javascript:window.__ran=1';
const BIDI = '\u202Enimda\u202C';

const HOSTILE = token(
  { alg: IMAGE, kid: LINK + BIDI, typ: SCRIPT, jku: LINK, x5u: 'https://attacker.example/keys', [IMAGE]: BIDI },
  {
    iss: LINK,
    aud: [IMAGE, SCRIPT],
    sub: `gr\u200Bace${BIDI}`,
    [IMAGE]: IMAGE,
    [SCRIPT]: SCRIPT,
    [`na\u202Eme`]: '\u0000\u0007\u009F\uFEFF\u2066x\u2069',
    picture: 'https://attacker.example/pixel.png',
    website: LINK,
    data: 'data:text/html,<script>window.__ran=1</script>',
    html: '<svg onload=window.__ran=1><a href="javascript:1">x</a><style>*{display:none}</style>',
    tag: 'a\u{E0041}b',
    exp: IMAGE,
    __proto__x: 1,
    constructor: 'x',
  },
);

const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E0FFF}]/u;

/** What of the document is more than text. */
async function assertOnlyText(page) {
  const found = await page.evaluate(() => {
    const within = (selector) => [...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 100));
    // The one link of the page's own saves the page.
    const everything = [...document.querySelectorAll('#app, #app *')].filter((element) => !element.matches('.foot a[download]'));
    return {
      elements: within('#app :is(img, iframe, script, object, embed, form, base, link, meta, style, video, audio, picture, template, math)'),
      handlers: everything.filter((element) => element.getAttributeNames().some((name) => name.startsWith('on') || name === 'style')).length,
      addresses: everything.flatMap((element) => ['href', 'src', 'action', 'xlink:href'].map((name) => element.getAttribute(name)).filter(Boolean)),
      ran: window.__ran ?? null,
    };
  });
  assert.deepEqual(found.elements, []);
  assert.equal(found.handlers, 0);
  assert.deepEqual(found.addresses.filter((address) => !/^(https:\/\/|#)/.test(address) || address.includes('attacker')), []);
  assert.equal(found.ran, null, 'nothing of it may run');
}

/** Texts and names that hold a character which nobody sees. */
async function assertAllVisible(page) {
  const texts = await page.evaluate(() => {
    const attributes = [...document.querySelectorAll('#app *')].flatMap((element) => element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`));
    const nodes = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (nodes.nextNode()) texts.push(nodes.currentNode.data);
    return [...texts, ...attributes];
  });
  assert.deepEqual(texts.filter((text) => INVISIBLE.test(text)).map((text) => JSON.stringify(text).slice(0, 120)), []);
}

journey('markup, addresses and invisible characters', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(HOSTILE);
  await assertOnlyText(page);
  await assertAllVisible(page);
  assert.match(await app.claims.innerText(), /<img src=x onerror=/);
  assert.ok((await app.claims.locator('.glyph').allInnerTexts()).includes('U+202E'));
  for (const button of await page.getByRole('button', { name: 'JSON', exact: true }).all()) await button.click();
  await assertOnlyText(page);
  await assertAllVisible(page);
  for (const button of await page.getByRole('button', { name: 'Exact text' }).all()) await button.click();
  await assertOnlyText(page);
  await assertAllVisible(page);
  await app.button('Share…').click();
  await assertOnlyText(page);
});

journey('hostile labels and file names', { date: NOW }, async ({ page, app }) => {
  const other = token({ alg: 'HS256' }, { exp: SECONDS + 60 });
  const text = `{"${IMAGE.replaceAll('"', '\\"')}":"${HOSTILE}","a${BIDI}b":"${other}"}${' '.repeat(40_000)}`;
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: `${BIDI}<img src=x>.har`, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await app.claims.waitFor();
  assert.equal(await app.tabs.count(), 2);
  await assertOnlyText(page);
  await page.locator('.excerpt-name .glyph').first().waitFor();
});

journey('broken JSON with markup at the place of the fault', { date: NOW }, async ({ page, app }) => {
  await app.read(token({ alg: 'HS256' }, `{"sub":"1",<img src=x onerror=window.__ran=1>${BIDI}}`));
  await assertOnlyText(page);
  await assertAllVisible(page);
});

/** The page answers a press within a generous time. */
async function assertResponsive(page, app) {
  await app.chooseTheme('dark');
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark', undefined, { timeout: 5000 });
}

journey('a value of a megabyte', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  await app.read(token({ alg: 'HS256' }, { exp: SECONDS + 60, long: `<b>${'x'.repeat(1_000_000)}` }));
  await assertResponsive(page, app);
  const row = app.row(app.claims, 'long');
  assert.ok((await row.innerText()).length < 1000, 'it is shown in short');
  await row.getByRole('button', { name: /show all/ }).click();
  await row.getByText('Too long to show whole (1.0 MB): “Copy” copies all of it.').waitFor();
  assert.ok((await row.innerText()).length > 100_000);
  await assertResponsive(page, app);
  await assertOnlyText(page);
});

journey('ten thousand members', { date: NOW }, async ({ page, app }) => {
  const claims = Object.fromEntries(Array.from({ length: 10_000 }, (_, position) => [`n${position}`, IMAGE]));
  await app.read(token({ alg: 'HS256' }, claims));
  await assertResponsive(page, app);
  assert.match(await app.claims.innerText(), /10,?000 claims/);
  assert.ok((await app.claims.getByRole('listitem').count()) <= 500);
  await app.claims.getByRole('button', { name: /show .* more/ }).click();
  await assertResponsive(page, app);
  const drawn = () => app.claims.getByRole('listitem').count();
  assert.ok((await drawn()) <= 500, 'only what is near what can be seen is drawn');
  // The last one comes into sight, and with it its stretch of the list: as for a reader, perhaps only on scrolling again.
  const last = app.row(app.claims, 'n9999');
  for (let tries = 0; tries < 20 && (await last.count()) === 0; tries += 1) {
    await app.claims.locator('.long-list > :last-child').scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
  }
  await last.scrollIntoViewIfNeeded();
  assert.ok(await last.isVisible());
  assert.ok((await drawn()) <= 1_000, `${await drawn()} rows were drawn`);
  await last.hover();
  await last.and(page.locator('[data-marked]')).waitFor();
  await assertResponsive(page, app);
  await assertOnlyText(page);
});

for (const [what, claims] of Object.entries({
  'nested a thousand levels deep': `{"sub":"1","deep":${'['.repeat(1000)}${']'.repeat(1000)},"exp":${SECONDS + 60}}`,
  'nested 200,000 levels deep and never closed': `{"sub":"1","deep":${'{"a":'.repeat(200_000)}`,
})) {
  journey(what, { date: NOW }, async ({ page, app }) => {
    await app.read(token({ alg: 'HS256' }, claims));
    assert.match(await app.claims.innerText(), /nested deeper than 128 levels/);
    assert.match(await app.row(app.claims, 'sub').innerText(), /"1"/);
    await assertResponsive(page, app);
  });
}
