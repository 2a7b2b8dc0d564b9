import { numberingGap } from '../../../rules/cross-table/numbering-gap.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(numberingGap, {
  passes: {
    'a number that is shared out': {
      T17: [{ goal: '整治村庄18个：东片10个、西片8个' }, { goal: '整治村庄18个：1.东片10个；2.西片8个。' }],
    },
    'numbers that follow one another': { T17: [{ result: '①修路。②种树。③清淤。' }] },
    'as many as announced': { T17: [{ result: '采取3项措施如下：（1）宣传。（2）检查。（3）整改。' }] },
    'as many names as announced': { T17: [{ result: '下设3个内设机构，分别为党政办、党建办和应急办。' }] },
    'two lists in one text': { T17: [{ result: '①修路。②种树。另：①清淤。②养护。' }] },
    'words that number points, and a list that begins anew': {
      T17: [{ result: '一是修路。二要种树。三是清淤。另外：一是养护，二是检查。' }],
    },
    'an ordinal, and numbers larger than their last digit': {
      T17: [
        { result: '①第三类：甲、乙。②建成二十个村：甲、乙。' },
        { result: '①涉及十二项：甲、乙。②共110个：甲、乙。' },
      ],
    },
    'a list left open, and names joined by 和': {
      T17: [
        { goal: '采购3类物资为帐篷、棉被等应急物资', result: '覆盖4个村：甲村和乙村、丙村和丁村' },
        { goal: '涉及10个单位，分别为甲、乙、丙等10家', result: '覆盖2个高等学校，分别为甲校、乙校' },
      ],
    },
    'one thing that is for several': {
      T17: [{ result: '①建立一个为老服务、助残的平台。②打造一种以人为本、服务为先的机制。' }],
    },
  },
  fails: {
    'points numbered in words': {
      T17: [{ result: '一是修路。二是种树，四是清淤。' }],
      findings: ['notice 目标实现!D6: 「实现情况」中编号缺 三是。'],
    },
    'headings numbered in words': {
      T17: [{ result: '一、修路\n三、种树' }],
      findings: ['notice 目标实现!D6: 「实现情况」中编号缺 二、。'],
    },
    'fewer points in words than announced': {
      T17: [{ result: '采取3项措施：一是宣传；二是检查。' }],
      findings: ['notice 目标实现!D6: 「实现情况」称“3项措施：”，与列举的 2 项不符。'],
    },
    'a number that is skipped': {
      T17: [{ result: '①修路。②种树。③清淤。⑤养护。' }],
      findings: ['notice 目标实现!D6: 「实现情况」中编号缺 ④。'],
    },
    'numbers in brackets': {
      T17: [{ result: '（1）修路。（3）种树。（4）清淤。' }],
      findings: ['notice 目标实现!D6: 「实现情况」中编号缺 （2）。'],
    },
    'less than announced': {
      T17: [{ result: '采取4项措施如下：（1）宣传。（2）检查。（3）整改。' }],
      findings: ['notice 目标实现!D6: 「实现情况」称“4项措施如下：”，与列举的 3 项不符。'],
    },
    'more schools of higher education than announced': {
      T17: [{ result: '覆盖2个校区，分别为甲高等学校、乙高等学校、丙高等学校' }],
      findings: ['notice 目标实现!D6: 「实现情况」称“2个校区，分别为”，与列举的 3 项不符。'],
    },
    'fewer names than announced': {
      T17: [{ result: '下设三个内设机构，分别为党政办、党建办。' }],
      findings: ['notice 目标实现!D6: 「实现情况」称“三个内设机构，分别为”，与列举的 2 项不符。'],
    },
  },
  notApplicable: {
    'plain text': { T17: [{ goal: '硬化道路1.5公里', result: '硬化道路1.5公里' }] },
    'a reference to another list': { T17: [{ goal: '见附表④', result: '见附表④' }] },
    'grades of roads': { T17: [{ goal: '一、二、三级公路', result: '一、三级公路' }] },
    'a classified row': { T17: [{ goal: { gap: 'classified' }, result: '①修路。③种树。' }] },
  },
});
