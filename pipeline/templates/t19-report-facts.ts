import { defineTemplate } from '../model/template.ts';
import { measure, number, remark, sequence, text } from './fields.ts';

/** 本年值, 本年度数据: the one year an annual report is about. */
const ofTheYear = ['本年', '本年度', '当年', '年度', '全年'].flatMap((year) =>
  ['值', '数', '数值', '数据'].map((value) => year + value),
);

/** T19 报告数据采集表: figures and claims typed from the narrative of the annual report, so that they can be held against the tables. */
export const reportFacts = defineTemplate({
  id: 'T19',
  title: { zh: '报告数据采集表', en: 'Facts of the annual report' },
  titles: ['报告数据采集表', '自评报告数据采集表', '报告指标采集表', '年度报告数据采集表', '数据采集表'],
  amountUnit: '万元',
  anyPeriod: true,
  form: {},
  tables: {
    facts: {
      title: { zh: '指标', en: 'Facts' },
      identity: { name: 'indicator' },
      fields: {
        seq: sequence(),
        indicator: text(
          '指标',
          'indicator',
          ['指标名称', '数据项', '数据项目', '采集指标', '采集项目', '项目'],
          {
            required: true,
            mustFill: true,
          },
        ),
        value: measure('数值', 'value', ['值', '数据', '指标值', '金额', '填报值', '内容', ...ofTheYear], {
          required: true,
          mustFill: true,
        }),
        valueUnit: text('单位', 'unit', ['计量单位', '度量单位', '数值单位'], { required: true }),
        year: number('年度', 'year', ['所属年度', '年份', '数据年度'], {}),
        basis: text('口径', 'basis', ['数据口径', '口径(预算/决算/实际)', '统计口径'], {
          suggested: ['预算', '决算', '实际'],
        }),
        section: text(
          '出处',
          'section of the report',
          ['出处(报告章节)', '报告章节', '来源', '章节', '数据来源'],
          {},
        ),
        remark: remark(),
      },
    },
  },
});
