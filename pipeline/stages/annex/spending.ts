import { isAllReleased, reasonOf, reasonText, turnNames, turnOf } from '../../model/explanation.ts';
import { figureOf } from '../../model/facts.ts';
import { inUnit } from '../../model/money.ts';
import { periodOf } from '../../model/period.ts';
import type { AnnexLine } from '../../model/report.ts';
import { lampOf, spendingOf } from '../../model/spending.ts';
import { varianceTier } from '../../model/spending-tiers.ts';
import { amountOf, placeOf, projectOf, type Row } from '../../model/submission.ts';
import type { Text } from '../../model/text.ts';
import { countOfPicked } from './counts.ts';
import { type AnnexDesk, claims, rowsOf, type Section } from './desk.ts';
import { countLines, moneyLines, pieces, rateLines, statedOnly } from './line.ts';
import { cellTerm, lessOf, rateOf, sumOfRows } from './sums.ts';

/**
 * 项目支出进度 (T01): overall progress as a ratio of sums, the projects far from plan with the reason given and whose
 * turn it is, and how many lamps are lit.
 */
export function spendingSection(desk: AnnexDesk): Section {
  const rows = rowsOf(desk, 'T01', 'projects');
  const period = periodOf(desk.year, 12);
  const spentField = rows[0] === undefined ? 'cumActual' : spendingOf(rows[0], period).spent.fields[0];
  const budget = sumOfRows(rows, 'adjustedBudget');
  const released = sumOfRows(rows, 'released');
  const spent = sumOfRows(rows, spentField);
  const strayed = rows.filter((row) => !row.classified && isFarFromPlan(row, desk));
  return {
    code: 'spending',
    title: { zh: '项目支出进度', en: 'Project spending' },
    needs: ['T01'],
    lines: [
      ...moneyLines({ zh: '调整后预算合计', en: 'Revised budget in all' }, budget, []),
      ...moneyLines({ zh: '已下达指标合计', en: 'Released in all' }, released, []),
      ...moneyLines({ zh: '累计支出合计', en: 'Spent in all' }, spent, []),
      ...moneyLines({ zh: '未支出金额', en: 'Unspent' }, lessOf(budget, spent), []),
      ...rateLines(
        { zh: '项目整体支出进度', en: 'Overall execution rate' },
        rateOf(spent, budget),
        claims(desk, 'overallRate', desk.year),
        {
          note: {
            zh: '支出合计 ÷ 调整后预算合计，不是各项目进度的平均。',
            en: 'All spending over all budget, not a mean of rates.',
          },
        },
      ),
      ...countLines(
        { zh: '差异率较大项目数', en: 'Projects with a large variance' },
        pieces,
        rows.length === 0 ? null : countOfPicked(strayed, spentField),
        claims(desk, 'largeVariances', desk.year),
      ),
      ...strayed.flatMap((row) => strayedLine(row, desk)),
      ...alertLines(desk, rows),
      ...earmarked(desk, rows),
    ],
  };
}

function isFarFromPlan(row: Row, { variance, year }: AnnexDesk): boolean {
  const { planned, spent } = spendingOf(row, periodOf(year, 12));
  return (
    planned.fen !== null && spent.fen !== null && varianceTier(planned.fen, spent.fen, variance) !== null
  );
}

function strayedLine(row: Row, { year }: AnnexDesk): readonly AnnexLine[] {
  const { planned, spent } = spendingOf(row, periodOf(year, 12));
  if (planned.fen === null || spent.fen === null) return [];
  const [plannedField, spentField] = [planned.fields[0], spent.fields[0]];
  const project = projectOf(row);
  const name = project?.name ?? project?.code ?? '';
  const terms = [cellTerm(row, spentField, spent.fen), cellTerm(row, plannedField, planned.fen)];
  return rateLines(
    { zh: `差异率：${name}`, en: `Variance: ${name}` },
    {
      part: spent.fen - planned.fen,
      whole: planned.fen,
      trace: `(${terms[0]} − ${terms[1]}) ÷ ${inUnit(planned.fen, '万元')}`,
      where: [placeOf(row, spentField), placeOf(row, plannedField)],
    },
    [],
    { note: reasonNote(row, year) },
  );
}

/** The reason the unit gave and whose turn it is by it. */
function reasonNote(row: Row, year: number): Text {
  const text = reasonText(row);
  const reason = reasonOf(row);
  if (text === null && reason === null) return { zh: '未填写差异原因。', en: 'No reason is given.' };
  const words = text ?? reason?.word ?? '';
  const own = `“${words}”`;
  if (reason === null) return { zh: `单位说明：${own}`, en: `The unit says: ${own}` };
  const { budget, released } = spendingOf(row, periodOf(year, 12));
  const claimed = turnOf(reason);
  // The figures decide whether money is still to be released.
  const isRefuted = claimed === 'finance' && isAllReleased({ budget: budget.fen, released: released.fen });
  const turn = turnNames[isRefuted ? 'unit' : claimed];
  return {
    zh: `${reason.word}，${turn.zh}。单位说明：${own}`,
    en: `${reason.english}; ${turn.en}. The unit says: ${own}`,
  };
}

/** 未发生预警 beside the lamps that the schedule itself lights. */
function alertLines(desk: AnnexDesk, rows: readonly Row[]): readonly AnnexLine[] {
  const lamps = rows.flatMap((row) => {
    const { budget, spent } = spendingOf(row, periodOf(desk.year, 12));
    if (row.classified || budget.fen === null || spent.fen === null || budget.fen <= 0) return [];
    return [{ row, lamp: lampOf(spent.fen / budget.fen, 1, desk.lamps), field: spent.fields[0] }];
  });
  const red = lamps.filter(({ lamp }) => lamp === 'red');
  const yellow = lamps.filter(({ lamp }) => lamp === 'yellow');
  const lit = [...red, ...yellow];
  return countLines(
    { zh: '执行监督预警（红灯、黄灯项目数）', en: 'Alerts (projects with a red or yellow lamp)' },
    pieces,
    lamps.length === 0
      ? null
      : countOfPicked(
          lit.map(({ row }) => row),
          lit[0]?.field ?? 'cumActual',
        ),
    claims(desk, 'alerts', desk.year),
    {
      note: {
        zh: `按支出进度与序时进度计算：红灯 ${red.length} 个、黄灯 ${yellow.length} 个。`,
        en: `By rate over time progress: ${red.length} red, ${yellow.length} yellow.`,
      },
    },
  );
}

/** No table marks earmarked funds; that a single project spent more than all of them is seen all the same. */
function earmarked(desk: AnnexDesk, rows: readonly Row[]): readonly AnnexLine[] {
  const noMark: Text = {
    zh: '各表没有专项资金标识，无法计算。',
    en: 'No table marks earmarked funds.',
  };
  const facts = claims(desk, 'earmarkedAmount', desk.year);
  const stated = facts[0] === undefined ? null : figureOf(facts[0]);
  const most = rows
    .filter(({ classified }) => !classified)
    .map((row) => ({ row, fen: amountOf(row, 'cumActual') ?? 0 }))
    .toSorted((one, other) => other.fen - one.fen)[0];
  const note: Text =
    stated === null || most === undefined || most.fen <= stated
      ? noMark
      : {
          zh: `${noMark.zh}但「${projectOf(most.row)?.name ?? ''}」一项已支出 ${inUnit(most.fen, '万元')} 万元，大于所称总额，请核对口径。`,
          en: `${noMark.en} Yet one project alone spent ${inUnit(most.fen, '万元')}, more than the total stated.`,
        };
  return [
    ...claims(desk, 'earmarkedCount', desk.year).map((fact) => statedOnly(fact, noMark)),
    ...facts.map((fact) => statedOnly(fact, note)),
  ];
}
