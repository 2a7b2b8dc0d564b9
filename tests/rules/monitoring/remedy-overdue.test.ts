import { remedyOverdue } from '../../../rules/monitoring/remedy-overdue.ts';
import { testRule } from '../../support/test-rule.ts';

const notice = (noticeDate: string | null, remedyDate: string | null = null) => ({
  T02: { form: { noticeDate, remedyDate }, tables: { funds: [{}], indicators: [{}] } },
});

testRule(remedyOverdue, {
  passes: {
    'ten working days to the day': { ...notice('2023-06-01'), asOf: '2023-06-15' },
    'remedied on the tenth working day': notice('2023-06-01', '2023-06-15'),
    'holidays do not count, make-up days do': { ...notice('2023-06-14'), asOf: '2023-06-29' },
  },
  fails: {
    'one working day too many': {
      ...notice('2023-06-01'),
      asOf: '2023-06-16',
      findings: [
        'error 绩效监控!B9: 2023-06-01 通知整改，至 2023-06-16 已过 11 个工作日仍未填整改完成日期，整改超期 1 个工作日，建议暂停拨款。',
      ],
    },
    'remedied too late': {
      ...notice('2023-06-01', '2023-06-16'),
      findings: [
        'error 绩效监控!B9: 2023-06-01 通知整改，2023-06-16 才完成，用时 11 个工作日，整改超期 1 个工作日。',
      ],
    },
  },
  undecidable: {
    'remedied without a date of notice': { ...notice(null, '2023-06-16'), because: ['绩效监控!B8'] },
    'a date of notice that cannot be read': {
      T02: {
        form: { noticeDate: { gap: 'unreadable' } },
        tables: { funds: [{}], indicators: [{}] },
      },
      because: ['绩效监控!B8'],
    },
  },
  notApplicable: {
    'no notice': notice(null),
  },
});
