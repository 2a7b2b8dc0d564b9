import type { WrittenReport } from '../../pipeline/model/report.ts';
import type { Language } from '../../pipeline/model/text.ts';
import { type Beside, nothingBeside } from '../beside.ts';
import { directFundsSheet } from './direct-funds-sheet.ts';
import { findingsSheet } from './findings-sheet.ts';
import { guaranteesSheet } from './guarantees-sheet.ts';
import { missingSheet } from './missing-sheet.ts';
import { overviewSheet } from './overview-sheet.ts';
import { type Page, pageOf, periodText } from './page.ts';
import { progressSheet } from './progress-sheet.ts';
import { rulesSheet } from './rules-sheet.ts';
import { settingsSheet } from './settings-sheet.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { unitFindingsSheet } from './unit-findings-sheet.ts';
import { writeWorkbook } from './write-workbook.ts';

/**
 * 「差异预警报告.xlsx」: the report to circulate, as the bytes of a workbook. The same report gives the same bytes.
 *
 * 总览 for the chief, 支出进度 project by project, 三保 and 直达资金, 退回错误 and 需说明 to print and hand to each unit, 未报与重报 to remind
 * by, 异常 to filter and tick off, 规则说明 and 参数 to account for it all.
 */
export async function varianceWorkbook(
  report: WrittenReport,
  language: Language,
  beside: Beside = nothingBeside,
): Promise<Uint8Array> {
  const page = pageOf(report, language, beside);
  return await writeWorkbook(
    sheetsOf(page),
    {
      title: `${periodText(page)} ${page.labels.title}`,
      creator: page.labels.product,
      day: report.run.asOf,
      pageFooter: page.labels.footer.page,
    },
    language,
  );
}

/** The sheets of the workbook in their order. */
function sheetsOf(page: Page): readonly SheetPlan[] {
  const rules = rulesSheet(page);
  const progress = progressSheet(page);
  const returned = unitFindingsSheet(page, 'returned', rules.ruleRows);
  const explain = unitFindingsSheet(page, 'explain', rules.ruleRows);
  return [
    overviewSheet(page, {
      progress: progress.unitRows,
      returned: returned.unitRows,
      explain: explain.unitRows,
    }),
    progress.plan,
    guaranteesSheet(page),
    directFundsSheet(page),
    returned.plan,
    explain.plan,
    missingSheet(page),
    findingsSheet(page, rules.ruleRows),
    rules.plan,
    settingsSheet(page),
  ];
}
