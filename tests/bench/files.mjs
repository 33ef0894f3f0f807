// Files as the network tools of browsers save them: how long they take, and how much memory.

import { readFileSync } from 'node:fs';

import { launch, median, table } from './host.mjs';
import { heavyText } from './texts.mjs';
import { chooseFile, withPage } from './watch.mjs';

const MEGABYTES = [10, 100];
/** Between two looks at the memory, in milliseconds. */
const LOOK = 100;

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

/** In a browser of its own, whose one page is in the process that is looked at. */
async function once(file) {
  const browser = await launch();
  const read = await withPage(browser, async (page) => {
    const renderer = await rendererOf(browser);
    const before = resident(renderer);
    let highest = before;
    const looking = setInterval(() => (highest = Math.max(highest, resident(renderer))), LOOK);
    const costs = await chooseFile(page, file);
    clearInterval(looking);
    return costs && { ...costs, before, highest: before && highest };
  });
  await browser.close();
  return read;
}

/** The process of the page: Chromium keeps a spare one, which has done next to nothing. */
async function rendererOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.reduce((one, other) => (one.cpuTime >= other.cpuTime ? one : other)).id;
}

/** In megabytes. Undefined where the system does not say it in this way. */
function resident(process) {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'));
    return (Number(kilobytes) * 1024) / 1_000_000;
  } catch {
    return undefined;
  }
}
