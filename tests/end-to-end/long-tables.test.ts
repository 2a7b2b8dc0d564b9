import { expect, test } from '@jest/globals';
import { reportJson } from '../../output/report-json.ts';
import { runBatch } from '../../pipeline/batch.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { loadRoster } from '../../pipeline/policy/roster.ts';
import { discover } from '../../pipeline/stages/discover.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { rules } from '../../rules/index.ts';
import { bytesOf } from '../support/bytes-of.ts';

const loaded = await loadPolicy({ file: null, profile: null, rules });

const month = 'fixtures/sample-month';

async function reportHolding(mostRowsHeld: number): Promise<string> {
  const named = await loadRoster(`${month}/名册.csv`);
  if (!('policy' in loaded) || !('roster' in named)) throw new Error('the sample settings do not load');
  const request = {
    discovered: await discover([`${month}/收件`]),
    period: '2023-06',
    asOf: '2023-07-12',
    lang: 'zh' as const,
    vocabulary: officialVocabulary,
    rules,
    policy: loaded.policy,
    roster: named.roster,
    previous: null,
    passwords: [],
    mostRowsHeld,
  };
  return String(bytesOf(reportJson((await runBatch(request)).report)));
}

test('rows that are read whenever they are looked at give the same report as rows held as values', async () => {
  const held = await reportHolding(Number.POSITIVE_INFINITY);
  expect(await reportHolding(0)).toBe(held);
  expect(held.length).toBeGreaterThan(10_000);
}, 120_000);
