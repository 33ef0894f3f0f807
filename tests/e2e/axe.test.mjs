// axe-core over every view of the page: each example, each dialog, comparing, the guide; in both themes, wide and narrow.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { stage } from './pages.mjs';
import { accessToken, EXPIRED_ID_TOKEN, har, NOW, SECONDS } from './tokens.mjs';

const { journey } = stage();

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the page as it stands: a line for each element. */
async function faults(page) {
  const { violations } = await page.evaluate((rules) => axe.run(document, { runOnly: rules, resultTypes: ['violations'] }), RULES);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`));
}

/** Opens each view in turn, and hands its name to `look`. */
async function everyView(page, app, look) {
  await look('empty page');
  const examples = page.locator('summary', { hasText: 'Examples' });
  await examples.click();
  await look('menu of examples');
  const menu = page.locator('details.menu', { has: examples }).getByRole('button');
  const names = await menu.allTextContents();
  assert.ok(names.length > 15, `expected the examples, and found ${names.length}`);
  await page.keyboard.press('Escape');
  for (const name of names) {
    await examples.click();
    await menu.filter({ hasText: name }).first().click();
    await app.claims.or(app.answer.locator('.panel').first()).first().waitFor();
    await app.unfoldFindings();
    await look(`example ${name}`);
  }
  for (const view of ['JSON', 'Exact text']) {
    await app.read(EXPIRED_ID_TOKEN);
    await app.claims.getByRole('button', { name: view }).click();
    await look(`claims as ${view}`);
  }
  for (const [name, text] of [['no token', 'SELECT * FROM users WHERE id = 42'], ['a secret', 'JWT_SECRET=MDEyMzQ1Njc4OWFiY2RlZg==']]) {
    await app.pasteWhole(text);
    await look(name);
  }
  await app.read(accessToken(SECONDS + 60));
  await page.getByRole('button', { name: 'Write it' }).click();
  await page.locator('#expected-audience').fill('another');
  await page.locator('#expected-leeway').fill('a while');
  await page.getByRole('button', { name: 'More expectations' }).click();
  await page.locator('.service-says:not(:empty)').waitFor();
  await look('what a service expects, not read');
  await page.locator('#expected-leeway').fill('60');
  await page.locator('.service-says[data-severity]').waitFor();
  await look('what a service expects, refused');
  await app.pasteWhole(har(20_000, 5));
  await look('many tokens');
}

async function everyDialog(page, app, look) {
  await app.read(EXPIRED_ID_TOKEN);
  for (const [name, open] of [
    ['share', () => app.button('Share…').click()],
    ['keys', () => page.keyboard.press('?')],
  ]) {
    // The page hears of the end of a dialog a moment later, and until then takes no other key: once more, then, as a reader would.
    for (let tries = 0; tries < 3 && !(await page.getByRole('dialog').isVisible()); tries += 1) {
      await open();
      await page.waitForTimeout(500);
    }
    await page.getByRole('dialog').waitFor();
    await look(`dialog: ${name}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await app.findings.getByRole('button', { name: 'All checks' }).click();
  await page.getByRole('dialog').waitFor();
  await look('dialog: all checks');
  await page.keyboard.press('Escape');
}

async function comparingAndGuide(page, app, look) {
  await app.read(`${EXPIRED_ID_TOKEN}\n${accessToken(SECONDS + 60)}`);
  await page.getByRole('combobox', { name: /^Compare/ }).selectOption({ index: 1 });
  await page.locator('.compare').waitFor();
  await look('comparing');
  await page.evaluate(() => (location.hash = '#guide'));
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await look('guide');
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 360]) {
    const options = { date: NOW, colorScheme, viewport: { width, height: 800 } };
    for (const [what, walk] of [['each answer', everyView], ['each dialog', everyDialog], ['comparing and the guide', comparingAndGuide]]) {
      journey(`axe finds nothing on ${what}, ${colorScheme}, ${width} pixels`, options, async ({ page, app }) => {
        await page.evaluate(AXE);
        const found = [];
        await walk(page, app, async (name) => found.push(...(await faults(page)).map((fault) => `${name}: ${fault}`)));
        assert.deepEqual(found, []);
      });
    }
  }
}
