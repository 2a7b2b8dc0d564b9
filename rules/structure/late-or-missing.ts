import { z } from 'zod';
import { dayInText } from '../../pipeline/model/day-in-text.ts';
import { daysBetween } from '../../pipeline/model/days-between.ts';
import type { Dossier, RosterUnit } from '../../pipeline/model/dossier.ts';
import { groupBy } from '../../pipeline/model/group-by.ts';
import { foldText } from '../../pipeline/model/label.ts';
import { listOf } from '../../pipeline/model/list-of.ts';
import { type Day, yearOf } from '../../pipeline/model/period.ts';
import type { Place } from '../../pipeline/model/place.ts';
import type { Submission } from '../../pipeline/model/submission.ts';
import type { TemplateId } from '../../pipeline/model/template.ts';
import { failAt, notApplicable, pass, undecidableAt } from '../../pipeline/model/verdict.ts';
import { templateTitle } from '../../pipeline/templates/template-title.ts';
import { defineRule, type HandedIn } from '../rule.ts';

/** STR-12: every unit of the roster with what it owes: handed in, and in time by the date it was signed. */
export const lateOrMissing = defineRule({
  meta: {
    id: 'STR-12',
    name: 'late-or-missing',
    title: { zh: '逾期或漏报', en: 'Late or missing' },
    group: 'structure',
    scope: 'batch',
    needs: [],
    severity: 'error',
    basis: {
      source: '国有资产月报报送要求（每月10日前）；其他报表的期限为本工具默认（可在参数中调整）',
      why: {
        zh: '漏报的单位不在汇总之内，逾期影响全区上报。',
        en: 'A unit that is missing is in no total, and a late one delays the whole district.',
      },
    },
    options: z.object({}),
    messages: {
      missing: {
        zh: '{unit}应于 {due} 前报送{templates}，未报。',
        en: 'Due by {due} and not handed in: {templates}.',
        clears: { zh: '补报{templates}。', en: 'Hand in {templates}.' },
      },
      late: {
        zh: '{unit}的{template}应于 {due} 前报送，填报日期为 {signed}，逾期 {days} 天。',
        en: '{template} was due by {due} and is dated {signed}, {days} days late.',
        clears: {
          zh: '核对填报日期；确属逾期的，说明原因并按期报送下月报表。',
          en: 'Check the date; if it is right, say why it is late and be in time next month.',
        },
      },
    },
  },

  *check({ dossiers, roster, files, dueDay, asOf }) {
    if (roster === null) {
      yield notApplicable;
      return;
    }
    for (const unit of roster) {
      const own = dossiers.filter((dossier) => isOf(dossier, unit));
      const missing: TemplateId[] = [];
      for (const template of unit.owes) {
        const received = own
          .flatMap((dossier) => [...dossier.submissions, ...dossier.superseded])
          .filter((submission) => submission.template.id === template);
        if (received.length === 0) {
          // A sheet of another month, or under a misspelt name, was handed in and is sent back for that.
          const isSentBack = dossiers.some((dossier) =>
            dossier.unjudged.some(
              (one) =>
                one.template.id === template && (own.includes(dossier) || one.unit.nearest === unit.name),
            ),
          );
          if (isSentBack) yield notApplicable;
          else missing.push(template);
          continue;
        }
        yield lateness(unit, template, received, dueDay(template, unit), asOf);
      }
      if (missing.length === 0) continue;
      // What the unit did hand in could not be read or recognised: that is reported, and it is not missing.
      if (files.some((file) => isUnread(file) && file.units.includes(unit.name))) {
        yield notApplicable;
        continue;
      }
      for (const [due, owed] of groupBy(missing, (template) => dueDay(template, unit))) {
        const titles = owed.map(templateTitle);
        const names = listOf(titles, titles.length);
        yield {
          ...failAt([{ file: '', sheet: null, cell: null, label: names.zh }], {
            message: 'missing',
            args: { unit: unit.name, due, templates: names },
            measure: owed.join(' '),
            expected: due,
          }),
          unit: unit.name,
        };
      }
    }
  },
});

/** In time, late, or, when the deadline has passed and no date can be read, not known. Of several dates the first counts. */
function lateness(
  unit: RosterUnit,
  template: TemplateId,
  received: readonly Submission[],
  due: Day,
  asOf: Day,
) {
  const dated: { readonly day: Day; readonly place: Place }[] = [];
  for (const submission of received) {
    const signed = signedOn(submission);
    const day = signed === null ? null : dayInText(signed.text, yearOf(due));
    if (signed !== null && day !== null) dated.push({ day, place: signed.place });
  }
  const first = dated.toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];
  if (first === undefined) {
    const submission = received[0];
    if (asOf <= due || submission === undefined) return pass;
    const { file, sheet } = submission;
    const place = signedOn(submission)?.place ?? { file, sheet, cell: null, label: '填报日期' };
    return undecidableAt(place, 'blank');
  }
  if (first.day <= due) return pass;
  return {
    ...failAt([first.place], {
      message: 'late',
      args: {
        unit: unit.name,
        template: templateTitle(template),
        due,
        signed: first.day,
        days: daysBetween(due, first.day),
      },
      severity: 'warning',
      measure: template,
      value: first.day,
      expected: due,
    }),
    unit: unit.name,
  };
}

/** The sign-off of a sheet that holds its date: 填报日期, 填表日期, 报送日期, 日期. */
function signedOn(submission: Submission): { readonly text: string; readonly place: Place } | null {
  for (const [label, signature] of submission.signatures) {
    if (/日期|时间/.test(label)) return signature;
  }
  return null;
}

function isOf(dossier: Dossier, unit: RosterUnit): boolean {
  const name = foldText(dossier.unit);
  return [unit.name, ...unit.aliases].some((own) => foldText(own) === name);
}

function isUnread(file: HandedIn): boolean {
  return file.refusal !== null || file.unrecognised.length > 0;
}
