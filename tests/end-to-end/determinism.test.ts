import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportJson } from '../../output/report-json.ts';
import { runBatch } from '../../pipeline/batch.ts';
import { longLists } from '../../pipeline/model/report.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { loadRoster } from '../../pipeline/policy/roster.ts';
import { discover } from '../../pipeline/stages/discover.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { rules } from '../../rules/index.ts';
import { textOf } from '../support/bytes-of.ts';

const month = 'fixtures/sample-month';
const loaded = await loadPolicy({ file: null, profile: null, rules });
const named = await loadRoster(`${month}/名册.csv`);
const found = await discover([`${month}/收件`]);

describe('the report', () => {
  test('does not depend on the order in which files are found', async () => {
    if (!('policy' in loaded) || !('roster' in named)) throw new Error('the sample settings do not load');
    const request = {
      period: '2023-06',
      asOf: '2023-07-12',
      lang: 'zh' as const,
      vocabulary: officialVocabulary,
      rules,
      policy: loaded.policy,
      roster: named.roster,
      previous: null,
      passwords: [],
    };
    const straight = textOf(reportJson((await runBatch({ ...request, discovered: found })).report));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...found.files], { minLength: found.files.length }),
        async (files) => {
          const { report } = await runBatch({ ...request, discovered: { ...found, files } });
          return textOf(reportJson(report)) === straight;
        },
      ),
      { numRuns: 4 },
    );
    expect(straight.length).toBeGreaterThan(10_000);
    const { report } = await runBatch({ ...request, discovered: found });
    for (const name of longLists) {
      const list = report[name];
      // A single thing is the one that stands there.
      expect(Array.from({ length: list.length + 1 }, (_, index) => list.at(index))).toEqual([
        ...list,
        undefined,
      ]);
    }
    expect(report.findings.length).toBeGreaterThan(10);
  }, 120_000);
});
