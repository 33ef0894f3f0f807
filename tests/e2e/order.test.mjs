// The Tab key goes the way that the eye goes (WCAG 2.2 success criterion 2.4.3): down a column, then to the next one.

import assert from 'node:assert/strict';

import { stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW, SECONDS, TOKEN_RESPONSE, token } from './tokens.mjs';

const { journey } = stage();

const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`claim_${at}`, at]));
const TEXTS = {
  'one token': EXPIRED_ID_TOKEN,
  'three tokens': TOKEN_RESPONSE,
  'twenty claims': token({ alg: 'RS256' }, { exp: SECONDS + 600, ...many }, 256),
};

/** Where the stops stand, in the order of Tab, without the bar at the top and the one that is fixed below. */
async function stops(page) {
  await page.evaluate(() => {
    document.activeElement.blur();
    scrollTo(0, 0);
  });
  const found = [];
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const { left, top, bottom } = (element.closest('.box') ?? element).getBoundingClientRect();
      const column = element.closest('.paste, .banner, .content, .further, .foot, .bar, .bar-below, .switching, .as-of') ?? element;
      // What is sticky stands where it stood before the page was scrolled.
      const isSticky = getComputedStyle(column).position === 'sticky';
      const scrolled = isSticky ? column.scrollTop : scrollY;
      return { what: element.outerHTML.slice(0, 90), column: column.className, left: column.getBoundingClientRect().left, x: left, top: top + scrolled, bottom: bottom + scrolled };
    });
    if (stop === null) break;
    found.push(stop);
  }
  return found;
}

for (const [width, height] of [[320, 640], [360, 740], [768, 1024], [960, 800], [1280, 900], [1920, 1080]]) {
  for (const [what, text] of Object.entries(TEXTS)) {
    journey(`Tab goes down and to the right, ${what} at ${width} pixels`, { viewport: { width, height }, date: NOW, reducedMotion: 'reduce' }, async ({ page, app }) => {
      await app.read(text);
      const all = (await stops(page)).filter(({ column }) => !/^(bar|bar-below)$/.test(column));
      assert.ok(all.length > 15, `${all.length} stops`);
      for (const [at, stop] of all.entries()) {
        const before = all[at - 1];
        if (!before || stop.column === 'foot') continue;
        const goesOn = stop.bottom > before.top - 4;
        const isNextColumn = stop.left > before.left + 40;
        assert.ok(stop.left >= before.left - 4, `to the left: ${JSON.stringify([before, stop])}`);
        assert.ok(goesOn || isNextColumn, `back up: ${JSON.stringify([before, stop])}`);
      }
    });
  }
}
