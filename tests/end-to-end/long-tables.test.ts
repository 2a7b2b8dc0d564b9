import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { reportJson } from '../../output/report-json.ts';
import { runBatch } from '../../pipeline/batch.ts';
import type { RunReport } from '../../pipeline/model/report.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { loadRoster } from '../../pipeline/policy/roster.ts';
import { discover } from '../../pipeline/stages/discover.ts';
import { officialVocabulary } from '../../pipeline/stages/official-vocabulary.ts';
import { rules } from '../../rules/index.ts';
import { bytesOf } from '../support/bytes-of.ts';
import { ownFolder } from '../support/command.ts';

const loaded = await loadPolicy({ file: null, profile: null, rules });

const month = 'fixtures/sample-month';
const roster = await loadRoster(`${month}/名册.csv`);

async function reportOf(inbox: string, mostRowsHeld: number): Promise<string> {
  if (!('policy' in loaded) || !('roster' in roster)) throw new Error('the sample settings do not load');
  const request = {
    discovered: await discover([inbox]),
    period: '2023-06',
    asOf: '2023-07-12',
    lang: 'zh' as const,
    vocabulary: officialVocabulary,
    rules,
    policy: loaded.policy,
    roster: roster.roster,
    previous: null,
    passwords: [],
    mostRowsHeld,
  };
  return String(bytesOf(reportJson((await runBatch(request)).report)));
}

test('rows that are read whenever they are looked at give the same report as rows held as values', async () => {
  const held = await reportOf(`${month}/收件`, Number.POSITIVE_INFINITY);
  expect(await reportOf(`${month}/收件`, 0)).toBe(held);
  expect(held.length).toBeGreaterThan(10_000);
}, 120_000);

test('a ledger that rules go through a thousand rows at a time gives the same report, in the same order', async () => {
  const inbox = ownFolder();
  writeFileSync(join(inbox, '教育局6月直达资金台账.csv'), ledger(2_500));
  const held = await reportOf(inbox, Number.POSITIVE_INFINITY);
  expect(await reportOf(inbox, 0)).toBe(held);
  const { findings } = JSON.parse(held) as RunReport;
  for (const rule of ['ZD-01', 'ZD-07', 'ZD-08', 'DQ-04', 'TX-02'])
    expect(findings.filter((finding) => finding.rule === rule).length).toBeGreaterThan(20);
}, 120_000);

/** Funds with a mistake in every tenth row or so; those of one document stand far apart. */
function ledger(rows: number): string {
  const head = [
    '直达资金台账',
    '填报单位：教育局,,,2023年6月,,单位：万元',
    '序号,资金名称,资金文号,直达资金标识,下达金额,支出期限,支出金额,备注',
  ];
  const lines = Array.from({ length: rows }, (_, index) => {
    const isFar = index % 11 === 0 && index >= 1_500;
    const number = isFar ? index - 1_400 : index;
    const tag = index % 13 === 0 ? '' : isFar ? '02参照直达资金' : '01中央直达资金';
    const spent = index % 17 === 0 ? -1 : 5 + (index % 5);
    const deadline = index % 19 === 0 ? '2023-05-31' : '2023-12-31';
    const remark = index % 23 === 0 ? '设备已按装，，正常。' : '';
    return `${index + 1},第${number}号资金,示财预〔2023〕${index % 3 === 0 ? number : index}号,${tag},10,${deadline},${spent},${remark}`;
  });
  return [...head, ...lines].join('\n');
}
