import { describe, expect, test } from '@jest/globals';
import { circular } from '../../../output/notices/circular.ts';
import type { RunReport } from '../../../pipeline/model/report.ts';
import { documentContent } from '../../support/document.ts';
import { emptyReport, sampleReport } from '../../support/sample-report.ts';

const written = async (report: RunReport, language: 'zh' | 'en' = 'zh') =>
  documentContent(await circular(report, language));

describe('the circular', () => {
  test('gives the sentence, who is behind, who did not hand in, whose turn it is, and the deadline', async () => {
    const { paragraphs } = await written(sampleReport());
    expect(paragraphs.slice(0, 13)).toEqual([
      '关于2023年6月',
      '预算支出进度情况的通报',
      '（初稿）',
      '',
      '各预算单位：',
      '根据截至2023年7月7日收到的报表，现将预算支出进度情况通报如下。',
      '一、总体情况',
      '截至6月底，支出进度47.4%，低于序时进度（50.0%）2.6个百分点；低于序时进度的单位6家。',
      '纳入汇总的单位11家、项目79个，调整后预算29791.01万元，已下达28616.86万元，累计支出14119.82万元；下达率96.1%，已下达指标的执行率49.3%。',
      '另有1个项目的预算数或支出数缺失、无法读取或存疑，未计入合计和比率：双桥镇人民政府1个。',
      '45个项目滞后于序时进度，滞后金额合计1503.76万元；其中13个项目占滞后金额的83.2%。',
      '报表核验退回改正3家（共6处），需说明39条，已分别通知各单位。',
      '二、各单位支出进度',
    ]);
    expect(paragraphs).toContain(
      '未报送的单位1家：青石镇人民政府（项目分月支出进度表、预算绩效运行监控表）。',
    );
    expect(paragraphs).toContain('报送的文件未能读取的单位1家：区文化和旅游局。');
    expect(paragraphs).toContain('（二）办理期限。需改正、需说明和未报送的报表，请于2023年7月19日前报回。');
    expect(paragraphs.find((text) => text.startsWith('低于序时进度（50.0%）的单位6家：'))).toMatch(
      /^[^：]+：区文化和旅游局（30.8%，低19.2个百分点）、区农业农村局（35.5%，低14.5个百分点）/,
    );
  });

  test('ranks units by rate, equals on one rank, and lists the projects with most money behind', async () => {
    const report = sampleReport();
    const units = report.units.map((one) =>
      one.unit === '区教育局' ? { ...one, rate: report.units[6]?.rate ?? null } : one,
    );
    const { tables } = await written({ ...report, units });
    expect(tables[0]?.slice(0, 4).map((row) => row[0])).toEqual(['名次', '—', '1', '1']);
    expect(tables[0]?.[1]).toEqual(['—', '合计', '29791.01', '14119.82', '47.4%', '-2.6', '●绿灯']);
    expect(tables[1]).toHaveLength(11);
    expect(tables[1]?.[1]?.slice(0, 4)).toEqual(['1', '区卫生健康局', '妇幼健康服务能力提升', '225.81']);
  });

  test('gives the source of each figure: file, sheet, cells or the computation', async () => {
    const { tables } = await written(sampleReport());
    const sources = new Map(
      tables[2]?.map(([figure = '', value = '', source = '']) => [figure, [value, source]]),
    );
    expect(sources.get('支出进度')).toEqual(['47.4%', '累计支出 ÷ 调整后预算']);
    expect(sources.get('累计支出')).toEqual(['14119.82', '79个项目合计']);
    expect(sources.get('区民政局\n支出进度')).toEqual([
      '58.8%',
      '1493.22 ÷ 2539.69\n区民政局_6月.xlsx 支出进度\n调整后预算 J6:J13；已下达 K6:K13；累计支出 R6:R13',
    ]);
    expect(sources.get('妇幼健康服务能力提升\n滞后金额')).toEqual([
      '225.81',
      '451.62 × 50.0% − 0.00\n区卫生健康局_6月.xlsx 支出进度\n调整后预算 J12；已下达 K12；累计支出 R12',
    ]);
  });

  test('tells the finance side to release what it has not', async () => {
    const report = sampleReport();
    const progress = report.progress.map((row, index) =>
      index === 0 ? { ...row, budget: 900_000_000, released: 0, spent: 0, reason: null } : row,
    );
    const { paragraphs, tables } = await written({ ...report, progress });
    expect(paragraphs).toContain(
      '（一）加快资金下达。滞后金额主要因资金未下达的项目1个，涉及未下达资金450.00万元，由财政部门（或主管部门）逐项核对，具备条件的抓紧下达。',
    );
    expect(tables[1]?.[1]?.[7]).toBe('财政部门下达');
  });

  test('keeps the name and the reason of a classified project to itself', async () => {
    const report = sampleReport();
    const progress = report.progress.map((row) => ({
      ...row,
      classified: true,
      project: { code: null, name: '不可示人' },
      reason: '不可示人',
    }));
    const { parts } = await written({ ...report, progress });
    expect(parts.get('word/document.xml')).not.toContain('不可示人');
  });

  test('refers to the units’ own notices where their deadlines differ', async () => {
    const report = sampleReport();
    const units = report.units.map((one, index) => ({ ...one, answerBy: `2023-07-${10 + index}` }));
    const { paragraphs } = await written({ ...report, units });
    expect(paragraphs).toContain(
      '（二）办理期限。需改正、需说明和未报送的报表，请按各单位通知载明的期限报回。',
    );
  });

  test('of an empty batch says that there is nothing', async () => {
    const { paragraphs } = await written(emptyReport());
    expect(paragraphs).toContain('本期没有可以计算支出进度的数据。');
    expect(paragraphs).toContain('本次未提供单位名册，不判断漏报。');
  });

  test('in English holds no Chinese but names and words of units', async () => {
    const { paragraphs } = await written(sampleReport(), 'en');
    expect(paragraphs.slice(0, 4)).toEqual([
      'Circular on Budget Execution Progress, June 2023',
      '(Draft)',
      '',
      'To all budget units:',
    ]);
    const chinese = paragraphs.filter((text) => /[\u4E00-\u9FFF\uFF00-\uFFEF]/.test(text));
    expect(
      chinese.every((text) => /^(?:示例区财政局|\d+ (?:unit|project)s? |The files of )/.test(text)),
    ).toBe(true);
  });
});
