// From a paste to the frame with its answer, for single tokens of several sizes.

import { EXPIRED_ID_TOKEN, longToken } from '../e2e/tokens.mjs';
import { median, table } from './host.mjs';
import { paste, withPage } from './watch.mjs';

const PASTES = {
  'a token of 1 kB': EXPIRED_ID_TOKEN,
  'a token of 20 kB': longToken(20_000),
  'a token of 200 kB': longToken(200_000),
  'a token of 1 MB': longToken(1_000_000),
};

export async function measurePaste(browser, runs) {
  const rows = [];
  for (const [name, text] of Object.entries(PASTES)) {
    const all = [];
    for (let run = 0; run < runs; run += 1) all.push(await withPage(browser, (page) => paste(page, text)));
    if (all.includes(undefined)) rows.push([name, 'none in 60 s', '']);
    else rows.push([name, `${median(all.map(({ milliseconds }) => milliseconds)).toFixed(1)} ms`, `${median(all.map(({ longest }) => longest)).toFixed(0)} ms`]);
  }
  console.log(`\nA paste until its answer is painted, median of ${runs}; the longest task is 0 where none took 50 ms\n`);
  console.log(table(['paste', 'painted', 'longest task'], rows));
}
