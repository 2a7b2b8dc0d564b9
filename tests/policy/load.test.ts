import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { submission } from '../../fixtures/submission.ts';
import type { Row } from '../../pipeline/model/submission.ts';
import { loadPolicy } from '../../pipeline/policy/load.ts';
import { rulesOf } from '../../pipeline/policy/rules-of.ts';
import { policyFrom } from '../../pipeline/policy/settings.ts';
import { parseSettings } from '../../pipeline/policy/settings-file.ts';
import { whyNotApplied } from '../../pipeline/policy/why-not-applied.ts';
import { templateIds } from '../../pipeline/templates/index.ts';
import { defineRule } from '../../rules/rule.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const variance = exampleRule(
  'PRG-04',
  'variance-from-plan',
  z.object({
    warnAbove: z.number().min(0).max(1).default(0.2),
    errorAbove: z.number().min(0).max(1).default(0.4),
    floor: z.number().int().default(1_000_000),
  }),
);
const milestones = exampleRule(
  'PRG-03',
  'milestone-missed',
  z.object({ milestones: z.record(z.string(), z.number().min(0).max(1)).default({ '3': 0.25, '12': 1 }) }),
);
const bands = exampleRule(
  'ZP-11',
  'grade-band',
  z.object({
    bands: z.object({ good: z.number(), fair: z.number() }).default({ good: 90, fair: 80 }),
    words: z.array(z.enum(['优', '良'])).default(['优']),
  }),
);
const rules = [milestones, variance, bands];

describe('a policy file', () => {
  test('changes the options it names and no other', async () => {
    const policy = await policyOf('rules: { PRG-04: { warnAbove: 0.1 } }');
    expect(policy.ruleSettings(variance)).toEqual({
      options: { warnAbove: 0.1, errorAbove: 0.4, floor: 1_000_000 },
      severity: null,
      off: null,
      effective: { from: null, to: null },
    });
  });

  test('gives a table of values as a whole, never mixed with the one before', async () => {
    const policy = await policyOf('rules: { PRG-03: { milestones: { 4: 0.25 } } }');
    expect(policy.ruleSettings(milestones).options).toEqual({ milestones: { '4': 0.25 } });
  });

  test('switches a rule on again that the profile has switched off', () => {
    const layerOf = (text: string) => {
      const parsed = parseSettings(text, 'one.yaml');
      if ('mistakes' in parsed) throw new Error('mistakes');
      return parsed.settings;
    };
    const below = layerOf('rules: { PRG-04: { off: 本年度没有分月计划, floor: 5 } }');
    const above = layerOf('rules: { PRG-04: { off: false } }');
    expect(rulesOf([below], rules).rules['PRG-04']?.off).toBe('本年度没有分月计划');
    expect(rulesOf([below, above], rules).rules['PRG-04']).toMatchObject({
      off: null,
      options: { floor: 5 },
    });
  });

  test('sets a threshold that rules share for all of them, but for those with a value of their own', async () => {
    const red = z.number().max(1).default(0.6);
    const one = exampleRule('PRG-02', 'one', z.object({ red }));
    const two = exampleRule('PRG-05', 'two', z.object({ red, other: z.number().max(1).default(0.6) }));
    const optionsOf = async (text: string) => {
      const loaded = await loadPolicy({ file: await fileWith(text), profile: null, rules: [one, two] });
      if ('mistakes' in loaded) return loaded.mistakes.map(({ path }) => path);
      return [one, two].map((rule) => loaded.policy.ruleSettings(rule).options);
    };
    expect(await optionsOf('rules: { PRG-02: { red: 0.5 } }')).toEqual([
      { red: 0.5 },
      { red: 0.5, other: 0.6 },
    ]);
    expect(await optionsOf('rules: { PRG-05: { red: 0.5 } }')).toEqual([
      { red: 0.5 },
      { red: 0.5, other: 0.6 },
    ]);
    expect(await optionsOf('rules: { PRG-02: { red: 0.5 }, PRG-05: { red: 0.4 } }')).toEqual([
      { red: 0.5 },
      { red: 0.4, other: 0.6 },
    ]);
    expect(await optionsOf('rules: { PRG-02: { red: 5 } }')).toEqual(['rules.PRG-02.red']);
  });

  test('sets a severity and switches a rule off with a reason', async () => {
    const policy = await policyOf(
      'rules:\n  PRG-04: { severity: notice }\n  PRG-03: { off: 本年度没有节点要求 }',
    );
    expect(policy.ruleSettings(variance).severity).toBe('notice');
    expect(policy.ruleSettings(milestones).off).toBe('本年度没有节点要求');
  });

  test('tells its name, and what it changes for the report', async () => {
    const policy = await policyOf('name: 示例区\nrules: { PRG-04: { warnAbove: 0.1 } }');
    expect(policy.name).toBe('示例区');
    expect(policy.overrides).toEqual({ profile: 'default', rules: { 'PRG-04': { warnAbove: 0.1 } } });
  });

  test('without a name goes by its file', async () => {
    expect((await policyOf('', '示例区设置.yaml')).name).toBe('示例区设置');
  });

  test('may be saved in GB18030, as an old editor does', async () => {
    const path = join(folder, 'gbk.yaml');
    await writeFile(path, iconv.encode('name: 示例区财政局设置', 'gb18030'));
    const loaded = await loadPolicy({ file: path, profile: null, rules });
    expect('policy' in loaded && loaded.policy.name).toBe('示例区财政局设置');
  });

  test('is not needed: the default profile holds, and nothing is changed', async () => {
    const loaded = await loadPolicy({ file: null, profile: null, rules });
    if ('mistakes' in loaded) throw new Error(loaded.mistakes[0]?.message.zh);
    expect(loaded.policy.name).toBe('default');
    expect(loaded.policy.overrides).toEqual({});
    expect(loaded.policy.ruleSettings(bands).options).toEqual({
      bands: { good: 90, fair: 80 },
      words: ['优'],
    });
  });

  test('becomes plain settings that give the same policy in another process', async () => {
    const policy = await policyOf(
      'timeProgress: day\ndeadlines: { T03: { day: 8 } }\nrules: { PRG-04: { warnAbove: 0.1 } }',
    );
    const copy = policyFrom(structuredClone(policy.settings));
    expect(copy.ruleSettings(variance)).toEqual(policy.ruleSettings(variance));
    expect(copy.timeProgress('2023-06')).toBe(policy.timeProgress('2023-06'));
    expect(copy.dueDay('T03', '2023-06', null)).toBe('2023-07-08');
  });
});

describe('time progress', () => {
  test.each([
    ['month', 6 / 12],
    ['day', 181 / 365],
    ['workday', 123 / 249],
  ])('by %s', async (curve, expected) => {
    expect((await policyOf(`timeProgress: ${curve}`)).timeProgress('2023-06')).toBeCloseTo(expected, 12);
  });

  test('by day knows leap years', async () => {
    expect((await policyOf('timeProgress: day')).timeProgress('2024-02')).toBeCloseTo(60 / 366, 12);
  });

  test('is whole at the end of the year, however it is counted', async () => {
    for (const curve of ['month', 'day', 'workday']) {
      expect((await policyOf(`timeProgress: ${curve}`)).timeProgress('2024-12')).toBe(1);
    }
  });

  test('by an own curve', async () => {
    const policy = await policyOf(`timeProgress: [${curveOf((month) => Math.min(100, month * 10))}]`);
    expect(policy.timeProgress('2023-04')).toBe(0.4);
    expect(policy.timeProgress('2023-11')).toBe(1);
  });
});

describe('curves of their own', () => {
  const months = curveOf((month) => Math.min(100, month * 10));
  const rowOf = (values: Readonly<Record<string, string>>, id: 'T01' | 'T03' | 'T08' | 'T10' = 'T01') => {
    const [row] = Object.values(submission(id, [values]).tables)[0]?.rows ?? [];
    if (row === undefined) throw new Error('no row');
    return row;
  };

  test('are chosen by table, kind of money, name or code, the first that fits', async () => {
    const policy = await policyOf(
      [
        'curves:',
        `  - { name: 直达资金, templates: [T10], funds: [直达], timeProgress: [${months}] }`,
        '  - { name: 运转保障, projectNames: [（运转保障）], timeProgress: day }',
        '  - { name: 转移支付, funds: [中央, 省级], projectCode: "^Z", timeProgress: workday }',
      ].join('\n'),
    );
    const judged = (row: Row) => policy.timeProgressOf(row, '2023-06');
    expect(judged(rowOf({}))).toEqual({ share: 0.5, curve: null });
    expect(judged(rowOf({}, 'T10'))).toEqual({ share: 0.6, curve: '直达资金' });
    expect(judged(rowOf({ fundSource: '中央直达' }))).toEqual({ share: 0.6, curve: '直达资金' });
    expect(judged(rowOf({ projectName: '综合办公经费（运转保障）' }))).toEqual({
      share: 181 / 365,
      curve: '运转保障',
    });
    expect(judged(rowOf({ fundSource: '中央' }))).toEqual({ share: 123 / 249, curve: '转移支付' });
    expect(judged(rowOf({ projectCode: 'Z135110009001' }, 'T03')).curve).toBe('转移支付');
  });

  test('are told with how each counts, the general one first', async () => {
    const policy = await policyOf(
      `curves: [{ name: 直达资金, templates: [T10], timeProgress: [${months}] }]`,
    );
    expect(policy.curves('2023-06').map(({ name, basis, share }) => [name, basis.zh, share])).toEqual([
      [null, '按月份÷12', 0.5],
      ['直达资金', '按规定的各月比例', 0.6],
    ]);
  });
});

describe('the dates a rule holds for', () => {
  const held = (from?: string, to?: string) => ({
    ...variance,
    meta: { ...variance.meta, effective: { ...(from && { from }), ...(to && { to }) } },
  });
  const settingsOf = async (text: string, rule = variance) => {
    const loaded = await loadPolicy({ file: await fileWith(text), profile: null, rules: [rule] });
    if ('mistakes' in loaded) throw new Error(loaded.mistakes[0]?.message.zh);
    return loaded.policy.ruleSettings(rule);
  };

  test('are its own until the settings say otherwise, each end by itself', async () => {
    expect((await settingsOf('', held('2023-01'))).effective).toEqual({ from: '2023-01', to: null });
    const text = 'rules: { PRG-04: { effective: { to: 2024-12 } } }';
    expect((await settingsOf(text, held('2023-01', '2023-12'))).effective).toEqual({
      from: '2023-01',
      to: '2024-12',
    });
  });

  test('decide, both ends included, whether it is applied, and why it is not', async () => {
    const settings = await settingsOf('rules: { PRG-04: { effective: { from: 2023-06, to: 2023-09 } } }');
    const why = (period: string) => whyNotApplied(settings, period)?.zh ?? null;
    expect([why('2023-06'), why('2023-09')]).toEqual([null, null]);
    expect(why('2023-05')).toBe('适用于 2023年6月至 2023年9月，本期不适用');
    expect(why('2023-10')).toBe('适用于 2023年6月至 2023年9月，本期不适用');
  });

  test('are told open at either end', async () => {
    const sentence = async (text: string) =>
      whyNotApplied(await settingsOf(`rules: { PRG-04: { effective: ${text} } }`), '2023-06')?.zh;
    expect(await sentence('{ from: 2024-01 }')).toBe('适用于 2024年1月及以后，本期不适用');
    expect(await sentence('{ to: 2022-12 }')).toBe('适用于 2022年12月及以前，本期不适用');
  });
});

describe('the notices', () => {
  test('have neither office nor deadline when nobody sets them', async () => {
    const policy = await policyOf('');
    expect([policy.office, policy.answerBy('2023-07-12')]).toEqual([null, null]);
  });

  test('have the office and the working days that are set', async () => {
    const policy = await policyOf('office: 示例区财政局\nanswerWithin: 5');
    expect([policy.office, policy.answerBy('2023-07-12')]).toEqual(['示例区财政局', '2023-07-19']);
  });
});

describe('deadlines', () => {
  test('are the fifth working day of the next month, and day 10 for T11', async () => {
    const policy = await policyOf('');
    expect(policy.dueDay('T01', '2023-06', null)).toBe('2023-07-07');
    expect(policy.dueDay('T11', '2023-06', null)).toBe('2023-07-10');
  });

  test('reach into the next year', async () => {
    expect((await policyOf('')).dueDay('T01', '2023-12', null)).toBe('2024-01-08');
  });

  test('follow holidays and make-up days, and those the file adds', async () => {
    expect((await policyOf('')).dueDay('T01', '2023-09', null)).toBe('2023-10-11');
    const added = 'calendar: { holidays: [2027-01-01], workdays: [2027-01-02] }';
    expect((await policyOf('')).dueDay('T01', '2026-12', null)).toBe('2027-01-07');
    expect((await policyOf(added)).dueDay('T01', '2026-12', null)).toBe('2027-01-07');
    expect((await policyOf('calendar: { holidays: [2027-01-01] }')).dueDay('T01', '2026-12', null)).toBe(
      '2027-01-08',
    );
  });

  test('of one template are changed alone', async () => {
    const policy = await policyOf('deadlines: { T03: { workingDay: 3 } }');
    expect(policy.dueDay('T03', '2023-06', null)).toBe('2023-07-05');
    expect(policy.dueDay('T01', '2023-06', null)).toBe('2023-07-07');
  });

  test('of the roster go first, and end with the month', async () => {
    const policy = await policyOf('');
    expect(policy.dueDay('T01', '2023-06', 3)).toBe('2023-07-03');
    expect(policy.dueDay('T11', '2023-01', 31)).toBe('2023-02-28');
  });
});

describe('profiles', () => {
  test('the command line goes before the file', async () => {
    const path = await fileWith('profile: nowhere');
    const loaded = await loadPolicy({ file: path, profile: 'default', rules });
    expect('policy' in loaded && loaded.policy.overrides).toEqual({ profile: 'default' });
  });

  test('an unknown one on the command line is answered with the nearest', async () => {
    const loaded = await loadPolicy({ file: null, profile: 'defualt', rules });
    if ('policy' in loaded) throw new Error('loaded');
    expect(loaded.mistakes[0]).toMatchObject({ file: null, line: null, path: '--profile' });
    expect(loaded.mistakes[0]?.message.zh).toMatch(
      /^没有名为“defualt”的方案。是不是“default”？可用的有：default、/,
    );
  });

  test('an unknown one in the file is answered with its line', async () => {
    expect(await mistakesOf('name: a\nprofile: defualt')).toEqual([
      expect.stringContaining('第 2 行 profile：没有名为“defualt”的方案。是不是“default”？'),
    ]);
  });
});

describe('a mistake names line, path, what was found and what is allowed', () => {
  test.each([
    [
      'an unknown name',
      'name: a\ntimeProgres: day',
      ['第 2 行 timeProgres：没有“timeProgres”这一项，是不是“timeProgress”？'],
    ],
    [
      'an unknown rule',
      'rules:\n  PRG-4: { warnAbove: 0.1 }',
      ['第 2 行 rules.PRG-4：没有编号为“PRG-4”的规则，是不是“PRG-04”？'],
    ],
    [
      "a rule's name where its id belongs",
      'rules:\n  variance-from-plan: {}',
      ['第 2 行 rules.variance-from-plan：没有编号为“variance-from-plan”的规则，是不是“PRG-04”？'],
    ],
    [
      'an unknown option',
      'rules:\n  PRG-04:\n    warnabove: 0.1',
      ['第 3 行 rules.PRG-04.warnabove：没有“warnabove”这一项，是不是“warnAbove”？'],
    ],
    [
      'an option near to none',
      'rules: { PRG-04: { x: 0.1 } }',
      [
        '第 1 行 rules.PRG-04.x：没有“x”这一项，可用的有：warnAbove、errorAbove、floor、severity、off、effective。',
      ],
    ],
    [
      'a percentage',
      'rules: { PRG-04: { warnAbove: 20% } }',
      ['第 1 行 rules.PRG-04.warnAbove：现为文字“20%”，应为 0 到 1 的数字。百分数请写成小数，如 0.2。'],
    ],
    [
      'a share above one',
      'rules:\n  PRG-04:\n    floor: 0\n    warnAbove: 20',
      ['第 4 行 rules.PRG-04.warnAbove：现为 20，应为 0 到 1 的数字。百分数请写成小数，如 0.2。'],
    ],
    [
      'a fraction of a fen',
      'rules: { PRG-04: { floor: 0.5 } }',
      ['第 1 行 rules.PRG-04.floor：现为 0.5，应为整数。'],
    ],
    [
      'a value deep in an option',
      'rules:\n  PRG-03:\n    milestones:\n      4: 0.25\n      6: 很快',
      ['第 5 行 rules.PRG-03.milestones.6：现为文字“很快”，应为 0 到 1 的数字。'],
    ],
    [
      'an unknown name deep in an option',
      'rules: { ZP-11: { bands: { good: 90, fair: 80, poor: 60 } } }',
      ['第 1 行 rules.ZP-11.bands.poor：没有“poor”这一项。'],
    ],
    [
      'a missing part of an option',
      'rules: { ZP-11: { bands: { good: 90 } } }',
      ['第 1 行 rules.ZP-11.bands.fair：没有填写，应为数字。'],
    ],
    [
      'a word that is not in a list',
      'rules:\n  ZP-11:\n    words:\n      - 优\n      - 差',
      ['第 5 行 rules.ZP-11.words[2]：现为文字“差”，应为优、良 之一。'],
    ],
    [
      'a rule switched off without a reason',
      'rules: { PRG-04: { off: true } }',
      ['第 1 行 rules.PRG-04.off：现为 true，应为停用原因（写成一句话，报告会印出）；不停用请删去 off。'],
    ],
    [
      'a reason that says nothing',
      'rules: { PRG-04: { off: yes } }',
      ['第 1 行 rules.PRG-04.off：现为文字“yes”，应为停用原因（写成一句话，报告会印出）；不停用请删去 off。'],
    ],
    [
      'an unknown severity',
      'rules: { PRG-04: { severity: fatal } }',
      [
        '第 1 行 rules.PRG-04.severity：现为文字“fatal”，应为 error（错误）、warning（需说明）或 notice（提示）。',
      ],
    ],
    [
      'an unknown curve',
      'timeProgress: week',
      [
        '第 1 行 timeProgress：现为文字“week”，应为 month（按月）、day（按日）、workday（按工作日），或 [ … ] 中 1 至 12 月底应达到的 12 个百分数。',
      ],
    ],
    [
      'a curve nearly known',
      'timeProgress: workdays',
      [
        '第 1 行 timeProgress：现为文字“workdays”，应为 month（按月）、day（按日）、workday（按工作日），或 [ … ] 中 1 至 12 月底应达到的 12 个百分数。是不是“workday”？',
      ],
    ],
    [
      'a severity nearly known',
      'rules: { PRG-04: { severity: eror } }',
      [
        '第 1 行 rules.PRG-04.severity：现为文字“eror”，应为 error（错误）、warning（需说明）或 notice（提示）。是不是“error”？',
      ],
    ],
    [
      'a curve with a month beyond the whole',
      `timeProgress: [${curveOf((month) => (month === 4 ? 330 : 50))}]`,
      ['第 1 行 timeProgress[4]：现为 330，应为大于 0、不大于 100 的数字。'],
    ],
    [
      'a curve with a month of nothing',
      `timeProgress: [${curveOf((month) => (month === 4 ? 0 : 50))}]`,
      ['第 1 行 timeProgress[4]：现为 0，应为大于 0、不大于 100 的数字。'],
    ],
    [
      'a curve that falls',
      `timeProgress: [${curveOf((month) => 100 / month)}]`,
      [
        '第 1 行 timeProgress：现为列表，应为 1 月到 12 月共 12 个逐月持平或上升的百分数，如 [8, 16, 25, 33, 42, 50, 58, 67, 75, 83, 92, 100]。',
      ],
    ],
    [
      'a curve of eleven months',
      'timeProgress: [8, 16, 25, 33, 42, 50, 58, 67, 75, 83, 92]',
      [
        '第 1 行 timeProgress：现为列表，应为 1 月到 12 月共 12 个逐月持平或上升的百分数，如 [8, 16, 25, 33, 42, 50, 58, 67, 75, 83, 92, 100]。',
      ],
    ],
    [
      'a curve in fractions',
      `timeProgress: [${curveOf((month) => month / 12)}]`,
      [
        '第 1 行 timeProgress：现为列表，应为 1 月到 12 月共 12 个逐月持平或上升的百分数，如 [8, 16, 25, 33, 42, 50, 58, 67, 75, 83, 92, 100]。',
      ],
    ],
    [
      'a curve for nothing in particular',
      'curves:\n  - name: 直达资金\n    timeProgress: day',
      [
        '第 2 行 curves[1]：现为一组设置，应为至少写明用于哪些项目的一组设置：templates、funds、projectNames、projectCode 之一。',
      ],
    ],
    [
      'a curve for an unknown template',
      'curves:\n  - name: 直达资金\n    templates: [T1O]\n    timeProgress: day',
      [`第 3 行 curves[1].templates[1]：现为文字“T1O”，应为 ${templateIds.join('、')} 之一。是不是“T10”？`],
    ],
    [
      'a curve with a sign nobody knows',
      'curves:\n  - name: 直达资金\n    fund: [直达资金]\n    timeProgress: day',
      [
        '第 2 行 curves[1]：现为一组设置，应为至少写明用于哪些项目的一组设置：templates、funds、projectNames、projectCode 之一。',
        '第 3 行 curves[1].fund：没有“fund”这一项，是不是“funds”？',
      ],
    ],
    [
      'a curve for codes that are no pattern',
      'curves:\n  - { name: 转移支付, projectCode: "[Z", timeProgress: day }',
      ['第 2 行 curves[1].projectCode：现为文字“[Z”，应为正则表达式，如 ^Z13。'],
    ],
    [
      'a month a rule begins with that is none',
      'rules: { PRG-04: { effective: { from: 2024年1月 } } }',
      ['第 1 行 rules.PRG-04.effective.from：现为文字“2024年1月”，应为月份，如 2024-01。'],
    ],
    [
      'a rule that ends before it begins',
      'rules: { PRG-04: { effective: { from: 2024-02, to: 2024-01 } } }',
      ['第 1 行 rules.PRG-04.effective：现为一组设置，应为先后相连的月份：from 不晚于 to。'],
    ],
    [
      'a rule with dates by another name',
      'rules: { PRG-04: { effective: { form: 2024-02 } } }',
      ['第 1 行 rules.PRG-04.effective.form：没有“form”这一项，可用的有：from、to。'],
    ],
    [
      'an unknown template',
      'deadlines: { T99: { day: 10 } }',
      ['第 1 行 deadlines.T99：没有“T99”这一项，是不是“T09”？'],
    ],
    [
      'a day no month has',
      'deadlines: { T01: { day: 45 } }',
      ['第 1 行 deadlines.T01.day：现为 45，应为 1 到 31 的整数。'],
    ],
    [
      'a day that does not exist',
      'calendar: { holidays: [2027-02-30] }',
      ['第 1 行 calendar.holidays[1]：现为文字“2027-02-30”，应为日期，如 2027-02-05。'],
    ],
    [
      'a day both off and worked',
      'calendar:\n  holidays: [2027-02-05]\n  workdays: [2027-02-05]',
      ['第 1 行 calendar：现为一组设置，应为互不重复的日期：同一天只能写在 holidays 或 workdays 之一。'],
    ],
    [
      'a colon as it is typed in Chinese',
      '# 设置\nname：示例区',
      ['第 2 行：用了中文冒号“：”，请改为英文冒号加一个空格“: ”。'],
    ],
    ['a name given twice', 'name: a\nname: b', ['第 2 行：同一名称写了两次，请删去一处。']],
    ['a tab', 'rules:\n\tPRG-04: {}', ['第 2 行：用了制表符缩进，请改用空格。']],
    ['a list', '- a', ['第 1 行：内容应为一组“名称: 值”，如“profile: default”。']],
    ['a tag', 'name: !important', ['第 1 行：以 ! 开头的内容不能识别，请给文字加上引号。']],
    ['a reference', 'name: *a', ['第 1 行：以 * 开头的内容会被当作引用，请给文字加上引号。']],
  ])('%s', async (_, text, expected) => {
    const mistakes = await mistakesOf(text);
    expect(mistakes).toEqual(expected.map((sentence) => `设置文件 own.yaml ${sentence}`));
  });

  test('in English as well', async () => {
    const path = await fileWith('rules:\n  PRG-04: { warnAbove: 20% }');
    const loaded = await loadPolicy({ file: path, profile: null, rules });
    expect(
      'mistakes' in loaded && loaded.mistakes.map(({ line, path, message }) => [line, path, message.en]),
    ).toEqual([
      [
        2,
        'rules.PRG-04.warnAbove',
        'settings file own.yaml, line 2, rules.PRG-04.warnAbove: found the text "20%"; expected a number from 0 to 1. Write percentages as fractions, e.g. 0.2.',
      ],
    ]);
  });

  test('and all of them are told at once, in the order of the lines', async () => {
    const mistakes = await mistakesOf('rules:\n  PRG-04: { warnAbove: x }\n  PRG-99: {}\ntimeProgress: week');
    expect(mistakes.map((sentence) => /第 (\d+) 行/.exec(sentence)?.[1])).toEqual(['2', '3', '4']);
  });

  test.each<[string, (path: string) => Promise<unknown>, string]>([
    ['a folder', (path) => mkdir(path), '是文件夹，不是文件。'],
    [
      'a file beyond any settings',
      (path) => writeFile(path, Buffer.alloc(1024 * 1024 + 1, 35)),
      '文件过大，不像是设置文件。',
    ],
    [
      'a text in no known encoding',
      (path) => writeFile(path, Buffer.from([0x6e, 0xff, 0xff])),
      '文字编码无法识别，请以 UTF-8 保存。',
    ],
  ])('%s', async (name, make, expected) => {
    const path = join(folder, `${name}.yaml`);
    await make(path);
    const loaded = await loadPolicy({ file: path, profile: null, rules });
    expect('mistakes' in loaded && loaded.mistakes.map(({ message }) => message.zh)).toEqual([
      `设置文件 ${name}.yaml：${expected}`,
    ]);
  });

  test('a file that is not there', async () => {
    const loaded = await loadPolicy({ file: join(folder, 'none.yaml'), profile: null, rules });
    expect('mistakes' in loaded && loaded.mistakes[0]?.message.zh).toBe(
      '设置文件 none.yaml：找不到这个文件。',
    );
  });
});

function exampleRule(id: string, name: string, options: z.ZodObject) {
  return defineRule({
    meta: {
      id,
      name,
      title: { zh: '示例', en: 'Example' },
      group: 'spending',
      scope: 'table',
      needs: [],
      severity: 'warning',
      basis: { source: '示例', why: { zh: '示例', en: 'example' } },
      options,
      messages: {},
    },
    *check() {},
  });
}

function curveOf(share: (month: number) => number): string {
  return Array.from({ length: 12 }, (_, index) => share(index + 1)).join(', ');
}

async function fileWith(text: string, name = 'own.yaml'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function policyOf(text: string, name?: string) {
  const loaded = await loadPolicy({ file: await fileWith(text, name), profile: null, rules });
  if ('mistakes' in loaded) throw new Error(loaded.mistakes.map(({ message }) => message.zh).join('\n'));
  return loaded.policy;
}

async function mistakesOf(text: string): Promise<string[]> {
  const loaded = await loadPolicy({ file: await fileWith(text), profile: null, rules });
  return 'mistakes' in loaded ? loaded.mistakes.map(({ message }) => message.zh) : [];
}
