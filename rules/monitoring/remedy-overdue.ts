import { z } from 'zod';
import { isEmpty } from '../../pipeline/model/is-empty.ts';
import { workingDaysAfter } from '../../pipeline/model/official-days.ts';
import { placeOf, projectOf } from '../../pipeline/model/submission.ts';
import { failAt, notApplicable, pass, undecidable } from '../../pipeline/model/verdict.ts';
import { meaning } from '../option.ts';
import { defineRule } from '../rule.ts';

/** MON-15: a project told to set things right does so within ten working days, or its payments stop. */
export const remedyOverdue = defineRule({
  meta: {
    id: 'MON-15',
    name: 'remedy-overdue',
    title: { zh: '整改逾期', en: 'Remedy overdue' },
    group: 'monitoring',
    scope: 'table',
    needs: ['T02'],
    severity: 'error',
    basis: {
      source: '省级绩效运行监控要求的公开摘要（预警后10个工作日内选择继续执行、调剂或取消，逾期暂停支付）',
      why: {
        zh: '预警或整改通知发出后须限期办理，逾期的建议暂停拨款；工作日按国务院办公厅公布的节假日安排计算。',
        en: 'A warning is answered in time or payments stop; working days follow the official calendar of holidays.',
      },
    },
    options: z.object({
      workingDays: z.number().int().min(1).default(10).register(meaning, {
        unit: 'workingDays',
        zh: '整改应在通知后此期限内完成',
        en: 'working days after the notice by which the remedy is due',
      }),
    }),
    messages: {
      open: {
        zh: '{notice} 通知整改，至 {asOf} 已过 {days} 个工作日仍未填整改完成日期，整改超期 {late} 个工作日，建议暂停拨款。',
        en: 'Notice to remedy of {notice}; by {asOf}, {days} working days later, no date of completion is given: {late} working days overdue, payments should be suspended.',
        clears: {
          zh: '完成整改并填写整改完成日期，或报财政部门选择继续执行、调剂、取消。',
          en: 'Remedy and give the date, or choose with the finance bureau to go on, reallocate or cancel.',
        },
      },
      late: {
        zh: '{notice} 通知整改，{done} 才完成，用时 {days} 个工作日，整改超期 {late} 个工作日。',
        en: 'Notice to remedy of {notice}, remedied on {done} after {days} working days: {late} overdue.',
        clears: {
          zh: '核实两个日期；确属超期的，说明原因。',
          en: 'Check both dates; if they stand, say why it was late.',
        },
      },
    },
  },

  *check({ submission, options, asOf }) {
    const { form } = submission;
    const { noticeDate, remedyDate } = form.values;
    const isUnnoticed = noticeDate === null && remedyDate === null && isEmpty(form, 'noticeDate');
    if (form.classified || isUnnoticed) {
      yield notApplicable;
      return;
    }
    if (noticeDate === null) {
      yield undecidable(form, 'noticeDate');
      return;
    }
    const days = workingDaysAfter(noticeDate, remedyDate ?? asOf);
    const late = days - options.workingDays;
    if (late <= 0) {
      yield pass;
      return;
    }
    yield failAt(
      [placeOf(form, 'remedyDate'), placeOf(form, 'noticeDate')],
      {
        message: remedyDate === null ? 'open' : 'late',
        args: { notice: noticeDate, asOf, done: remedyDate ?? '', days, late },
        value: String(days),
        expected: String(options.workingDays),
        difference: String(late),
        threshold: String(options.workingDays),
      },
      projectOf(form),
    );
  },
});
