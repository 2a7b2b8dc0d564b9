import type { UnseenSheet } from './unseen-sheet.ts';

/**
 * Sheets written last. Read for the first time, all 23 were taken for their own template, and 236 of 250 headings and
 * labels for what they mean, 6 for something else; what that showed was mended.
 */
export const freshSet: readonly UnseenSheet[] = [
  {
    id: 'T01',
    title: '财政专项项目支出进度跟踪表',
    tables: {
      projects:
        '序号=seq|责任单位|项目名称=projectName|资金类别=fundNature|预算金额=adjustedBudget|资金到位金额=released|截至6月30日支出=cumActual|支付率=execRate|进展缓慢原因=reason|预计完成支付时间',
    },
  },
  {
    id: 'T01',
    title: '白杨镇2023年项目支出分月执行计划表',
    tables: {
      projects:
        '项目代码=projectCode|项目名称=projectName|预算/年初=initialBudget|预算/追加=budgetAdd|预算/追减=budgetCut|预算/合计=adjustedBudget|指标/已下达=released|支出计划/#月=planM*12|支出计划/合计=planTotal|累计完成/应支=cumPlan|累计完成/实支=cumActual|累计完成/进度%=execRate|原因说明=reason',
    },
  },
  {
    id: 'T01',
    title: '6月份项目资金执行进度情况统计',
    tables: {
      projects:
        '序号=seq|项目名称=projectName|功能科目=functionClass|年度预算=adjustedBudget|本月执行=monthActual|本年累计执行=cumActual|执行率（%）=execRate|序时进度（%）=timeProgress|与序时差额（%）=varianceRate|滞后原因及下步措施=reason',
    },
  },
  {
    id: 'T02',
    title: '项目支出绩效目标执行监控情况表（1—7月）',
    form: '项目名称=projectName|主管部门（单位）=department|项目实施单位=unitName|年度目标=goal',
    tables: {
      funds:
        '资金=item|年初预算数=initialBudget|1—7月执行数=cumActual|1—7月执行率=execRate|全年预计执行数=forecast',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年度指标值=target|1—7月执行情况=actual|全年预计完成=forecast|偏差原因=causeNote|备注=remark',
    },
  },
  {
    id: 'T03',
    title: '2023年上半年项目绩效运行情况监控汇总表',
    tables: {
      projects:
        '序号=seq|归口科室=office|部门名称=unitName|项目名称=projectName|年初预算金额=initialBudget|调整后预算金额=adjustedBudget|预期绩效目标=goal|上半年支出金额=cumActual|上半年执行率=execRate|上半年绩效目标完成情况=goalProgress|是否符合序时进度=onTime|未达进度原因=reason|整改意见',
    },
  },
  {
    id: 'T03',
    title: '部门项目绩效监控表（6月）',
    tables: {
      projects:
        '项目编码=projectCode|项目=projectName|预算数/年初数=initialBudget|预算数/调整后数=adjustedBudget|支出/累计支出数=cumActual|支出/支出进度=execRate|绩效/年度绩效目标=goal|绩效/目标执行情况=goalProgress|绩效/是否达到阶段性目标=goalOnTime|存在问题及原因=reason',
    },
  },
  {
    id: 'T04',
    title: '部门整体支出绩效目标监控情况表',
    form: '单位名称=unitName|年度总目标=goal|目标执行情况=goalProgress|存在的问题及原因=problems|整改措施=remedies',
    tables: {
      funds:
        '支出类型=item|年初预算金额=initialBudget|1-6月支出金额=cumActual|支出率=execRate|全年预计支出=forecast',
      tasks: '任务名称=task|任务内容=content|预算资金=budget|支出资金=spent|任务完成进度=result',
    },
  },
  {
    id: 'T05',
    title: '项目事前绩效评估申报书',
    form: '项目名称=projectName|项目单位=applicant|归口主管部门=department|项目属性=attribute|项目实施周期=projectSpan|申请预算金额=requested|项目概况及背景=overview|政策依据及文件=policyBasis|迫切性=need|可行性=feasibility|经济性=economy|目标合理性=goals|评估结论=conclusion',
    tables: {
      costs: '序号=seq|明细支出内容=item|测算依据=basis|数量=quantity|单价=price|金额=amount',
    },
  },
  {
    id: 'T06',
    title: '2022年度预算项目支出绩效自评情况表',
    form: '项目名称=projectName|主管部门及代码=department|实施单位=unitName|年初设定绩效目标=goal|全年绩效目标完成情况=goalResult|自评得分合计=totalScore',
    tables: {
      funds:
        '预算执行情况=item|年初预算数=initialBudget|全年预算数=adjustedBudget|全年支出数=executed|分值=weight|执行率=execRate|得分=score',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|指标值=target|全年完成情况=actual|分值=weight|得分=score|偏差原因及改进措施=reason',
    },
  },
  {
    id: 'T07',
    title: '预算绩效考核部门自评表',
    tables: {
      items:
        '一级指标=level1|二级指标=level2|三级指标=indicator|评分标准=standard|满分值=weight|自评得分=score|扣分说明=reason|备注=remark',
    },
  },
  {
    id: 'T08',
    title: '“三保”预算执行情况表',
    tables: {
      items:
        '支出项目=kind|保障标准测算数=need|年初预算数=arranged|累计已支付=spent|支出占预算比重=rate|备注=remark',
    },
  },
  {
    id: 'T09',
    title: '“三公”经费支出情况对比表',
    tables: {
      items:
        '项目=item|上年实际支出数=lastActual|本年预算安排数=budget|1-6月实际支出数=actual|同比增减（±）=change|增减%=changeRate|增减变化说明=reason',
    },
  },
  {
    id: 'T10',
    title: '直达资金支付进度台账（6月）',
    tables: {
      funds:
        '序号=seq|直达资金项目=fundName|文件号=documentNumber|文件下达时间|下达资金金额=released|已分配下达金额=distributed|已支付金额=spent|支付比例=rate|惠及人数=heads|未支付原因=reason',
    },
  },
  {
    id: 'T11',
    title: '国有资产月度变动表',
    form: '编制人数=posts|在职人数=staff',
    tables: {
      items:
        '资产名称=item|月初余额=opening|本月增加数=increase|本月减少数=decrease|月末余额=closing|变动额=change|变动率=monthRate|变动情况说明=reason',
    },
  },
  {
    id: 'T12',
    title: '单位非税收入完成情况表',
    tables: {
      items:
        '收入项目=item|收入分类=kind|本年收入计划=plan|本月实际收入=monthCollected|截至本月累计收入=collected|完成比例=rate|缴库金额=toTreasury|备注=remark',
    },
  },
  {
    id: 'T13',
    title: '部门预算收支总表（公开01表）',
    tables: {
      revenue: '收 入/项 目=item|收 入/预算数=amount',
      expenditure: '支 出/项 目=item|支 出/预算数=amount',
    },
  },
  {
    id: 'T14',
    title: '用款计划表（分月）',
    tables: {
      lines:
        '预算单位=unitName|项目名称=projectName|支付方式=paymentMode|功能科目=functionClass|经济分类=economicClass|年度指标金额=allotment|分月计划/#月=planM*12|分月计划/小计=planTotal|备注=remark',
    },
  },
  {
    id: 'T15',
    title: '政府采购台账（2023年）',
    tables: {
      purchases:
        '序号=seq|采购项目名称=projectName|采购类别=category|采购预算金额=budget|采购合同金额=contract|供应商=supplier|供应商规模=supplierSize|合同签署日期=signedOn|验收日期=acceptedOn|支付日期=paidOn|支付金额=paid',
    },
  },
  {
    id: 'T16',
    title: '单位结转结余资金统计表',
    tables: {
      balances:
        '项目名称=projectName|资金形成年份=originYear|指标总额=budget|已用金额=spent|结转金额=carriedOver|结余金额=surplus|已上缴财政=returned|原因=reason',
    },
  },
  {
    id: 'T16',
    title: '暂付款清理台账',
    tables: {
      advances:
        '往来单位名称=debtor|暂付事由=matter|年初余额=opening|本期增加=added|本期收回=cleared|期末余额=closing',
    },
  },
  {
    id: 'T17',
    title: '2022年度绩效目标实现情况说明',
    tables: { projects: '序号=seq|项目名称=projectName|绩效目标内容=goal|实际实现程度=result|备注=remark' },
  },
  {
    id: 'T18',
    title: '部门职能—工作活动—支出项目对应表',
    tables: {
      functions:
        '序号=seq|部门职能名称=function|工作活动内容=activity|年度绩效目标=goal|对应支出项目=projects',
    },
  },
  {
    id: 'T19',
    title: '自评报告数据采集清单',
    tables: {
      facts:
        '序号=seq|数据指标=indicator|数值=value|单位=valueUnit|年份=year|口径说明=basis|数据出处=section',
    },
  },
];
