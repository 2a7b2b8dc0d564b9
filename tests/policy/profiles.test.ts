import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
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

  test('the milestones of sichuan-2025 replace those of default', async () => {
    expect(await optionOf('default', 'PRG-03', 'milestones')).toEqual({
      3: 0.25,
      6: 0.5,
      9: 0.75,
      11: 0.9,
      12: 1,
    });
    expect(await optionOf('sichuan-2025', 'PRG-03', 'milestones')).toEqual({
      4: 0.25,
      6: 0.4,
      8: 0.6,
      10: 0.8,
    });
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
  });

  test('default has the thresholds of practice', async () => {
    expect(await optionOf('default', 'PRG-02', 'red')).toBe(0.6);
    expect(await optionOf('default', 'PRG-02', 'yellow')).toBe(0.8);
    expect(await optionOf('default', 'PRG-01', 'warnAbove')).toBe(0.1);
    expect(await optionOf('default', 'PRG-01', 'errorAbove')).toBe(0.2);
    expect(await optionOf('default', 'PRG-04', 'warnAbove')).toBe(0.2);
    expect(await optionOf('default', 'PRG-04', 'errorAbove')).toBe(0.4);
    expect(await optionOf('default', 'PRG-04', 'floor')).toBe(1_000_000);
  });

  test('hunan-dept expects all money to be released by June', async () => {
    expect(await optionOf('hunan-dept', 'PRG-13', 'dueMonth')).toBe(6);
    expect(await optionOf('hunan-dept', 'PRG-13', 'share')).toBe(1);
  });

  test('hubei-self scores execution with 20 points, qualitative indicators at 80 and 50 %', async () => {
    for (const id of ['ZP-01', 'ZP-05', 'ZP-12'])
      expect([id, await optionOf('hubei-self', id, 'executionWeight')]).toEqual([id, 20]);
    expect(await optionOf('hubei-self', 'ZP-07', 'reachedFrom')).toBe(0.8);
    expect(await optionOf('hubei-self', 'ZP-07', 'partlyFrom')).toBe(0.5);
    expect(await optionOf('default', 'ZP-07', 'partlyFrom')).toBe(0.6);
    expect(await optionOf('default', 'ZP-05', 'executionWeight')).toBe(10);
  });

  test('lt-standard has lamps of indicators, grades and limits of self-ratings as published', async () => {
    for (const [id, option, value] of [
      ['MON-02', 'red', 0.6],
      ['MON-06', 'yellow', 0.8],
      ['MON-02', 'blue', 1.2],
      ['ZP-11', 'excellent', 90],
      ['ZP-11', 'good', 80],
      ['ZP-11', 'fair', 60],
      ['ZP-12', 'maximumLead', 0.05],
      ['ZP-12', 'maximumUnspent', 0.2],
    ] as const)
      expect([id, option, await optionOf('lt-standard', id, option)]).toEqual([id, option, value]);
  });

  test('hefei is red wherever time progress is not reached', async () => {
    expect(await optionOf('hefei', 'PRG-02', 'red')).toBe(1);
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
