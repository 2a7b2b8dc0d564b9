import { z } from 'zod';
import { listOf } from '../../pipeline/model/list-of.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import type { Text } from '../../pipeline/model/text.ts';
import { failAt, pass } from '../../pipeline/model/verdict.ts';
import { templateTitle } from '../../pipeline/templates/template-title.ts';
import { defineRule } from '../rule.ts';

/** STR-01: files that could not be read, and sheets with data that no template fits. */
export const unreadableOrUnknown = defineRule({
  meta: {
    id: 'STR-01',
    name: 'unreadable-or-unknown',
    title: { zh: '文件无法读取或模板无法识别', en: 'Unreadable file or unknown template' },
    group: 'structure',
    scope: 'batch',
    needs: [],
    severity: 'error',
    basis: {
      source: '本工具默认（可在参数中调整）',
      why: {
        zh: '读不出或认不出的表没有参加任何核验，不能视为没有问题。',
        en: 'A sheet that was not read was not checked at all; it must not look clean.',
      },
    },
    options: z.object({}),
    messages: {
      refused: {
        zh: '{sentence}',
        en: '{sentence}',
        clears: { zh: '按上述提示处理后重新报送。', en: 'Do as said and hand it in again.' },
      },
      unknown: {
        zh: '工作表「{sheet}」不像任何已知报表{nearest}。',
        en: 'Sheet "{sheet}" fits no template{nearest}.',
        clears: {
          zh: '请改用财政局下发的统一模板填报{missing}；不属于报表的工作表请删除。',
          en: 'Use the template issued by the finance bureau{missing}; delete the sheet if it is no report.',
        },
      },
    },
  },

  *check({ files }) {
    for (const { file, units, refusal, unrecognised } of files) {
      const unit = units[0] === undefined ? {} : { unit: units[0] };
      if (refusal !== null) {
        yield {
          ...failAt([{ file, sheet: null, cell: null, label: null }], {
            message: 'refused',
            args: { sentence: refusal.message },
            measure: file,
          }),
          ...unit,
        };
        continue;
      }
      if (unrecognised.length === 0) yield pass;
      for (const { sheet, nearest, score, missing } of unrecognised) {
        yield {
          ...failAt([{ file, sheet, cell: null, label: null }], {
            message: 'unknown',
            args: {
              sheet,
              nearest: nearest === null ? '' : nearestOf(nearest, score),
              missing: missing.length === 0 ? '' : missingOf(missing),
            },
            // Beside sheets that were understood it may be a scratch pad: a person decides.
            severity: units.length > 0 ? 'warning' : 'error',
            measure: `${file} ${sheet}`,
            value: score.toFixed(2),
          }),
          ...unit,
        };
      }
    }
  },
});

function nearestOf(template: TemplateId, score: number): Text {
  const { zh, en } = templateTitle(template);
  const shown = score.toFixed(2);
  return { zh: `（最接近的是${zh}，匹配度 ${shown}）`, en: ` (nearest: ${en}, score ${shown})` };
}

function missingOf(missing: readonly string[]): Text {
  return { zh: `（缺少：${listOf(missing).zh}）`, en: ` (columns wanting: ${missing.length})` };
}
