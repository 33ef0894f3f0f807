// Files as the network tools of browsers save them: how long they take, and how much memory.

import { readFileSync } from 'node:fs';

import { launch, median, table } from './host.mjs';
import { heavyText } from './texts.mjs';
import { chooseFile, withPage } from './watch.mjs';

/** The larger one is read in slices: HELD_WHOLE in src/state/paste.rs. */
const MEGABYTES = [10, 100];

export async function measureFiles(runs) {
  const rows = [];
  for (const megabytes of MEGABYTES) {
    const file = heavyText('har', megabytes * 1_000_000);
    const all = [];
    for (let run = 0; run < runs && !all.includes(undefined); run += 1) all.push(await once(file));
    rows.push([`a HAR of ${megabytes} MB`, ...cells(all)]);
  }
  console.log(`\nA file until its answer is painted, median of ${runs}; memory is what the page's process has in the machine's memory\n`);
  console.log(table(['file', 'answer', 'longest task', 'memory before', 'at its highest'], rows));
}

function cells(all) {
  if (all.includes(undefined)) return ['none in 60 s', '', '', ''];
  const of = (unit, pick) => (all.some((one) => pick(one) === undefined) ? 'not known' : `${median(all.map(pick)).toFixed(0)} ${unit}`);
  return [
    of('ms', ({ milliseconds }) => milliseconds),
    of('ms', ({ longest }) => longest),
    of('MB', ({ before }) => before),
    of('MB', ({ highest }) => highest),
  ];
}

async function once(file) {
  const browser = await launch();
  const session = await browser.newBrowserCDPSession();
  const read = await withPage(browser, async (page) => {
    const before = await renderers(session);
    const costs = await chooseFile(page, file);
    return costs && { ...costs, ...memory(before, await renderers(session)) };
  });
  await browser.close();
  return read;
}

/** Of the process that worked most between the two looks: Chromium has some that belong to no page or to an empty one. */
function memory(before, after) {
  const worked = ({ id, seconds }) => seconds - (before.find((one) => one.id === id)?.seconds ?? 0);
  const { id, highest } = after.reduce((one, other) => (worked(one) >= worked(other) ? one : other));
  return { before: before.find((one) => one.id === id)?.resident, highest };
}

async function renderers(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id, cpuTime }) => ({ id, seconds: cpuTime, resident: megabytes(id, 'VmRSS'), highest: megabytes(id, 'VmHWM') }));
}

/** Linux keeps the highest by itself: it is high for a moment only, which looks now and then would miss. */
function megabytes(process, what) {
  try {
    const [, kilobytes] = new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${process}/status`, 'utf8'));
    return (Number(kilobytes) * 1024) / 1_000_000;
  } catch {
    return undefined; // another system
  }
}
