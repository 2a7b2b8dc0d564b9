import { existsSync } from 'node:fs';

/** A Chromium on this machine: `CHROMIUM_PATH`, or one of the usual places; null when there is none. */
export function findBrowser(): string | null {
  const places = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}
