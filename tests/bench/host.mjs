// What the measurements share: hosts that send a built page as real ones do, a Chromium, medians and tables.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export { DIST, launch } from '../e2e/support.mjs';

/** Serves the page in a folder, packed as web servers pack it, with the headers of its `_headers` where it has some. */
export async function host(folder) {
  const page = gzipSync(readFileSync(join(folder, 'index.html')), { level: 9 });
  const server = createServer((request, response) => {
    if (request.url.split('?')[0] !== '/') return void response.writeHead(404).end();
    response.writeHead(200, { ...headersOf(folder), 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip', 'Content-Length': page.length });
    response.end(page);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    bytes: page.length,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

function headersOf(folder) {
  const lines = readFileSync(join(folder, '_headers'), 'utf8').split('\n').filter((line) => line.startsWith(' '));
  // Hosts of these measurements have no certificate.
  const headers = lines.map((line) => line.trim().split(/:\s*(.*)/s, 2)).filter(([name]) => name !== 'Strict-Transport-Security');
  return Object.fromEntries(headers);
}

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Rows of texts and numbers, the columns one under the other. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toFixed(0) : String(cell))));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('   ');
  return cells.map(line).join('\n');
}
