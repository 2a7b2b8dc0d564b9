import { nearDuplicateName } from '../../../rules/quality/near-duplicate-name.ts';
import { testRule } from '../../support/test-rule.ts';

const named = (...names: string[]) => names.map((projectName) => ({ projectName }));

testRule(nearDuplicateName, {
  passes: {
    'names that have little in common': { T01: named('防汛抢险相关经费', '村级组织办公经费') },
    quarters: { T01: named('第一季度政法稳定工作经费', '第三季度政法稳定工作经费') },
    'a supplement': { T01: named('防汛抢险相关经费', '追加防汛抢险相关经费') },
    'an allotment in advance, and one moved': {
      T01: named(
        '关于提前下达2023年农村改革转移支付预算的通知',
        '关于下达2023年农村改革转移支付预算的通知',
        '关于提前下达2023年农村改革转移支付预算的通知-调剂',
      ),
    },
    'levels of government': {
      T01: named('关于提前下达2023年省级农村改革转移支付', '关于提前下达2023年中央农村改革转移支付'),
    },
    batches: { T01: named('农业防灾减灾资金（第九批）', '农业防灾减灾资金（第七批）') },
    years: { T01: named('下达2023年自然灾害救灾资金', '下达2024年自然灾害救灾资金') },
    villages: { T01: named('青山村道路硬化工程', '青石村道路硬化工程') },
    'one wrong character in a short name': { T01: named('环境治理', '环境整理') },
    'one code under two names': {
      T01: [{ projectCode: 'A1', projectName: '污水处理厂占地补偿' }],
      T03: [{ projectCode: 'A1', projectName: '污水处理厂占地补偿资金' }],
    },
  },
  fails: {
    'a word added at the end': {
      T01: named('污水处理厂占地补偿', '污水处理厂占地补偿资金'),
      findings: [
        'notice 支出进度!C7: 「污水处理厂占地补偿」（C6）与「污水处理厂占地补偿资金」（C7）名称相近，疑似同一项目。',
      ],
    },
    'one character exchanged': {
      T01: named('地震群测群防岗位津贴', '地震群策群防岗位津贴'),
      findings: [
        'notice 支出进度!C7: 「地震群测群防岗位津贴」（C6）与「地震群策群防岗位津贴」（C7）名称相近，疑似同一项目。',
      ],
    },
    'one character exchanged in a name of just six': {
      T01: named('环境治理经费', '环境整理经费'),
      findings: [
        'notice 支出进度!C7: 「环境治理经费」（C6）与「环境整理经费」（C7）名称相近，疑似同一项目。',
      ],
    },
    'across two tables': {
      T01: [{ projectCode: 'A1', projectName: '环境治理经费' }],
      T03: [{ projectCode: null, projectName: '环境整理经费' }],
      findings: [
        'notice 监控清单!D6: 「环境治理经费」（C6）与「环境整理经费」（D6）名称相近，疑似同一项目。',
      ],
    },
    'in a cell that lists several projects': {
      T17: named('地震群测群防岗位津贴', '美术馆、图书馆免费开放资金'),
      T18: [{ projects: '美术馆、图书馆免费开放资金、地震群策群防岗位津贴' }],
      findings: [
        'notice 职责活动!E6: 「地震群测群防岗位津贴」（B6）与「地震群策群防岗位津贴」（E6）名称相近，疑似同一项目。',
      ],
    },
    'exactly at the likeness asked for': {
      T01: named('甲乙丙丁戊己', '甲乙丙丁'),
      options: { similarity: 0.75 },
      findings: ['notice 支出进度!C7: 「甲乙丙丁戊己」（C6）与「甲乙丙丁」（C7）名称相近，疑似同一项目。'],
    },
  },
  orderMatters: true,
  notApplicable: { 'a single project': { T01: [{}] } },
});

testRule(nearDuplicateName, {
  passes: {
    'just below the likeness asked for': {
      T01: named('甲乙丙丁戊己', '甲乙丙丁'),
      options: { similarity: 0.76 },
    },
  },
  fails: {},
});
