import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { describe, expect, test } from '@jest/globals';

/** Which part may import which: data walks left to right, nothing reaches back. Parts not named may import nothing of ours. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'pipeline/model': ['pipeline/model'],
  'pipeline/formats': ['pipeline/formats', 'pipeline/model'],
  'pipeline/templates': ['pipeline/templates', 'pipeline/model'],
  'pipeline/policy': ['pipeline/policy', 'pipeline/model', 'pipeline/formats', 'pipeline/templates', 'rules'],
  'pipeline/stages': [
    'pipeline/stages',
    'pipeline/model',
    'pipeline/templates',
    'pipeline/policy',
    'pipeline',
    'rules',
  ],
  pipeline: [
    'pipeline',
    'pipeline/model',
    'pipeline/formats',
    'pipeline/templates',
    'pipeline/policy',
    'pipeline/stages',
    'pipeline/commands',
    'rules',
  ],
  'pipeline/commands': [
    'pipeline/commands',
    'pipeline',
    'pipeline/model',
    'pipeline/formats',
    'pipeline/templates',
    'pipeline/policy',
    'pipeline/stages',
    'rules',
    'output',
  ],
  rules: ['rules', 'pipeline/model', 'pipeline/templates'],
  output: ['output', 'pipeline/model'],
  fixtures: [
    'fixtures',
    'pipeline/model',
    'pipeline/templates',
    'pipeline/policy',
    'pipeline/stages',
    'rules',
    'output',
  ],
};

/** Templates are data: an output that issues them is handed the template, a rule needs only its types and code lists. */
const parts = Object.keys(mayImport).toSorted((one, other) => other.length - one.length);

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

const files = ['pipeline', 'rules', 'output', 'fixtures'].flatMap(sourcesUnder);
/** What a scaffold writes looks like imports too; those of the program itself lead to a file. */
const imports = files.flatMap(importsOf).filter(({ target }) => existsSync(target));

describe('the house', () => {
  test('has sources in every room', () => {
    for (const room of ['pipeline', 'rules', 'output', 'fixtures']) {
      expect(files.some((file) => file.startsWith(`${room}/`))).toBe(true);
    }
    expect(imports.length).toBeGreaterThan(200);
  });

  test('nothing imports against the direction of the data', () => {
    const wrong = imports
      .filter(({ file, target }) => !(mayImport[partOf(file)] ?? []).includes(partOf(target)))
      // A stage may name the type of what the whole gives, never call it.
      .filter(
        ({ file, target, isTypeOnly }) =>
          !(isTypeOnly && partOf(file) === 'rules' && partOf(target) === 'pipeline/policy'),
      )
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
  });

  test('stages take only the types of the entry points', () => {
    const wrong = imports.filter(
      ({ file, target, isTypeOnly }) =>
        partOf(file) === 'pipeline/stages' && partOf(target) === 'pipeline' && !isTypeOnly,
    );
    expect(wrong).toEqual([]);
  });

  test('only formats, policy, outputs and entry points touch disk or format libraries', () => {
    const touching = /from '(?:node:fs|node:fs\/promises|exceljs|papaparse|@e965\/xlsx|fflate|node:zlib)'/;
    const allowed =
      /^(?:pipeline\/formats\/|pipeline\/policy\/|pipeline\/commands\/|pipeline\/(?:run-folder|spool)\.ts|pipeline\/stages\/discover\.ts|pipeline\/cache|output\/|fixtures\/)/;
    const wrong = files.filter((file) => touching.test(readFileSync(file, 'utf8')) && !allowed.test(file));
    expect(wrong).toEqual([]);
  });

  test('heavy writers are never loaded at start-up', () => {
    const heavy =
      /^import (?!type)[^;]*from '(?:exceljs|docx|echarts[^']*|@e965\/xlsx|officecrypto-tool|iconv-lite|cli-progress)'/m;
    const startUp = files.filter(
      (file) =>
        file.startsWith('pipeline/') && !file.includes('/legacy/') && heavy.test(readFileSync(file, 'utf8')),
    );
    expect(startUp).toEqual([]);
  });
});

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name.replaceAll('\\', '/')));
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(/(import|export)(\s+type)?\s[^;']*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g),
  ].map((match) => ({
    file,
    target: relative('.', join(dirname(file), match[3] ?? match[4] ?? '')),
    isTypeOnly: match[2] !== undefined,
  }));
}

function partOf(file: string): string {
  return parts.find((part) => file.startsWith(`${part}/`)) ?? '';
}
