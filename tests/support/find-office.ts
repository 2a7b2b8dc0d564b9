import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A LibreOffice on this machine: `SOFFICE_PATH`, or one of the usual places; null when there is none. */
export function findOffice(): string | null {
  const places = [
    process.env.SOFFICE_PATH,
    '/usr/bin/soffice',
    '/opt/libreoffice/program/soffice',
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** A workbook opened and saved again by LibreOffice, as an office without Excel does. @throws Error when it cannot be */
export function savedByOffice(office: string, bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'budgetlint-office-'));
  try {
    const file = join(folder, '原件.xlsx');
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const out = join(folder, 'saved');
    const ran = spawnSync(office, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, file], {
      timeout: 60_000,
      encoding: 'utf8',
    });
    if (!existsSync(join(out, '原件.xlsx'))) throw new Error(`LibreOffice: ${ran.stderr}${ran.stdout}`);
    return new Uint8Array(readFileSync(join(out, '原件.xlsx')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
