import { periodMismatch } from '../../../rules/structure/period-mismatch.ts';
import { testRule } from '../../support/test-rule.ts';

const at = (cell: string) => ({ file: '青禾镇人民政府.xlsx', sheet: '支出进度', cell, label: null });

testRule(periodMismatch, {
  passes: { 'the period of the run': { T01: [{}] } },
  fails: {
    'another month': {
      T01: { rows: [{}], period: { conflicts: [{ stated: '2023年5月', place: at('A1') }] } },
      findings: ['error 支出进度!A1: 表上写的期间“2023年5月”与本次核验的 2023年6月 不一致。'],
    },
    'a sheet named after the month of its title says it once': {
      T01: {
        rows: [{}],
        period: {
          conflicts: [
            { stated: '2023年12月', place: at('A1') },
            { stated: '12月', place: at('A1') },
            { stated: '2月', place: at('Y4') },
          ],
        },
      },
      findings: ['error 支出进度!A1: 表上写的期间“2023年12月、2月”与本次核验的 2023年6月 不一致。'],
    },
    'several contradictions are one finding': {
      T01: {
        rows: [{}],
        period: {
          conflicts: [
            { stated: '2022年', place: at('A1') },
            { stated: '5月', place: at('Y4') },
            { stated: '5月', place: at('Z4') },
          ],
        },
      },
      findings: ['error 支出进度!A1: 表上写的期间“2022年、5月”与本次核验的 2023年6月 不一致。'],
    },
  },
  notApplicable: { 'a sheet that states no period': { T01: { rows: [{}], period: { from: 'run' } } } },
});
