import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { measured } from '../../fixtures/measured.ts';
import { runRules } from '../../fixtures/run-case.ts';
import { loadPolicy, profileNames } from '../../pipeline/policy/load.ts';
import { policyFileSchema } from '../../pipeline/policy/schema.ts';
import { whyNotApplied } from '../../pipeline/policy/why-not-applied.ts';
import { rules } from '../../rules/index.ts';

describe('shipped profiles', () => {
  test('are the six of practice', async () => {
    expect(await profileNames()).toEqual([
      'default',
      'hefei',
      'hubei-self',
      'hunan-dept',
      'lt-standard',
      'sichuan-2025',
    ]);
  });

  test.each(['default', 'hefei', 'hubei-self', 'hunan-dept', 'lt-standard', 'sichuan-2025'])(
    '%s loads with the rules there are, under its own name',
    async (profile) => {
      const loaded = await loadPolicy({ file: null, profile, rules });
      expect('mistakes' in loaded ? loaded.mistakes.map(({ message }) => message.zh) : []).toEqual([]);
      expect('policy' in loaded && loaded.policy.name).toBe(profile);
    },
  );

  // Every figure of the profiles' table (practice, section 7), as the rules use it.
  test.each<[string, string, string, unknown]>([
    ['default', 'PRG-03', 'milestones', { 3: 0.25, 6: 0.5, 9: 0.75, 11: 0.9, 12: 1 }],
    ['default', 'PRG-02', 'red', 0.6],
    ['default', 'PRG-02', 'yellow', 0.8],
    ['default', 'PRG-01', 'warnAbove', 0.1],
    ['default', 'PRG-01', 'errorAbove', 0.2],
    ['default', 'PRG-04', 'warnAbove', 0.2],
    ['default', 'PRG-04', 'errorAbove', 0.4],
    ['default', 'PRG-04', 'floor', 1_000_000],
    ['default', 'ZP-11', 'excellent', 90],
    ['default', 'ZP-11', 'good', 80],
    ['default', 'ZP-11', 'fair', 60],
    ['default', 'ZP-09', 'below', 0.9],
    ['default', 'ZP-08', 'below', 0.7],
    ['default', 'ZP-08', 'above', 1.3],
    ['sichuan-2025', 'PRG-03', 'milestones', { 4: 0.25, 6: 0.4, 8: 0.6, 10: 0.8 }],
    ['sichuan-2025', 'MON-01', 'maximumGap', 0.1],
    ['sichuan-2025', 'PRG-03', 'responseDays', 10],
    ['sichuan-2025', 'MON-15', 'workingDays', 10],
    ['lt-standard', 'PRG-02', 'red', 0.6],
    ['lt-standard', 'PRG-02', 'yellow', 0.8],
    ['lt-standard', 'MON-02', 'red', 0.6],
    ['lt-standard', 'MON-02', 'yellow', 0.8],
    ['lt-standard', 'MON-02', 'blue', 1.2],
    ['lt-standard', 'ZP-11', 'excellent', 90],
    ['lt-standard', 'ZP-11', 'good', 80],
    ['lt-standard', 'ZP-11', 'fair', 60],
    ['lt-standard', 'ZP-12', 'maximumLead', 0.05],
    ['lt-standard', 'ZP-12', 'maximumUnspent', 0.2],
    ['hefei', 'PRG-02', 'red', 1],
    ['hefei', 'PRG-02', 'yellow', 1],
    ['hunan-dept', 'PRG-13', 'due', { 2: 0.5, 6: 1 }],
    ['hunan-dept', 'ZA-08', 'above', 1],
    ['hunan-dept', 'BUD-11', 'noticeAbove', 0.1],
    ['hunan-dept', 'BUD-11', 'warnAbove', 0.2],
    ['hunan-dept', 'BUD-11', 'errorAbove', 0.3],
    ['hubei-self', 'ZP-05', 'executionWeight', 20],
    ['hubei-self', 'ZP-07', 'reachedFrom', 0.8],
    ['hubei-self', 'ZP-07', 'partlyFrom', 0.5],
    ['default', 'ZP-05', 'executionWeight', 10],
    ['default', 'ZP-07', 'reachedFrom', 0.8],
    ['default', 'ZP-07', 'partlyFrom', 0.6],
  ])('%s has for %s %s = %j', async (profile, id, option, value) => {
    expect(await optionOf(profile, id, option)).toEqual(value);
  });

  test.each(['default', 'lt-standard', 'hefei'])('%s counts time progress as month/12', async (profile) => {
    const loaded = await loadPolicy({ file: null, profile, rules });
    expect('policy' in loaded && loaded.policy.timeProgress('2023-05')).toBe(5 / 12);
  });

  test('default wants reports by the fifth working day, the asset report by the tenth', async () => {
    const loaded = await loadPolicy({ file: null, profile: 'default', rules });
    if ('mistakes' in loaded) throw new Error(loaded.mistakes[0]?.message.zh);
    expect(loaded.policy.dueDay('T01', '2023-06', null)).toBe('2023-07-07');
    expect(loaded.policy.dueDay('T11', '2023-06', null)).toBe('2023-07-10');
  });

  test.each([
    ['on time and the goal reached is green', 60, true, []],
    ['on time and the goal missed is yellow', 60, false, ['综合评定为黄灯']],
    ['exactly on time counts as on time', 60, false, ['综合评定为黄灯']],
    ['behind is red, though the goal is reached', 59.99, true, ['综合评定为红灯']],
    ['behind is red, the more so as the goal is missed', 59.99, false, ['综合评定为红灯']],
  ])('the combined lamp of hefei: %s', (_, cumActual, isReached, words) => {
    const indicators = [{ actual: measured(null, isReached ? 5 : 3.9, '公里') }];
    const { findings } = runRules([ruleOf('MON-05')], {
      T02: { tables: { funds: [{ cumActual }], indicators } },
    });
    expect(findings.map(({ message }) => /综合评定为.灯/.exec(message.zh)?.[0])).toEqual(words);
  });

  test('hubei-self counts what was carried over into the budget that execution is scored by', () => {
    const { findings } = runRules([ruleOf('ZP-05')], {
      T06: {
        tables: {
          funds: [
            { adjustedBudget: 120, executed: 60, weight: 20, score: 20 },
            { adjustedBudget: 60, executed: 60 },
            { adjustedBudget: 60, executed: 0 },
          ],
          indicators: [],
        },
      },
    });
    expect(findings.map(({ expected }) => expected)).toEqual(['10']);
  });

  test('units answer sichuan-2025 in ten working days, and default when its notice says so', async () => {
    const answerBy = async (profile: string) => {
      const loaded = await loadPolicy({ file: null, profile, rules });
      return 'policy' in loaded && loaded.policy.answerBy('2023-07-12');
    };
    expect(await answerBy('sichuan-2025')).toBe('2023-07-26');
    expect(await answerBy('default')).toBeNull();
  });

  test('what a profile sets for one rule holds for those that ask the same', async () => {
    // An explanation is asked for (PRG-05) wherever a milestone is missed (PRG-03) or a lamp is not green (PRG-02).
    expect(await optionOf('sichuan-2025', 'PRG-05', 'milestones')).toEqual({
      4: 0.25,
      6: 0.4,
      8: 0.6,
      10: 0.8,
    });
    expect(await optionOf('hefei', 'PRG-05', 'lampYellow')).toBe(1);
    expect(await optionOf('hefei', 'PRG-05', 'varianceWarnAbove')).toBe(0.2);
    expect(await optionOf('lt-standard', 'MON-06', 'yellow')).toBe(0.8);
    for (const id of ['ZP-01', 'ZP-12'])
      expect([id, await optionOf('hubei-self', id, 'executionWeight')]).toEqual([id, 20]);
  });
});

describe('the example of a policy file', () => {
  const file = 'fixtures/policy-example.yaml';

  test('loads with the rules there are', async () => {
    const loaded = await loadPolicy({ file, profile: null, rules });
    expect('mistakes' in loaded ? loaded.mistakes.map(({ message }) => message.zh) : []).toEqual([]);
    if ('mistakes' in loaded) return;
    const { policy } = loaded;
    expect(policy.name).toBe('示例区财政局');
    expect(policy.dueDay('T03', '2023-06', null)).toBe('2023-07-12');
    expect(policy.ruleSettings(ruleOf('PRG-04')).options).toMatchObject({
      warnAbove: 0.15,
      floor: 5_000_000,
    });
    expect(policy.ruleSettings(ruleOf('STR-10')).off).not.toBeNull();
    expect(policy.ruleSettings(ruleOf('DQ-10')).severity).toBe('warning');
    expect(policy.ruleSettings(ruleOf('PRG-05')).options).toMatchObject({
      milestones: { 3: 0.2, 6: 0.45, 9: 0.7, 12: 0.95 },
    });
    expect(whyNotApplied(policy.ruleSettings(ruleOf('SB-03')), '2023-06')?.zh).toBe(
      '适用于 2024年1月及以后，本期不适用',
    );
    expect(policy.curves('2023-06').map(({ name, basis, share }) => [name, basis.zh, share])).toEqual([
      [null, '按月份÷12', 0.5],
      ['直达资金', '按规定的各月比例', 0.6],
      ['三保', '按日历天数', 181 / 365],
      ['上级转移支付', '按工作日（含调休）', 123 / 249],
    ]);
  });

  test('shows everything that a settings file may say', async () => {
    const text = await readFile(file, 'utf8');
    const sections = [...Object.keys(policyFileSchema.shape), 'severity', 'off', 'effective', 'templates'];
    for (const name of [...sections, 'funds', 'projectNames', 'projectCode', 'workingDay', 'from'])
      expect([name, new RegExp(`^ *(- )?(\\w+: \\{ )?${name}:`, 'm').test(text)]).toEqual([name, true]);
  });

  test('names every shipped profile', async () => {
    const text = await readFile(file, 'utf8');
    for (const name of await profileNames()) expect(text).toContain(name);
  });

  test('keeps its promise that the curve in the comment works', async () => {
    const curve = /#\s+timeProgress: (\[.*\])/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
    expect(policyFileSchema.safeParse({ timeProgress: JSON.parse(curve) }).success).toBe(true);
  });
});

describe('thresholds that contradict each other', () => {
  const mistakesIn = async (text: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'policy-'));
    const file = join(folder, '设置.yaml');
    await writeFile(file, text);
    const loaded = await loadPolicy({ file, profile: null, rules });
    await rm(folder, { recursive: true });
    return 'mistakes' in loaded ? loaded.mistakes.map(({ message }) => message.zh) : [];
  };

  test.each([
    [
      'the grave one below the mild one',
      'PRG-04: { warnAbove: 0.5 }',
      'PRG-04：warnAbove（0.5）应不大于 errorAbove（0.4）。',
    ],
    ['bands out of order', 'ZP-11: { good: 95 }', 'ZP-11：good（95）应不大于 excellent（90）。'],
    [
      'days the other way round',
      'ZD-03: { errorDays: 40 }',
      'ZD-03：errorDays（40）应不大于 warnDays（30）。',
    ],
    [
      'a value shared by several rules is told of once',
      'PRG-02: { red: 0.9 }',
      'PRG-02：red（0.9）应不大于 yellow（0.8）。',
    ],
    [
      'a shared value that contradicts another rule',
      'PRG-05: { behindWarnAbove: 0.3 }',
      'PRG-01：warnAbove（0.3）应不大于 errorAbove（0.2）。',
    ],
  ])('are named with the line: %s', async (_, setting, expected) => {
    const mistakes = await mistakesIn(`rules:\n  ${setting}`);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(/^设置文件 设置.yaml 第 [12] 行 rules\./);
    expect(mistakes[0]?.endsWith(expected)).toBe(true);
  });

  test('are none where two thresholds are equal', async () => {
    expect(await mistakesIn('rules:\n  PRG-04: { warnAbove: 0.4 }')).toEqual([]);
  });
});

test('no rule has an option whose name means something else in a policy file', () => {
  for (const { meta } of rules) {
    expect([
      meta.id,
      Object.keys(meta.options.shape).filter((name) => ['severity', 'off', 'effective'].includes(name)),
    ]).toEqual([meta.id, []]);
  }
});

function ruleOf(id: string) {
  const rule = rules.find(({ meta }) => meta.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}

async function optionOf(profile: string, id: string, option: string): Promise<unknown> {
  const loaded = await loadPolicy({ file: null, profile, rules });
  if ('mistakes' in loaded) throw new Error(loaded.mistakes[0]?.message.zh);
  return loaded.policy.ruleSettings(ruleOf(id)).options[option];
}
