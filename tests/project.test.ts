import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { engineVersion } from '../pipeline/engine.ts';

const manifest: {
  version: string;
  license: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
} = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the project', () => {
  test('has one version', () => {
    expect(engineVersion).toBe(manifest.version);
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## ${manifest.version}`);
  });

  test('says in the README why each dependency is there, and lists no other', () => {
    const table = readFileSync('README.md', 'utf8').split('## Dependencies')[1] ?? '';
    const listed = [...table.matchAll(/^\| (\S+) \|/gm)]
      .map((match) => match[1])
      .filter((name) => name !== 'package' && name !== '|---|---|');
    expect(listed.sort()).toEqual(Object.keys(manifest.dependencies).sort());
    for (const name of Object.keys(manifest.devDependencies)) {
      expect(name.startsWith('@types/') || table.includes(name)).toBe(true);
    }
  });

  test('keeps the libraries that were agreed on', () => {
    for (const name of ['exceljs', 'papaparse', 'zod', 'date-fns', 'p-limit'])
      expect(manifest.dependencies).toHaveProperty([name]);
    expect(manifest.devDependencies).toHaveProperty(['jest']);
  });

  test('uses every dependency', () => {
    const sources = execFileSync('git', ['grep', '-hoE', "(from|import\\() ?'[^'.][^']*'", '--', '*.ts'], {
      encoding: 'utf8',
    });
    for (const name of Object.keys(manifest.dependencies))
      expect(sources).toMatch(new RegExp(`'${name}(/[^']*)?'`));
  });

  test('pins every version, and the lock holds the binaries of other systems', () => {
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
    }
    const lock = readFileSync('package-lock.json', 'utf8');
    for (const name of [
      '@biomejs/cli-win32-x64',
      '@swc/core-win32-x64-msvc',
      '@typescript/typescript-win32-x64',
      '@swc/core-darwin-arm64',
    ]) {
      expect(lock).toContain(`"node_modules/${name}"`);
    }
  });

  test('has the top level that was agreed on', () => {
    const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
    const folders = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
    expect(
      [...folders]
        .filter((folder) => folder?.startsWith('.') === false && folder.startsWith('"') === false)
        .sort(),
    ).toEqual(['fixtures', 'output', 'pipeline', 'rules', 'tests']);
    for (const file of [
      'package.json',
      'tsconfig.json',
      'README.md',
      'README.zh-CN.md',
      'LICENSE',
      'CHANGELOG.md',
      '.ci/run',
      '.github/CONTRIBUTING.md',
    ]) {
      expect(existsSync(file)).toBe(true);
    }
  });
});
