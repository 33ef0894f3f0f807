// Measures the built page in a real browser and prints tables. `cargo xtask bench --page` builds what it needs and runs it.
// Takes names of sections; without one, all are measured.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { DIST, launch } from './host.mjs';
import { BUILT } from './texts.mjs';

/** Each loads its own file, so that only the measurement by Lighthouse needs the packages of this folder. */
const SECTIONS = {
  start: async () => {
    const { measureStart } = await import('./start.mjs');
    await withBrowser((browser) => measureStart(browser, pages(), 5));
  },
  paste: async () => {
    const { measurePaste } = await import('./paste.mjs');
    await withBrowser((browser) => measurePaste(browser, 5));
  },
  load: async () => {
    const { measureLoad } = await import('./load.mjs');
    await measureLoad(3); // each run ends in some seconds of rest
  },
  files: async () => {
    const { measureFiles } = await import('./files.mjs');
    await measureFiles(5);
  },
  lighthouse: async () => {
    const { measureLighthouse } = await import('./lighthouse.mjs');
    await measureLighthouse(3);
  },
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SECTIONS);
for (const section of wanted) {
  assert.ok(section in SECTIONS, `there is no section ${section}: expected some of ${Object.keys(SECTIONS).join(', ')}`);
}
for (const section of wanted) await SECTIONS[section]();

/** The first edition stands first, because the others are given as so many times its time. */
function pages() {
  const all = [
    { name: 'first edition', folder: join(BUILT, 'first-edition') },
    { name: 'empty Yew page', folder: join(BUILT, 'empty-page') },
    { name: 'this page', folder: DIST },
  ];
  return all.filter(({ folder }) => existsSync(join(folder, '_headers')));
}

async function withBrowser(measure) {
  const browser = await launch();
  await measure(browser);
  await browser.close();
}
