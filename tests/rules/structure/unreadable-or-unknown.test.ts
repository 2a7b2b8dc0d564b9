import { refuse } from '../../../pipeline/model/refusal.ts';
import { unreadableOrUnknown } from '../../../rules/structure/unreadable-or-unknown.ts';
import { testRule } from '../../support/test-rule.ts';

const file = { file: '青禾镇/6月.xlsx', sha256: '0'.repeat(64), units: [], refusal: null, unrecognised: [] };
const sheet = { sheet: 'Sheet2', nearest: 'T01', score: 0.42, missing: ['项目名称', '预算数'] } as const;

testRule(unreadableOrUnknown, {
  passes: { 'a file whose every sheet was understood': { files: [{ ...file, units: ['青禾镇人民政府'] }] } },
  fails: {
    'a file with a password': {
      files: [{ ...file, refusal: refuse('ENCRYPTED') }],
      findings: ['error 青禾镇/6月.xlsx!: 有打开密码。请在 WPS/Excel 中取消密码后另存为 .xlsx。'],
    },
    'a refused file is not blamed for its sheets as well': {
      files: [{ ...file, refusal: refuse('UNKNOWN_TEMPLATE'), unrecognised: [sheet] }],
      findings: ['error 青禾镇/6月.xlsx!: 能打开，但不是已知的报表。请使用财政局下发的统一模板重新填报。'],
    },
    'a file with nothing known in it': {
      files: [{ ...file, unrecognised: [sheet] }],
      findings: [
        'error Sheet2!: 工作表「Sheet2」不像任何已知报表（最接近的是《项目分月支出进度表》，匹配度 0.42）。',
      ],
    },
    'beside known sheets a person decides': {
      files: [{ ...file, units: ['青禾镇人民政府'], unrecognised: [{ ...sheet, nearest: null, score: 0 }] }],
      findings: ['warning Sheet2!: 工作表「Sheet2」不像任何已知报表。'],
    },
  },
});
