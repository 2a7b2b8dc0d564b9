import { typos } from '../../../rules/cross-table/typos.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(typos, {
  passes: {
    'clean text': { T17: [{}] },
    'the same characters in their right place': {
      T17: [{ result: '同时排查隐患，固定资产产权清晰，及时排查。' }],
    },
    'a short sentence twice': { T17: [{ result: '项目已完成。项目已完成。' }] },
    'a comma between figures': { T17: [{ result: '完成1,234米' }] },
    'a classified row beside a clean one': { T17: [{}, { goal: { gap: 'classified' }, result: '完成。。' }] },
    'characters that are a slip elsewhere': {
      T17: [{ result: '按装机容量补助，既使群众受益，又带动产业' }],
    },
    'lengths that differ before the point': {
      T17: [{ result: '1.5公里道路硬化工程完成。2.5公里道路硬化工程完成。' }],
    },
  },
  fails: {
    'two different stops together': {
      T17: [{ result: '及时足额拨付，。' }],
      findings: ['notice 目标实现!D6: 「实现情况」疑似有 1 处错别字或标点错误：“，。”→“。”。'],
    },
    'equipment put up with the wrong character': {
      T17: [{ result: '设备按装调试' }],
      findings: ['notice 目标实现!D6: 「实现情况」疑似有 1 处错别字或标点错误：“按装调试”→“安装调试”。'],
    },
    'a sentence said twice under two numbers': {
      T17: [{ result: '一、及时足额拨付资金。二、及时足额拨付资金。' }],
      findings: ['notice 目标实现!D6: 「实现情况」中“及时足额拨付资金”写了两遍。'],
    },
    'a wrong character': {
      T17: [{ result: '权利做好受灾群众安置工作' }],
      findings: ['notice 目标实现!D6: 「实现情况」疑似有 1 处错别字或标点错误：“权利做好”→“全力做好”。'],
    },
    'a character missing at the start of a clause': {
      T17: [{ goal: '时排查调处矛盾，维护稳定' }],
      findings: ['notice 目标实现!C6: 「绩效目标」疑似有 1 处错别字或标点错误：“时排查”→“及时排查”。'],
    },
    'a doubled stop and an English comma': {
      T17: [{ goal: '确保稳定,保障专岗人员。。' }],
      findings: [
        'notice 目标实现!C6: 「绩效目标」疑似有 2 处错别字或标点错误：“。。”→“。”、“定,保”→“定，保”。',
      ],
    },
    'a sentence of exactly eight characters said twice': {
      T17: [{ goal: '及时足额拨付资金。及时足额拨付资金，保障运转。' }],
      findings: ['notice 目标实现!C6: 「绩效目标」中“及时足额拨付资金”写了两遍。'],
    },
  },
});
