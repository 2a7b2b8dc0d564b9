import { gap } from '../../../fixtures/case.ts';
import { fact } from '../../../fixtures/fact.ts';
import { staffing } from '../../../rules/assets/staffing.ts';
import { testRule } from '../../support/test-rule.ts';

const people = (count: number) => ({ staff: count, lastStaff: count });

testRule(staffing, {
  passes: {
    'fewer staff than posts': { T11: { form: people(66) } },
    'exactly as many': { T11: { form: people(68) } },
    'a change that is explained': { T11: { form: { staff: 66, lastStaff: 65, changeReason: '新招录1人' } } },
    'a change explained in one word': {
      T11: { form: { staff: 65, lastStaff: 66, changeReason: '退休' } },
    },
    'the report: more than posts only the year before': {
      T19: [
        fact('编制数', 68, { valueUnit: '人' }),
        fact('在编人数', 66, { valueUnit: '人' }),
        fact('编制数', 68, { valueUnit: '人', year: 2022 }),
        fact('在编人数', 70, { valueUnit: '人', year: 2022 }),
      ],
    },
    'the report: as many as posts': {
      T19: [fact('编制数', 106, { valueUnit: '人' }), fact('在编人数', 106, { valueUnit: '人' })],
    },
  },
  fails: {
    'one too many': {
      T11: { form: people(69) },
      findings: ['warning 资产月报!B5: 在职 69 人，编制 68 人，控制率 101.47%，超过 100%。'],
    },
    'the report: 106 on 68 posts': {
      T19: [fact('编制数', 68, { valueUnit: '人' }), fact('在编人数', 106, { valueUnit: '人' })],
      findings: ['warning 数据采集!C7: 在职 106 人，编制 68 人，控制率 155.88%，超过 100%。'],
    },
    'the form, and not the report again': {
      T11: { form: people(106) },
      T19: [fact('编制数', 68, { valueUnit: '人' }), fact('在编人数', 106, { valueUnit: '人' })],
      findings: ['warning 资产月报!B5: 在职 106 人，编制 68 人，控制率 155.88%，超过 100%。'],
    },
    'a change without a reason': {
      T11: { form: { staff: 66, lastStaff: 65 } },
      findings: ['warning 资产月报!B5: 在职实有人数由上月 65 变为 66，未填写变动原因。'],
    },
    'a change that the sheet of the month before shows': {
      T11: {
        form: { staff: 66 },
        without: ['lastStaff', 'lastInstitutions'],
        history: [{ sheet: '5月', form: { staff: 65 }, period: { period: '2023-05' } }],
      },
      findings: ['warning 资产月报!B5: 在职实有人数由上月 65 变为 66，未填写变动原因。'],
    },
    'a change of institutions with a reason that says nothing': {
      T11: { form: { institutions: 2, lastInstitutions: 1, changeReason: '无' } },
      findings: ['warning 资产月报!B3: 独立编制机构数由上月 1 变为 2，未填写变动原因。'],
    },
  },
  undecidable: {
    'posts that cannot be read': { T11: { form: { posts: gap('unreadable') } }, because: ['资产月报!B4'] },
    'last month’s staff that cannot be read': {
      T11: { form: { lastStaff: gap('unreadable') } },
      because: ['资产月报!B7'],
    },
  },
  notApplicable: {
    'neither posts nor last month on the sheet': {
      T11: { form: {}, without: ['posts', 'lastStaff', 'lastInstitutions'] },
    },
    'a report without posts': { T19: [fact('在编人数', 106, { valueUnit: '人' })] },
  },
});
