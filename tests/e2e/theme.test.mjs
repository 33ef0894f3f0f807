// Light, dark or as the system has it: the choice shows at once and is kept nowhere.

import assert from 'node:assert/strict';

import { EVERYWHERE, NOTHING, kept, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW } from './tokens.mjs';

const { journey } = stage();

const theme = (page) => page.evaluate(() => document.documentElement.getAttribute('data-theme'));

/** How bright the page is behind everything, from 0 to 255. */
async function brightness(page) {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [red, green, blue] = colour.match(/\d+/g).map(Number);
  return (red + green + blue) / 3;
}

journey('the three themes', { places: EVERYWHERE, colorScheme: 'light', date: NOW }, async ({ page, context, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  const before = await kept(page, context);
  assert.equal(await theme(page), null);
  assert.ok((await brightness(page)) > 200, 'a light system');

  await app.chooseTheme('dark');
  assert.equal(await theme(page), 'dark');
  assert.ok((await brightness(page)) < 60, 'dark was chosen on a light system');

  await page.emulateMedia({ colorScheme: 'dark' });
  await app.chooseTheme('light');
  assert.equal(await theme(page), 'light');
  assert.ok((await brightness(page)) > 200, 'light was chosen on a dark system');

  await app.chooseTheme('system');
  assert.equal(await theme(page), null);
  assert.ok((await brightness(page)) < 60, 'a dark system');
  await page.emulateMedia({ colorScheme: 'light' });
  assert.ok((await brightness(page)) > 200, 'the system changes while the page is open');

  assert.deepEqual(before, NOTHING);
  assert.deepEqual(await kept(page, context), NOTHING);
});

journey('a dark system from the start', { colorScheme: 'dark' }, async ({ page, app }) => {
  assert.ok((await brightness(page)) < 60);
  assert.equal(await app.theme.inputValue(), 'system');
});

journey('the theme is chosen with the keyboard', { colorScheme: 'light' }, async ({ page, app }) => {
  await app.theme.focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  assert.ok((await brightness(page)) < 60);
});

journey('colours that the system chooses leave the text readable', { forcedColors: 'active', date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  // Either the box shows its text, or the coloured copy beneath it does.
  const [box, copy] = await page.evaluate(() =>
    ['textarea', '.backdrop [data-role=payload]'].map((selector) => {
      const { color, visibility } = getComputedStyle(document.querySelector(selector));
      return visibility === 'visible' && color !== 'rgba(0, 0, 0, 0)';
    }),
  );
  assert.ok(box !== copy, box ? 'the text is shown twice, one copy over the other' : 'the pasted text is not shown');
  assert.ok(await app.banner.isVisible());
});

journey('without motion where it is not wanted', { reducedMotion: 'reduce', date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('body *')].filter((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return [transitionDuration, animationDuration].some((durations) => durations.split(',').some((one) => parseFloat(one) > 0));
    }).length,
  );
  assert.equal(moving, 0);
});
