import { describe, expect, test } from '@jest/globals';
import { reportJson } from '../../output/report-json.ts';
import { partsOf } from '../../pipeline/commands/report-parts.ts';
import { bytesOf, textOf } from '../support/bytes-of.ts';
import { sampleReport } from '../support/sample-report.ts';

const all = new Set(['run', 'progress', 'odd', 'empty', 'last']);

/** The bytes in pieces of a length. */
function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

describe('a report that is read part by part', () => {
  test.each([1, 7, 1000, 10_000_000])('in pieces of %i bytes gives what it holds', (length) => {
    const json = bytesOf(reportJson(sampleReport()));
    const { run, progress } = JSON.parse(json.toString());
    const parts = [...partsOf(cut(json, length), all)];
    expect(parts.filter(({ name }) => name === 'run').map(({ text }) => JSON.parse(text))).toEqual([run]);
    expect(parts.filter(({ name }) => name === 'progress').map(({ text }) => JSON.parse(text))).toEqual(
      progress,
    );
  });

  test('may be laid out in any way, with brackets, commas and quotes inside its texts', () => {
    const odd = [{ a: '],}"\\', b: [1, [2, { c: '{[' }]] }, '逗号,', 3, null];
    const report = {
      empty: [],
      other: { run: 1, list: [1, 2] },
      odd,
      last: { a: [1], b: { c: 2 } },
      run: '中',
    };
    for (const indent of [0, 2, 7]) {
      const json = Buffer.from(JSON.stringify(report, null, indent));
      for (const length of [1, 2, 3, 1000]) {
        const parts = [...partsOf(cut(json, length), all)].map(({ name, text }) => [name, JSON.parse(text)]);
        expect(parts).toEqual([...odd.map((one) => ['odd', one]), ['last', report.last], ['run', '中']]);
      }
    }
  });

  test('what is none gives nothing that passes for a part of one', () => {
    expect([...partsOf([Buffer.from('用 Excel 打开')], all)]).toEqual([]);
    const cutOff = textOf(reportJson(sampleReport())).slice(0, 100);
    expect([...partsOf([Buffer.from(cutOff)], all)]).toEqual([]);
  });
});
