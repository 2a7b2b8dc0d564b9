import { defineTemplate } from '../model/template.ts';
import { amount, code, date, number, rate, remark, sequence, text } from './fields.ts';

/** What is set aside for and bought of poor regions' farm produce stands under one heading, or is a list of its own. */
const farmProduce = '脱贫地区农副产品';

/** Headings below that of farm produce, each by every word for the doing and the money. */
function ofProduce(doings: readonly string[], nouns: readonly string[]): readonly string[] {
  return doings.flatMap((doing) => nouns.map((noun) => `${farmProduce}/${doing}${noun}`));
}

const sums = ['', '数', '额', '金额', '总额'];

/** What canteens buy in all, of whatever and for whichever time: 全年食材采购, 食堂年度采购. */
const canteens = ['', '年度', '全年'].flatMap((time) =>
  [`${time}食堂`, `食堂${time}`, `${time}食材`, `${time}食堂食材`, `食堂${time}食材`].map(
    (whose) => `${whose}采购`,
  ),
);

/** T15 政府采购预算及执行表: every purchase from budget to payment, and the set-asides for small firms and poor regions. */
export const procurement = defineTemplate({
  id: 'T15',
  title: { zh: '政府采购预算及执行表', en: 'Public procurement, budget and contracts' },
  titles: [
    '政府采购预算及执行表',
    '政府采购预算及执行情况表',
    '政府采购执行情况表',
    '政府采购情况表',
    '政府采购预算执行情况表',
    '政府采购台账',
    '政府采购预算表',
    '脱贫地区农副产品采购情况表',
    '脱贫地区农副产品采购完成情况表',
    '农副产品采购情况表',
    '政府采购',
  ],
  amountUnit: '万元',
  form: {},
  tables: {
    purchases: {
      title: { zh: '政府采购', en: 'Purchases' },
      identity: { code: 'projectCode', name: 'projectName' },
      topic: {
        heading: farmProduce,
        words: ['农副产品', '832'],
        asks: ['projectName', 'reserved', 'bought'],
      },
      fields: {
        seq: sequence(),
        projectCode: code(
          '项目编码',
          'project code',
          ['采购项目编号', '项目代码', '采购编号', '采购计划编号'],
          {
            minor: true,
          },
        ),
        projectName: text(
          '项目名称',
          'project name',
          [
            '采购项目名称',
            '采购项目',
            '项目',
            '采购内容',
            '标的名称',
            '采购标的',
            '货物名称',
            '采购品名',
            // A list of farm produce names who buys it.
            ...ofProduce(['单位', '预算单位', '采购单位', '食堂', '单位食堂', '学校'], ['', '名称']),
          ],
          {
            required: true,
            mustFill: true,
          },
        ),
        category: text(
          '品目',
          'category',
          ['采购品目', '品目名称', '采购类别', '采购目录', '品目分类', '采购分类'],
          {},
        ),
        kind: text(
          '采购类型',
          'goods, services or works',
          ['类型', '货物/服务/工程', '采购对象', '采购类别(货物/工程/服务)'],
          {
            minor: true,
            variant: true,
          },
        ),
        budget: amount(
          '采购预算',
          'procurement budget',
          [
            '预算',
            '预算金额',
            '采购预算金额',
            '采购预算数',
            '政府采购预算',
            '预算数',
            '计划金额',
            '采购计划金额',
          ],
          { required: true },
        ),
        contract: amount(
          '合同金额',
          'contract',
          ['合同额', '中标金额', '成交金额', '合同价', '采购金额', '实际采购金额', '合同签订金额'],
          { required: true },
        ),
        supplier: text(
          '供应商',
          'supplier',
          ['供应商名称', '中标供应商', '成交供应商', '承接单位', '承接主体'],
          { minor: true },
        ),
        supplierSize: text(
          '供应商类型',
          'size of supplier',
          [
            '企业类型',
            '企业规模',
            '供应商规模',
            '供应商类型(中型/小型/微型)',
            '类型(大、中、小、微)',
            '是否中小微企业',
            '是否中小微',
            '是否中小企业',
            '企业划型',
            '企业规模划型',
          ],
          { suggested: ['大型', '中型', '小型', '微型'] },
        ),
        smeAmount: amount(
          '中小企业合同金额',
          'contracts with SMEs',
          ['其中：中小企业', '授予中小企业合同金额', '中小企业金额', '面向中小企业'],
          { minor: true },
        ),
        microAmount: amount(
          '小微企业合同金额',
          'contracts with micro and small firms',
          ['其中：小微企业', '授予小微企业合同金额', '小微企业金额', '面向小微企业'],
          { minor: true },
        ),
        signedOn: date('合同日期', 'signed on', ['合同签订日期', '签订日期', '签约日期', '合同签订时间'], {}),
        acceptedOn: date('验收日期', 'accepted on', ['履约验收日期', '验收时间'], { minor: true }),
        paidOn: date('付款日期', 'paid on', ['支付日期', '付款时间', '付款日'], { minor: true }),
        paid: amount('付款金额', 'paid', ['支付金额', '已付款', '已支付金额'], { minor: true }),
        reserved: amount(
          '农副产品预留',
          'farm produce: set aside',
          [
            ...ofProduce(['预留', '预留份额', '预留采购', '预留采购份额', '应采购'], sums),
            '预留金额',
            '预留份额',
            '脱贫地区农副产品预留',
          ],
          { minor: true, path: '脱贫地区农副产品/预留' },
        ),
        canteen: amount(
          '食堂采购总额',
          'canteen purchases',
          [
            ...ofProduce(canteens, [...sums, '预算', '预算金额', '总量', '总金额']),
            ...ofProduce(['', '年度', '全年'], ['采购总额', '采购总金额', '采购总量']),
            '食堂食材采购总额',
            '食堂采购',
            '食堂采购金额',
          ],
          { minor: true, path: '脱贫地区农副产品/食堂采购' },
        ),
        bought: amount(
          '农副产品采购',
          'farm produce: bought',
          [
            ...ofProduce(
              ['', '实际', '已', '累计', '完成', '已完成', '本年', '平台', '832平台', '线上'].map(
                (how) => `${how}采购`,
              ),
              ['', '数', '额', '金额'],
            ),
            '农副产品采购额',
            '采购农副产品金额',
            '脱贫地区农副产品采购',
          ],
          { minor: true, path: '脱贫地区农副产品/采购' },
        ),
        boughtRate: rate(
          '农副产品完成比例',
          'farm produce: attained',
          [
            ...ofProduce(['完成', '采购完成', '预留完成', '任务完成', '采购'], ['比例', '率', '进度']),
            '完成比例',
          ],
          { minor: true, path: '脱贫地区农副产品/完成比例' },
        ),
        newAssetBudget: amount(
          '新增资产预算',
          'budget for new assets',
          ['新增资产预算数', '资产购置预算', '新增资产配置预算'],
          { minor: true, variant: true },
        ),
        quantity: number('数量', 'quantity', ['采购数量'], { minor: true, variant: true, summed: true }),
        remark: remark(['情况说明', '原因说明', '原因']),
      },
    },
  },
});
