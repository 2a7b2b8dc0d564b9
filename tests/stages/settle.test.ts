import { describe, expect, test } from '@jest/globals';
import type { RuleCase } from '../../fixtures/case.ts';
import { runRules } from '../../fixtures/run-case.ts';
import { withTotals } from '../../fixtures/with-totals.ts';
import { rules } from '../../rules/index.ts';

/** What fails, and what waits for it, as `rule cell`. */
function told(one: RuleCase) {
  const { findings, failures } = runRules(rules, one);
  expect(failures).toEqual([]);
  const lines = (status: string) =>
    findings
      .filter((finding) => finding.status === status)
      .map(({ rule, where }) => `${rule} ${where[0]?.cell}`)
      .toSorted();
  return { fails: lines('fail'), waits: lines('undecidable') };
}

describe('one mistake is one finding', () => {
  test('spending in yuan: what else is said of its row waits for it, and so does the total of its column', () => {
    const good = withTotals('T01', [{}, {}, {}]);
    const { fails, waits } = told({ T01: { ...good, rows: [{}, { cumActual: 600_000 }, {}] } });
    expect(fails).toEqual(['DQ-14 Z7']);
    expect(waits).toEqual(expect.arrayContaining(['DQ-12 Z7', 'PRG-04 Z7', 'PRG-07 Z7', 'PRG-11 Z7']));
  });

  test('a total of another column is a mistake of its own', () => {
    const good = withTotals('T01', [{}, {}, {}]);
    const { fails } = told({
      T01: {
        ...good,
        rows: [{}, { cumActual: 600_000 }, {}],
        totals: [{ ...good.totals?.[0], initialBudget: 100 }],
      },
    });
    expect(fails).toEqual(['DQ-12 G9', 'DQ-14 Z7']);
  });

  test('another row is judged as ever', () => {
    const { fails } = told({ T01: withTotals('T01', [{ cumActual: 600_000 }, { execRate: 0.7 }]) });
    expect(fails).toEqual(['DQ-14 Z6', 'PRG-11 AA7']);
  });

  test('how another cell of the row was filled in is said all the same', () => {
    const { fails } = told({
      T01: withTotals('T01', [{ cumActual: 600_000, projectCode: '11000023T00000000001' }]),
    });
    expect(fails).toEqual(expect.arrayContaining(['DQ-14 Z6', 'DQ-16 B6']));
  });
});

describe('spending that is off and unexplained is asked about once', () => {
  /** What fails of the rules on progress: severity, rule and message. */
  function progress(one: RuleCase) {
    const { findings, failures, counts } = runRules(rules, one);
    expect(failures).toEqual([]);
    const own = findings.filter(({ rule, status }) => /^PRG-0[1-5]$/.test(rule) && status === 'fail');
    return {
      own,
      counts,
      told: own.map(({ rule, severity }) => `${severity} ${rule}`).toSorted(),
    };
  }

  test('its measures stand beside it as notices, and are named in it', () => {
    const { own, told, counts } = progress({
      T01: { rows: [{ cumActual: 12 }], period: { period: '2023-05' } },
      period: '2023-05',
      asOf: '2023-05-31',
    });
    expect(told).toEqual(['error PRG-05', 'notice PRG-01', 'notice PRG-02', 'notice PRG-04']);
    const asked = own.find(({ rule }) => rule === 'PRG-05');
    expect(asked?.message.zh).toMatch(
      /未填写差异原因。该项目“与分月支出计划差异率过大”“支出滞后序时进度”“支出进度亮红灯或黄灯”也在此一并说明，另以提示列出。$/,
    );
    expect(own.find(({ rule }) => rule === 'PRG-01')?.clears.zh).toBe('随“支出差异未说明”一并处理。');
    expect(counts.get('PRG-01')?.fail).toBe(1);
  });

  test('a missed milestone asks for a decision of its own', () => {
    expect(progress({ T01: [{ cumActual: 12 }] }).told).toEqual([
      'error PRG-03',
      'error PRG-05',
      'notice PRG-01',
      'notice PRG-02',
      'notice PRG-04',
    ]);
  });

  test('what is explained keeps its weight, and so does another project', () => {
    const reason = '按合同约定完工验收后支付第二笔款，预计8月底前支付，全年可支出完毕。';
    expect(progress({ T01: [{ cumActual: 12, reason }] }).told).toEqual([
      'error PRG-01',
      'error PRG-02',
      'error PRG-03',
      'error PRG-04',
    ]);
    expect(progress({ T01: [{ cumActual: 12, reason }, { cumActual: 12 }] }).told).toEqual([
      'error PRG-01',
      'error PRG-02',
      'error PRG-03',
      'error PRG-03',
      'error PRG-04',
      'error PRG-05',
      'notice PRG-01',
      'notice PRG-02',
      'notice PRG-04',
    ]);
  });
});
