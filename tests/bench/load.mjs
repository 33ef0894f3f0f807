// What the heaviest texts do to the page: while it reads them, and when it should have come to rest.

import { readFileSync } from 'node:fs';

import { launch, median, table } from './host.mjs';
import { heavyText } from './texts.mjs';
import { atRest, chooseFile, paste, press, withPage } from './watch.mjs';

/** Families of crates/test-tokens/src/heavy.rs and sizes in bytes. The first is no heavy one: others compare with it. */
const TEXTS = [
  { family: 'one-long-claim', bytes: 1000 },
  { family: 'more-segments', bytes: 50_000 },
  { family: 'more-segments', bytes: 400_000 },
  { family: 'headers-and-dots', bytes: 400_000 },
  { family: 'headers-and-dots', bytes: 10_000_000 },
  { family: 'control-characters', bytes: 400_000 },
  { family: 'control-characters', bytes: 4_000_000 },
  { family: 'jwe-recipients', bytes: 850_000 },
  { family: 'one-claim-again-and-again', bytes: 2_000_000 },
  { family: 'one-claim-again-and-again', bytes: 8_000_000 },
  { family: 'line-break-after-each-character', bytes: 2_000_000 },
  { family: 'cookie-chunks', bytes: 2_000_000 },
  { family: 'many-claims', bytes: 2_000_000 },
  { family: 'many-claims', bytes: 2_000_000, unfolded: true },
  { family: 'many-tokens', bytes: 10_000_000 },
  { family: 'jws-signatures', bytes: 2_000_000 },
];
/** Longer texts are brought as files: people do not paste them either. */
const LONGEST_PASTE = 1_000_000;
const REST = 6000;

export async function measureLoad(runs) {
  const rows = [];
  for (const text of TEXTS) rows.push([nameOf(text), ...cells(await measured(text, runs))]);
  console.log(`\nThe heaviest texts until their answer is painted, and in ${REST / 1000} s of rest behind that, median of ${runs}`);
  console.log(`"show more" counts from the press of that button; the longest task is 0 where none took 50 ms\n`);
  console.log(table(['text', 'answer', 'longest task', 'busy at rest', 'longest task at rest'], rows));
}

function nameOf({ family, bytes, unfolded }) {
  const size = bytes < 1_000_000 ? `${bytes / 1000} kB` : `${bytes / 1_000_000} MB`;
  return `${family}, ${size}${unfolded ? ', "show more"' : ''}`;
}

/** What each run gave, up to the first in which nothing came in time. */
async function measured(text, runs) {
  const all = [];
  for (let run = 0; run < runs && !all.includes(undefined); run += 1) {
    // One that is caught in a long task is not shared with the next text.
    const browser = await launch();
    all.push(await withPage(browser, (page, context) => once(page, context, text)));
    await browser.close();
  }
  return all;
}

async function once(page, context, { family, bytes, unfolded }) {
  const file = heavyText(family, bytes);
  let read = bytes > LONGEST_PASTE ? await chooseFile(page, file) : await paste(page, readFileSync(file, 'utf8'));
  if (read && unfolded) read = await press(page, page.getByRole('button', { name: /^show [\d,]+ more$/ }).first());
  return read && { ...read, rest: await atRest(page, context, REST) };
}

function cells(all) {
  if (all.includes(undefined)) return ['none in 60 s', '', '', ''];
  const of = (pick) => `${median(all.map(pick)).toFixed(0)} ms`;
  const read = [of(({ milliseconds }) => milliseconds), of(({ longest }) => longest)];
  if (all.some(({ rest }) => rest === undefined)) return [...read, 'never at rest', ''];
  return [...read, of(({ rest }) => rest.busy), of(({ rest }) => rest.longest)];
}
