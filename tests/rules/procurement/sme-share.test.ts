import { expect, test } from '@jest/globals';
import { gap } from '../../../fixtures/case.ts';
import { runRules } from '../../../fixtures/run-case.ts';
import { smeShare } from '../../../rules/procurement/sme-share.ts';
import { testRule } from '../../support/test-rule.ts';

const large = { budget: 300, contract: 100 };

testRule(smeShare, {
  passes: {
    'shares that read as what is asked for': {
      T15: [{ budget: 500, contract: 300.01, smeAmount: 90, microAmount: 54 }],
    },
    'a small firm': { T15: [{}] },
    'a medium firm': { T15: [{ supplierSize: '中型' }] },
    'larger purchases of which exactly three tenths go to a small firm': {
      T15: [
        { ...large, contract: 70, supplierSize: '大型' },
        { ...large, contract: 30, supplierSize: '小型' },
      ],
    },
    'exactly six tenths of it to small and micro firms': {
      T15: [{ ...large, smeAmount: 50, microAmount: 30 }],
    },
    'firms that are said to be small or medium': {
      T15: [{ supplierSize: '是' }, { supplierSize: '1-是' }, { supplierSize: '√' }],
    },
    'a larger purchase of an SME of no size given: its share is due, that of small firms not asked after': {
      T15: [{ ...large, supplierSize: '中小企业' }],
    },
    'goods just above the limit, shared out': {
      T15: [{ budget: 200.01, contract: 100, smeAmount: 30, microAmount: 30 }],
    },
  },
  fails: {
    'a small purchase from a large firm': {
      T15: [{}, { supplierSize: '大型' }],
      findings: [
        'warning 政府采购!F7: 「采购项目2」预算 10.00 万元，不超过 200.00 万元，应专门面向中小企业；面向中小企业份额 0.00%（要求 100%）。',
      ],
    },
    'a supplier that is said to be no small or medium firm': {
      T15: [{ supplierSize: '否' }],
      findings: [
        'warning 政府采购!F6: 「采购项目1」预算 10.00 万元，不超过 200.00 万元，应专门面向中小企业；面向中小企业份额 0.00%（要求 100%）。',
      ],
    },
    'supervision of works is a service: beyond the limit of services, and of large purchases': {
      T15: [{ category: '工程监理服务', budget: 300, contract: 290, supplierSize: '大型' }],
      findings: ['warning 政府采购!F6: 限额以上采购合同 290.00 万元，面向中小企业份额 0.00%（要求 ≥30%）。'],
    },
    'goods exactly at the limit': {
      T15: [{ budget: 200, contract: 190, smeAmount: 100, microAmount: 100 }],
      findings: [
        'warning 政府采购!G6: 「采购项目1」预算 200.00 万元，不超过 200.00 万元，应专门面向中小企业；面向中小企业份额 52.63%（要求 100%）。',
      ],
    },
    'works exactly at their limit': {
      T15: [{ category: 'B07 装修工程', budget: 400, contract: 390, supplierSize: '大型' }],
      findings: [
        'warning 政府采购!F6: 「采购项目1」预算 400.00 万元，不超过 400.00 万元，应专门面向中小企业；面向中小企业份额 0.00%（要求 100%）。',
      ],
    },
    'larger purchases just below three tenths': {
      T15: [
        { ...large, contract: 70.01, supplierSize: '大型' },
        { ...large, contract: 29.99, supplierSize: '小型' },
      ],
      findings: ['warning 政府采购!F6: 限额以上采购合同 100.00 万元，面向中小企业份额 29.99%（要求 ≥30%）。'],
    },
    'just below six tenths to small and micro firms': {
      T15: [{ ...large, smeAmount: 50, microAmount: 29.99 }],
      findings: [
        'warning 政府采购!G6: 限额以上采购面向中小企业 50.00 万元，其中小微企业占 59.98%（要求 ≥60%）。',
      ],
    },
  },
  undecidable: {
    'what small firms got, left blank': {
      T15: [{ ...large, smeAmount: 50, microAmount: null }],
      because: ['政府采购!H6'],
    },
    'a blank size': { T15: [{ supplierSize: null }], because: ['政府采购!F6'] },
    'a contract that cannot be read': { T15: [{ contract: gap('unreadable') }], because: ['政府采购!E6'] },
  },
  notApplicable: {
    'no column for sizes': { T15: { rows: [{}], without: ['supplierSize'] } },
    'a supplier that is no firm': { T15: [{ supplierSize: '事业单位' }] },
    'no contract yet': { T15: [{ contract: null }, { contract: gap('placeholder') }] },
  },
});

test('what the remark says of a small purchase comes along', () => {
  const remark = '专用设备，中小企业无法供应';
  const { findings } = runRules([smeShare], { T15: [{ supplierSize: '大型', remark }] });
  expect(findings.map(({ explanation }) => explanation)).toEqual([remark]);
});
