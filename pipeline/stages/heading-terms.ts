import type { Label } from '../model/label.ts';

/**
 * What a heading speaks of, without how it says it: `截至6月末实际支付金额` and `累计支出数` are both 累计·支出. Offices
 * word the same column in many ways, but nearly always out of the same few words; this is what is left to compare when
 * no listed heading equals it.
 */
export type Terms = ReadonlySet<string>;

const cache = new WeakMap<Label, Terms>();

/** The terms of a label, each once. */
export function termsOf(label: Label): Terms {
  const known = cache.get(label);
  if (known !== undefined) return known;
  const terms = termsIn(label.plain);
  cache.set(label, terms);
  return terms;
}

/** What a text speaks of that has no like in a table that never does: paying in a table of revenue. */
export const subjectTerms: readonly string[] = ['付', '收入', '征收'];

/** What a form speaks of besides that: one that gives points is none that only watches. */
export const subjectTermsOfForms: readonly string[] = [...subjectTerms, '得分'];

/** What any list may have beside what it is about. */
export const everyListsTerms: readonly string[] = [
  '文号',
  '处室',
  '单位',
  '日期',
  '标识',
  '预计',
  '年份',
  '余额',
  '未支出',
];

/** How much a term says by itself; what every second heading has says little. */
export function baseWeight(term: string): number {
  return weights.get(term) ?? (term.length === 1 ? 0.6 : 1);
}

/** Whether a label can head a column of a kind: a rate is no amount, reasons are no day. */
export function mayBe(terms: Terms, kind: string): boolean {
  const has = (...wanted: readonly string[]) => wanted.some((term) => terms.has(term));
  if (kind === 'date' && !has('日期', '期限')) return false;
  // 预算年度 asks of which year, not how much.
  if (kind === 'amount' && has('年份')) return false;
  if (kind === 'rate' && !has('率', '占比', '增减', '同比', '环比', '偏差')) return false;
  // What was done so far is no yes or no, and a sum no text.
  if (kind === 'yesNo' && has('累计', '实际') && !has('是否')) return false;
  if (kind === 'text' && has('数') && !has(...wordy)) return false;
  if (has('名称', '内容')) return kind === 'text' || kind === 'code';
  // 偏差原因 / 经费 is a cause to tick, 偏差原因 alone is one to write.
  if (has('原因', '措施'))
    return kind === 'text' || kind === 'choice' || (kind === 'yesNo' && terms.size > 2);
  if (has('是否')) return kind === 'yesNo' || kind === 'text';
  if (has('率', '占比')) return kind === 'rate' || kind === 'text' || kind === 'number' || kind === 'yesNo';
  if (has('日期')) return kind === 'date' || kind === 'text';
  if (has('编码', '文号'))
    return kind === 'code' || kind === 'text' || (kind === 'sequence' && terms.size === 1);
  return true;
}

/** What a column of words may ask for about a sum of money. */
const wordy = ['名称', '内容', '原因', '说明', '情况', '单位', '备注', '事由', '对象', '类别', '来源'];

function termsIn(plain: string): Terms {
  const terms = new Set<string>();
  let rest = plain
    .replace(
      /^(?:[一二三]级:|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])/,
      '',
    )
    .replace(/(?:19|20)\d\d(?=年[初末终底])|(?:19|20)\d\d年度?/g, '')
    // 下年计划较本年预计增减: what differs is said by what it is compared with.
    .replace(/^.{2,8}(?=[较比].{2,6}增减)/, '')
    // 受益企业(户): how many of them.
    .replace(/\((?:人|户|家|人次|户次)\)$/, '人数')
    // 6月末余额 is what is left at the end, not what was paid up to then.
    .replace(/(?:截[至止])?(?:0?1月?[-~—至到])?0?\d{1,2}月(?:份?[底末])?(?=余额|结存)/g, '期末')
    // 供应商类型(大/中/小/微) asks for the size, 中标(成交)单位 is one word in two.
    .replace(/\([^()]*[中小]型?[/、]?[小微][^()]*\)/g, '规模')
    .replace(/中标\(成交\)|成交\(中标\)/g, '中标')
    // 项目(政策)名称, 资金(项目)名称: a bracket inside repeats the word before it in other words.
    .replace(
      /(?<=[\u4e00-\u9fff])\((?![^()]*(?:[减收支初后上下本未已率]|调整|累计|计划|预计|同期))[\u4e00-\u9fff]{2,6}\)(?=[\u4e00-\u9fff])/g,
      '',
    )
    // 责任科室, 经办股室: which one is no matter.
    .replace(
      /(?:责任|经办|承办|牵头|负责|管理|使用|实施|业务|主管|归口|对口|分管)+(?=[股科处部]室|[站办所]{2})/g,
      '',
    )
    // 部门预算支出经济分类科目: one classification, whoever names it.
    .replace(/(?:部门|政府)?(?:预算)?(?:支出)?(功能|经济)(?:分类科目|分类|科目)/g, '$1科目')
    // 结余资金处理意见, 剩余指标安排计划: what is said of money that was not spent.
    .replace(
      /(?:剩余|结余|结存|未支出|未支付|未使用)(?:资金|指标|额度|金额|部分)的?(?:(?:处置|处理|安排|使用|去向|用途)(?:意见|建议|计划|方式|情况|说明|措施)?|情况说明|说明|原因)$/,
      '未支出原因',
    )
    // 未使用完毕, 尚未拨付: not spent, however that is said.
    .replace(
      /(?:尚未|没有|未能|未)(?:支出|支付|使用|拨付|执行|列支|用)(?:完毕|完成|完|到位)?(?!进度|率)/g,
      '未支出',
    )
    // 超（+）欠（-）进度: how far from where it should be.
    .replace(/超(?:前|额|支)?(?:\(\+\))?[、/或]?(?:欠|短|滞后|落后|节)(?:支)?(?:\(-\))?/g, '偏差')
    // 已缴库, 缴存国库, 应缴入国家金库.
    .replace(/(?:上缴|解缴|缴)(?:入|存|交|至|到)?(?:国家金库|国库|金库|库)/g, '上缴国库')
    // 应支出日期, 要求支出完成时间: by when.
    .replace(/(?:要求|规定|限定|最迟|最晚|应|须)([^()]{0,4}?)(?:完成|完毕)?(?:日期|时间)$/, '$1期限')
    // 达到序时？ and 达到序时（是/否） are 是否达到序时.
    .replace(/^(?!.*是否)(.*)(?:\?|\((?:是[/、或]?否|是[/、或]不是|打?[√✓]|打[勾钩]|勾选)\))$/, '是否$1')
    // 全年执行数B, 执行率B/A: the letter of the column.
    .replace(/(?<=[\u4e00-\u9fff])[A-Z](?:=?[A-Z/*×+-]*(?:\d+%?)?)$/, '')
    // What a bracket lists or how it counts is no part of the name: (大/中/小/微), (20分×执行率).
    .replace(
      /\((?:金额)?(?:单位:?)?[百千万亿]*元\)|\([^()]*[/、*×±][^()]*\)|\([A-Z\d](?:[/=+*-][A-Z\d%]+)*\)|\(\d+分\)/g,
      '',
    )
    .replace(/十[一二]月|[一二三四五六七八九十]月/g, (word) => `${numerals.indexOf(word.slice(0, -1)) + 1}月`)
    // Where a reason is asked for: （超30%必填） speaks of the change, a threshold of nothing else.
    .replace(/(?:超过?|大于|高于)\d+%(?:以上|的)?/g, '增减')
    // 预期全年完成值, 全年预期, 预期征收: what is expected to come of it; 预期目标 and 预期值 are what was set.
    .replace(
      /预期(?=全年|年[底末终]|本年|征收|收入|支出|执行|支付|完成(?!值))|(?<=全年|年[底末终])预期(?!目标|绩效|指标|值)/g,
      '预计',
    )
    // 完成计划, 完成年度任务: how much of it; 完成计划数 is a sum.
    .replace(/^完成(?:全年|年度|年初|本年|当年)?(?:收入|征收|支出|采购)?(?:计划|预算|任务)$/, '$&率')
    // 下一步打算, 下步工作安排: what is meant to be done about it.
    .replace(/(?<=下一步|下步|下阶段)(?:工作)?(?:打算|计划|安排)/g, '措施')
    // The first quarter, like the first half of a year, is all there is so far.
    .replace(/(?:第?一|前[二三]|第?[一1][-~—至到][二三四234])季度?(?:末|底)?/g, '累计')
    // Months up to now: 1-6月, 截至6月底, 至6月末, 上半年.
    .replace(
      /(?:截[至止])?(?:0?1月?[-~—至到])0?\d{1,2}月(?:份|底|末|止)?|截[至止]?0?\d{1,2}月(?:份|底|末|止)?|[至到]0?\d{1,2}月(?:份?[底末止])|截[至止]#月|[1一]-X月|截[至止]X月底?/g,
      '累计',
    )
    .replace(/0?(\d{1,2})月(?:份|底|末)?/g, '〔$1月〕');
  // 形成年度, 数据年份: a year asked for, not one that is meant along or named.
  if (/^(?!.*(?:[上下本前全当]|\d{4})年[度份]$).*年[度份]$/.test(plain)) terms.add('年份');
  // 存量资金项目 names projects: what a heading ends in is what it asks for.
  if (/.项目$/.test(plain)) terms.add('名称');
  while (rest !== '') {
    const month = /^〔(\d{1,2}月)〕/.exec(rest);
    if (month?.[1] !== undefined) {
      terms.add(month[1]);
      rest = rest.slice(month[0].length);
      continue;
    }
    let taken = 1;
    for (let length = Math.min(longestWord, rest.length); length > 0; length -= 1) {
      const meaning = meanings.get(rest.slice(0, length));
      if (meaning === undefined) continue;
      for (const term of meaning) terms.add(term);
      taken = length;
      break;
    }
    const sign = rest[0] ?? '';
    if (taken === 1 && !meanings.has(sign) && !/[()[\]{}【】〔〕<>*:,;。、.·_/\-—+=\d]/.test(sign))
      terms.add(sign);
    rest = rest.slice(taken);
  }
  return explained(terms);
}

/** 变动说明 says why, 口径说明 what is meant, 填报说明 no more than a remark; 说明 alone may be either. */
export function explained(terms: Terms): Terms {
  if (!terms.has('说明')) return terms;
  if (causes.some((term) => terms.has(term))) return new Set([...terms, '原因']);
  return terms.has('的') && terms.size === 2 ? new Set(['备注']) : terms;
}

/** What is explained by a cause where a heading asks for its 说明. */
const causes = ['增减', '增加', '减少', '偏差', '得分', '扣分', '未支出', '具体'] as const;

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** What whole templates are about: in headings it goes without saying, in titles it says nearly all. */
export const subjects: ReadonlySet<string> = new Set([
  '监控',
  '评估',
  '自评',
  '三公',
  '三保',
  '直达',
  '非税',
  '采购',
  '资产',
]);

/** How much a term says in a title. */
export function titleWeight(term: string): number {
  if (subjects.has(term)) return 1.5;
  // Signs without a meaning are those of names of places and offices.
  return term.length === 1 ? 0.3 : baseWeight(term);
}

/** Terms that come and go without changing what a heading means weigh little, those that turn it into another much. */
const weights: ReadonlyMap<string, number> = new Map([
  // 执行 may be of spending or of revenue, 支付 of spending only: it weighs nothing and rules out (see `subjectTerms`).
  ['付', 0] as const,
  ...[...subjects].map((term) => [term, 0.3] as const),
  ['拟', 0.12],
  ...['数', '情况', '年', '的', '净', '合计', '设定', '表', '统计', '说明'].map(
    (term) => [term, 0.12] as const,
  ),
  ...['名称', '主要', '具体', '投入', '实施', '财政', '专项', '运行', '运转', '中央'].map(
    (term) => [term, 0.25] as const,
  ),
  ...['项目', '实际', '立项', '分析', '内容', '下步', '资金'].map((term) => [term, 0.4] as const),
  ...['绩效', '累计'].map((term) => [term, 0.55] as const),
  ...[
    '率',
    '偏差',
    '增减',
    '同期',
    '主管',
    '起止',
    '期限',
    '上年',
    '前年',
    '下年',
    '上月',
    '本月',
    '本期',
    '计划',
    '期初',
    '期末',
    '预计',
    '未支出',
    '得分',
    '分值',
    '扣分',
    '建议',
    '日期',
    '原因',
    '是否',
    '同比',
    '环比',
    '占比',
    '发文',
    '规模',
    '调整',
    '增加',
    '减少',
  ].map((term) => [term, 1.6] as const),
]);

/** 比去年同期, 较上月, 与上期相比: what something is held against. */
function comparedWith(times: readonly string[]): string {
  return times
    .flatMap((time) => [`比${time}`, `较${time}`, `与${time}`, `与${time}相比`, `同${time}相比`])
    .join(' ');
}

/** Words that stand for each other in headings; the first of a line names the term. */
const synonyms: readonly string[] = [
  '执行单位=实施+单位 预算部门及代码=主管+单位+编码',
  '支出=支出+付 支付=支出+付 支付类型=支出+付+方式 付款=支出+付 拨付=支出+付 列支=支出+付 开支=支出+付 支用=支出+付 实付=支出+付 实支=支出+付 发放=支出+付 报销=支出+付 报账=支出+付 支取=支出+付 兑付=支出+付 兑现=支出+付 划拨=支出+付 划付=支出+付 拨出=支出+付 拨支=支出+付 支领=支出+付 付讫=支出+付 动支=支出+付 实际发生=实际+支出 已发生=累计+支出 累计发生=累计+支出',
  '使用=支出 执行=支出 应支=计划+支出+付 应支出=计划+支出+付 应支付=计划+支出+付 已用=累计+支出 已付=累计+支出+付',
  '率 进度 比例 比率 百分比 % 比重 程度 占 百分点',
  '占比 构成比 所占比例',
  '累计 截至 截止 至今 已 上半年 半年 半年末 前三季度 一季度末 二季度末 三季度末 四季度末 季度末 季末 前两季度 截至目前 截止目前 目前 当前 年内 迄今 年初至本月 年初至本月末 年初至本期 年初至本期末 年初至报告期末 年初至今 年初以来 今年以来 自年初 至本月末 至本期末',
  // The day up to which a form of monitoring counts.
  '累计 监控期 监控期内 监控期末 监控期间 监控日 监控时 监控时点 监控时段 监控节点 监控截止日 监控截至日 监控阶段 跟踪时点 跟踪期',
  '本月 当月 本月份',
  '本期 当期',
  '上月 上期',
  '上年 去年 上年度 上一年 上一年度',
  '前年 前年度',
  '下年 明年 次年 下年度 下一年度',
  '年 全年 年度 本年 本年度 当年 当年度 年份',
  '设定 设置 制定 预定 拟定',
  '立项 设立',
  '项目 预算项目 用款项目 建设项目 二级项目 三级项目 子项目 专项名称=项目+名称 项目内容=项目+名称 项目事项=项目+名称 支出事项=项目+名称 事项名称=项目+名称 工程名称=项目+名称',
  '财政',
  '专项',
  '绩效',
  '主要',
  '具体',
  '投入',
  '年初 本年初',
  '期初 月初 上月末 上月期末 上期期末 上期末 上月底 上月月末',
  '期末 月末 本月末 本月期末 本期期末 本期末 年末 年终 本月底',
  '余额 结存',
  '增加 追加 调增 新增',
  '减少 追减 调减 压减 核减 处置',
  '增减 增幅=增减+率 增(减) 追加(减) 追加(追减) 变动 变化 增减变动 增减变化 增长 升降',
  `同比 ${comparedWith(['上年', '去年', '上年度', '上一年', '上一年度', '上年同期', '上年度同期', '上一年同期', '去年同期', '上年同月', '去年同月', '同期'])}`,
  `环比 ${comparedWith(['上月', '上个月', '上期', '上月末', '上月底', '上期末', '月初', '期初'])}`,
  '预算 安排 预算指标 盘子 资金盘子 支出盘子 预算盘子 控制数=预算+数 控制额=预算+数',
  '运行',
  '批复 核定 年初批复=年初+预算 年初下达=年初+预算',
  '调整 追加后 追减后 调增后 调减后 增减后 可用预算=调整+预算 现有预算=调整+预算 现行预算=调整+预算 现预算=调整+预算 现额度=调整+数 现指标=调整+预算 最新预算=调整+预算 目前预算=调整+预算 调整后 变动后 调剂后 追加(减)后 追加减后 追加追减后',
  '计划 打算 应 任务数=计划+数',
  '下达 到位 到账 拨入 拨款=下达+数 收到金额=下达+数 收到指标=下达+数 收到资金=下达+资金',
  '发文 文件下达 文件印发 印发',
  '中央 上级 省级 市级 县级 区级',
  '分配 分解 分解下达 分配下达 切块 细化 细化分解 分解细化 细化下达',
  '收文 到文 收到文件 收件 收到 来文 接文',
  '日期 时间 年月 时点',
  '起止 起讫',
  '期限 时限 年限 周期 截至日期 截至时间',
  '表 台账 报表 月报 月报表 台帐 清单 一览表 汇总表 明细表 统计表 登记表',
  '统计 汇总 一览 明细 登记 报告 查询',
  '整体',
  '监控 双监控 跟踪监控 运行跟踪监控 动态监控 监测 运行跟踪 绩效跟踪=绩效+监控 目标跟踪=目标+监控 绩效运行跟踪=绩效+运行+监控',
  '自评 自评价',
  '三公',
  '直达',
  '非税',
  '资产',
  '资金性质 经费性质 拨款性质 财政拨款性质 款项性质 预算性质',
  '收支 收入支出',
  '用款 资金使用计划=用款+计划 经费使用计划=用款+计划 资金支付计划=用款+计划',
  '暂付',
  '同期',
  '分析',
  '说明',
  '原因 理由 缘由 依据说明 情况说明 情况分析 原因分析 原因说明 分析说明 具体情况 成因',
  '较序时=偏差+序时 比序时=偏差+序时 与序时=偏差+序时 超序时=偏差+序时',
  '偏差 差异 偏离 相差 差值 差距 差 差额 缓慢 进展缓慢 进度缓慢 偏慢 滞后 未达到 未达标 未达 未完成 未实现 没有完成 不达标 执行率低 执行率偏低 未达进度 未达到进度 未完成进度 进度滞后 未达序时 未达到序时 未达预期 未达到预期 欠进度 欠序时 短收 欠收 减收 进度慢 进度偏低 支出慢 支付慢 执行慢',
  '未支出 未支付 尚未支付 尚未支出 未使用 未支出完 未支出完毕 未拨付 未执行',
  '目标 总目标 总体目标 履职目标 履职总目标',
  '完成 实现 达成 进展 推进 落实 执行情况 完成情况 实现情况 进展情况',
  '实际',
  '预计 预测 估计 预期完成',
  '措施 对策 举措 解决措施 处理措施 推进措施 工作措施 加快措施 加快支出措施',
  '下步 下一步 下阶段',
  '整改 改进 整改意见=整改+建议 改进意见=整改+建议',
  '是否 有无 能否 是否已',
  '达到 达标 达',
  '序时 时序 时间进度=序时+率 序时进度=序时+率 时序进度=序时+率 序时要求=序时+率',
  '单位 部门 机构 所属单位 下属单位 二级单位 基层单位 责任单位 责任部门 使用单位 资金使用单位 用款单位 用款部门',
  '主管 归口',
  '处室 科室 股室 部室 股室名称 科室名称 站所 所站 站办 办所 站办所 内设机构 职能科室',
  '实施 承担',
  '申报 申请 申报项目',
  '类别 类型 种类 性质 属性 分类 大类',
  '来源 渠道',
  '拟 采取 拟采取',
  '编码 代码 编号 编码号',
  '文号 文件号 文件文号 指标文 指标文号 发文号 文件 资金文件 指标文件 下达文件',
  '标识 标志 标签',
  '数 额 数额 额度 总额 总数 值 金额 金额数 款项 款',
  '资金 经费 费用 补助资金 财政拨款=财政+资金',
  '情况 状况 信息',
  '内容 事项',
  '的 最近 最后 在 中 一体化 一体化系统 性 充分性 及 和 与 等 之 其 其中 其中: 本 该 个 请 填写 填报',
  '名称 全称 名 名目',
  '合计 小计 总计 总 共计',
  '负责人',
  '电话',
  '备注 附注 备注说明',
  '指标',
  '缺口',
  // How much there is of what is spent on: journeys, cars, guests.
  '保有量 保有数 保有辆数 车辆 车辆数 辆数 团组 团组数 批次 批次数 实物量',
  '需求 需要 测算 应保障=需求',
  '三保',
  '保障',
  '必要 迫切 紧迫 必要性 迫切性 紧迫性 现实',
  '可行 可行性 实施条件',
  '经济 经济性 成本效益 效益分析=经济',
  '合理 合理性',
  '合规 合规性',
  '依据 标准依据',
  '标准 办法 细则 规则',
  '概况 基本情况 简要情况 简介 概述 基本概况 背景',
  '结论 意见 评价结论=评价+结论',
  '建议',
  '评估 评审 论证 专家 专家组 评估组 评审组 专家评审 专家评估 专家论证',
  '得分 评分 自评分 自评得分 分数 打分 自评分值 实得分',
  '分值 权重 满分 标准分 标准分值 配分 基本分 基础分 应得分 满分值 额定分',
  '扣分 失分 未得分 未得满分',
  '一级指标 一级',
  '二级指标 二级',
  '三级指标 三级 三级绩效指标 具体指标',
  '指标值 计划完成值 预期完成值 应完成值 计划完成数 年度计划值 全年计划值 预设值 设定值 计划值 预期值 期望值 年度值 目标值 全年目标值 年度目标值 标准值 指标目标值 年度指标值 年初指标值 计划指标值',
  '完成值 完成数 实现值 实际值 执行值',
  '经费保障',
  '制度保障',
  '人员保障',
  '硬件条件保障 硬件条件 硬件保障 硬件',
  '其他 其它',
  '采购 购买 政府采购',
  '合同 中标 成交 中标(成交) 成交(中标)',
  '供应商 供货商 中标人 乙方 乙方单位 中标单位 中标企业 成交单位 供货单位',
  '规模',
  '签订 签 签约 签署 已签 已签订 已签约 已签署 签订日=签订+日期',
  '验收 验收日=验收+日期',
  '品目 品类 目录',
  '预留',
  '数量',
  '价格 单价 价 综合单价 平均单价 合价=合计+数 总价=合计+数',
  '净 净值=净+数 净额=净+数',
  '计量 度量 计价',
  '征收 收缴 征缴 实缴 实收 入库 收取',
  '收入 收费 罚没 收费(罚没) 执收',
  '国库 缴库=上缴+国库',
  '专户 财政专户',
  '上缴 缴入 已缴 解缴',
  '收回 交回 缴回 上交 退回 清收 收缴财政',
  '结转 结转下年=结转 结转下年度=结转 结转下年使用=结转 结转至下年=结转 结转次年=结转',
  '结余 节余 净结余',
  '存量 沉淀 闲置',
  '形成 产生',
  '清理 消化 核销 收回清理',
  '对象 群体 人群 债务人 借款人 欠款人 往来单位 债务单位 欠款单位 借款单位 占用单位',
  '事由 用途 款项内容',
  '职能 政府主要职责 政府主要职能 职责 主要职责 主要职能 职能职责 政府职能 政府职责 法定职责 法定职能 工作职责 工作职能 核心职责 核心职能 基本职责 基本职能 三定职责 三定职能 职责范围 职责任务 职能任务',
  '工作活动 活动 工作任务 工作 任务 重点工作 重点任务',
  '对应 支撑 匹配 关联 相应 涉及',
  '出处 位置 章节 所在章节 来源章节 报告章节 报告出处',
  '口径 统计口径',
  '数据 数值 指标数值 指标数据 填报值 填报数 填报数值 填报数据 采集值 采集数 采集数值 采集数据 取值 取数 报告值 报告数',
  '编制',
  '在职 在编 实有 在职人员',
  '人数 人次 户数 人(户)数',
  '受益 补贴 惠及 受惠 受助 享受 受益企业=受益+对象 受益群众=受益+对象 受益农户=受益+对象 惠及企业=受益+对象 惠及群众=受益+对象 惠及农户=受益+对象 受益人口=受益+人数 惠及人口=受益+人数 补助对象=受益+对象 救助对象=受益+对象 发放对象=受益+对象 资助对象=受益+对象 保障对象=受益+对象 扶持对象=受益+对象 补助人数=受益+人数 救助人数=受益+人数 发放人数=受益+人数 补助户数=受益+人数 发放户数=受益+人数',
  '科目 支出科目 预算科目',
  '功能科目 功能',
  '经济科目 经济',
  '方式',
  '待批复 未批复',
  '预警 风险',
  '等级 等次 档次 级别',
  '发现 存在',
  '问题 不足',
];

/** What each word stands for; `时间进度=序时+率` gives a word that stands for several terms. */
const meanings: ReadonlyMap<string, readonly string[]> = new Map(
  synonyms.flatMap((line) => {
    const words = line.split(' ');
    const term = words[0] ?? '';
    return words.map((word): [string, readonly string[]] => {
      const [own = '', several] = word.split('=');
      return [own, several === undefined ? [term] : several.split('+')];
    });
  }),
);

const longestWord = Math.max(...[...meanings.keys()].map((word) => word.length));
