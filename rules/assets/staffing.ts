import { z } from 'zod';
import type { Dossier } from '../../pipeline/model/dossier.ts';
import { explanationFault, stockPhrases } from '../../pipeline/model/explanation.ts';
import { type Fact, factsAbout, factsOf } from '../../pipeline/model/facts.ts';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { percent, percentOf } from '../../pipeline/model/money.ts';
import { previousPeriod } from '../../pipeline/model/period.ts';
import type { Place } from '../../pipeline/model/place.ts';
import { reportFacts } from '../../pipeline/model/report-facts.ts';
import { placeOf, type Row } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable, type Verdict } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';
import { minimumLength } from './thresholds.ts';

/** ZA-08: no more staff than posts, and a word where staff or institutions change. */
export const staffing = defineRule({
  meta: {
    id: 'ZA-08',
    name: 'staffing',
    title: { zh: '人员编制异常', en: 'Staff and posts' },
    group: 'assets',
    scope: 'unit',
    needs: ['T11', 'T19'],
    severity: 'warning',
    basis: {
      source:
        '公开的部门整体绩效评价指标（在职人员控制率不超过100%）和国有资产月报填报说明（机构数、人数变动须填写原因）',
      why: {
        zh: '在职人数超过编制须说明；机构和人数变动影响资产配置标准。',
        en: 'More staff than posts needs a word; changes of staff and institutions change what assets are allowed.',
      },
    },
    options: z.object({
      above: z.number().min(0).default(1).register(meaning, {
        unit: 'share',
        zh: '在职人数占编制数超过此值，视为超编',
        en: 'staff as a share of posts above which there are too many',
      }),
      minimumLength,
    }),
    messages: {
      over: {
        zh: '在职 {staff} 人，编制 {posts} 人，控制率 {share}，超过 {limit}。',
        en: '{staff} staff on {posts} posts: {share}, above {limit}.',
        clears: {
          zh: '核对编制数和在职人数口径；确属超编 {over} 人的，说明原因和消化计划。',
          en: 'Check what both count; if {over} are beyond the posts, say why and until when.',
        },
      },
      changed: {
        zh: '{what}由上月 {before} 变为 {after}，未填写变动原因。',
        en: '{what}: {before} last month, {after} now, and no reason is given.',
        clears: {
          zh: '填写变动原因；填错的更正{what}。',
          en: 'Give the reason, or correct the figure.',
        },
      },
    },
  },

  *check({ dossier, options }) {
    const reports = dossier.submissions.filter(({ template }) => template.id === 'T11');
    const verdicts = reports.map(({ form }) => judgeForm(form, options.above));
    yield* verdicts;
    for (const { form, history } of reports) {
      const earlier = history.find(({ period }) => period.period === previousPeriod(dossier.period));
      for (const counted of countedMonthly) yield judgeChange(form, earlier?.form ?? null, counted, options);
    }
    // The report gives the same people again.
    if (!verdicts.some(({ outcome }) => outcome === 'fail')) yield* judgeReport(dossier, options.above);
  },
});

function judgeForm(form: Row, above: number): Verdict {
  const { staff, posts } = form.values;
  if (form.classified || isEmpty(form, 'posts') || isEmpty(form, 'staff')) return notApplicable;
  if (typeof posts !== 'number' || typeof staff !== 'number')
    return undecidable(form, typeof posts === 'number' ? 'staff' : 'posts');
  const where = [placeOf(form, 'staff'), placeOf(form, 'posts')];
  return judge({
    staff,
    posts,
    where,
    above,
  });
}

function* judgeReport(dossier: Dossier, above: number): Generator<Verdict> {
  const facts = factsOf(dossier);
  for (const staff of reportFacts(dossier, 'staff')) {
    const posts: Fact | undefined = factsAbout(facts, 'posts', staff.year)[0];
    if (staff.number === null || posts === undefined || posts.number === null) {
      yield notApplicable;
      continue;
    }
    const where = [placeOf(staff.row, 'value'), placeOf(posts.row, 'value')];
    yield judge({ staff: staff.number, posts: posts.number, where, above });
  }
}

function judge(one: {
  readonly staff: number;
  readonly posts: number;
  readonly where: readonly Place[];
  readonly above: number;
}): Verdict {
  const { staff, posts, where, above } = one;
  if (posts <= 0) return notApplicable;
  if (staff <= above * posts + 1e-9) return pass;
  return failAt(where, {
    message: 'over',
    args: {
      staff,
      posts,
      share: percentOf(staff, posts),
      limit: percent(above, 0),
      over: Math.ceil(staff - above * posts - 1e-9),
    },
    measure: 'posts',
    value: percentOf(staff, posts),
    threshold: percent(above, 0),
    trace: `${where[0]?.cell} ${staff} ÷ ${where[1]?.cell} ${posts} = ${percentOf(staff, posts)}`,
  });
}

/** What a report counts every month, and where it repeats the count of last month. */
const countedMonthly = [
  { field: 'staff', before: 'lastStaff', what: { zh: '在职实有人数', en: 'Staff' } },
  { field: 'institutions', before: 'lastInstitutions', what: { zh: '独立编制机构数', en: 'Institutions' } },
] as const;

/** The count of last month as the form repeats it, else as the sheet of that month in the same workbook has it. */
function judgeChange(
  form: Row,
  earlier: Row | null,
  { field, before, what }: (typeof countedMonthly)[number],
  { minimumLength }: { readonly minimumLength: number },
): Verdict {
  const isRepeated = earlier === null || !isEmpty(form, before);
  const [lastForm, lastField] = isRepeated ? [form, before] : [earlier, field];
  const [now, last] = [form.values[field], lastForm.values[lastField]];
  if (form.classified || lastForm.classified || isEmpty(form, field) || isEmpty(lastForm, lastField))
    return notApplicable;
  if (typeof now !== 'number') return undecidable(form, field);
  if (typeof last !== 'number') return undecidable(lastForm, lastField);
  if (now === last) return pass;
  const { changeReason } = form.values;
  const reason = typeof changeReason === 'string' ? changeReason : null;
  if (explanationFault(reason, { minimumLength, boilerplate: stockPhrases }) === null) return pass;
  return failAt([placeOf(form, field), placeOf(lastForm, lastField)], {
    message: 'changed',
    args: { what, before: last, after: now },
    measure: field,
    value: String(now),
    expected: String(last),
    difference: String(now - last),
  });
}
