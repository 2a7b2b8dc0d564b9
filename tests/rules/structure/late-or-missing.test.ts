import { refuse } from '../../../pipeline/model/refusal.ts';
import { lateOrMissing } from '../../../rules/structure/late-or-missing.ts';
import { testRule } from '../../support/test-rule.ts';

const unit = { code: '101', name: '青禾镇', aliases: ['青禾镇人民政府'], owes: ['T01'], dueDay: 7 } as const;
const file = { sha256: '0'.repeat(64), units: [], refusal: null, unrecognised: [] };
const signed = (date: string) => ({ rows: [{}], signatures: { 填报日期: date } });

testRule(lateOrMissing, {
  passes: {
    'handed in on the last day': { roster: [unit], T01: signed('2023-07-07'), asOf: '2023-07-31' },
    'handed in before the deadline, without a date': { roster: [unit], T01: [{}], asOf: '2023-07-07' },
    'first version in time, second one late': {
      roster: [unit],
      T01: signed('2023-07-20'),
      superseded: { T01: signed('2023年7月5日') },
      asOf: '2023-07-31',
    },
  },
  fails: {
    'dated one day after the deadline': {
      roster: [unit],
      T01: signed('2023年7月8日'),
      findings: [
        'warning 支出进度!A20: 青禾镇的《项目分月支出进度表》应于 2023-07-07 前报送，填报日期为 2023-07-08，逾期 1 天。',
      ],
    },
    'dated without a year, under another label': {
      roster: [unit],
      T01: { rows: [{}], signatures: { 填表日期: '7月10日' } },
      findings: [
        'warning 支出进度!A20: 青禾镇的《项目分月支出进度表》应于 2023-07-07 前报送，填报日期为 2023-07-10，逾期 3 天。',
      ],
    },
    'nothing handed in': {
      roster: [unit, { ...unit, name: '石桥镇', aliases: [], owes: ['T01', 'T08'] }],
      T01: signed('2023-07-05'),
      findings: ['error !: 石桥镇应于 2023-07-07 前报送《项目分月支出进度表》、《“三保”支出表》，未报。'],
    },
    'one of two tables handed in': {
      roster: [{ ...unit, owes: ['T01', 'T08'] }],
      T01: signed('2023-07-05'),
      findings: ['error !: 青禾镇应于 2023-07-07 前报送《“三保”支出表》，未报。'],
    },
    'a file of another unit that could not be read': {
      roster: [unit],
      units: {},
      files: [{ ...file, file: '石桥镇.xlsx', units: ['石桥镇'], refusal: refuse('ENCRYPTED') }],
      findings: ['error !: 青禾镇应于 2023-07-07 前报送《项目分月支出进度表》，未报。'],
    },
  },
  undecidable: {
    'no date, after the deadline': {
      roster: [unit],
      T01: [{}],
      asOf: '2023-07-08',
      because: ['支出进度!null'],
    },
    'a date nobody can read, after the deadline': {
      roster: [unit],
      T01: signed('月初'),
      asOf: '2023-07-08',
      because: ['支出进度!A20'],
    },
  },
  notApplicable: {
    'no roster': { T01: [{}] },
    'the only file could not be read': {
      roster: [unit],
      units: {},
      files: [{ ...file, file: '青禾镇.xlsx', units: ['青禾镇'], refusal: refuse('ENCRYPTED') }],
    },
    'a sheet of another month': { roster: [unit], unjudged: { T01: [{}] } },
    'a unit that owes nothing': { roster: [{ ...unit, owes: [] }] },
  },
});
