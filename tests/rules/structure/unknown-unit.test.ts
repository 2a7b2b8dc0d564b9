import { unknownUnit } from '../../../rules/structure/unknown-unit.ts';
import { testRule } from '../../support/test-rule.ts';

const place = { file: '石桥镇_6月.xlsx', sheet: null, cell: null, label: null };

testRule(unknownUnit, {
  passes: { 'a unit of the roster': { T01: { rows: [{}], unit: { known: true } } } },
  fails: {
    'nothing says whose it is, and there is no roster': {
      T01: { rows: [{}], unit: { name: '进度表', stated: '', from: 'none', known: null } },
      findings: ['warning 支出进度!A2: 没有写明填报单位。'],
    },
    'no unit stated': {
      T01: { rows: [{}], unit: { name: '', stated: '', from: 'none', known: false } },
      findings: ['error 支出进度!A2: 没有写明填报单位。'],
    },
    'a unit that is not in the roster': {
      T01: { rows: [{}], unit: { known: false, stated: '某镇' } },
      findings: ['error 支出进度!A2: 填报单位「某镇」不在名册中。'],
    },
    'a unit whose name is nearly one of the roster': {
      T01: { rows: [{}], unit: { known: false, stated: '清禾镇政府', nearest: '青禾镇政府' } },
      findings: ['error 支出进度!A2: 填报单位「清禾镇政府」不在名册中，是否为「青禾镇政府」？'],
    },
    'a file name that says otherwise': {
      T01: {
        rows: [{}],
        unit: { name: '青禾镇', known: true, conflicts: [{ name: '石桥镇', from: 'file name', place }] },
      },
      findings: ['error 支出进度!A2: 填报单位是「青禾镇」，文件名写的却是「石桥镇」。'],
    },
    'a contradiction without a roster': {
      T01: {
        rows: [{}],
        unit: { name: '青禾镇', conflicts: [{ name: '石桥镇', from: 'title', place }] },
      },
      findings: ['error 支出进度!A2: 填报单位是「青禾镇」，标题写的却是「石桥镇」。'],
    },
  },
  notApplicable: { 'nothing to compare with, without a roster': { T01: [{}] } },
});
