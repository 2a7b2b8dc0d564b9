import type { UnseenSheet } from './unseen-sheet.ts';

/**
 * Sheets worded as county bureaus, budget units and their software word them, written without a look at the templates'
 * words. Read for the first time, 68 of the 70 were taken for their own template (97.1 %) and none for another, 765 of 822
 * headings and labels for what they mean and 9 for something else (41 sheets without a single miss); of twenty ordinary
 * spreadsheets written with them one was taken for a template. What that showed was mended.
 */
export const countySet: readonly UnseenSheet[] = [
  {
    id: 'T01',
    title: '青禾县2023年部门项目支出执行进度通报附表',
    tables: {
      projects:
        '序号=seq|预算单位|项目名称=projectName|2023年预算安排（万元）=adjustedBudget|已下达指标（万元）=released|截至6月末实际支出（万元）=cumActual|支出进度（％）=execRate|较序时进度（百分点）=varianceRate|未达序时进度原因=reason',
    },
  },
  {
    id: 'T01',
    title: '项目支出分月计划及执行情况表（6月）',
    tables: {
      projects:
        '项目编码=projectCode|项目名称=projectName|资金性质=fundNature|指标来源=fundSource|预算数（万元）/年初预算=initialBudget|预算数（万元）/追加（＋）=budgetAdd|预算数（万元）/追减（－）=budgetCut|预算数（万元）/调整后=adjustedBudget|分月支出计划/一月=planM01|分月支出计划/二月=planM02|分月支出计划/三月=planM03|分月支出计划/四月=planM04|分月支出计划/五月=planM05|分月支出计划/六月=planM06|截至6月/计划=cumPlan|截至6月/执行=cumActual|截至6月/进度=execRate|备注=remark',
    },
  },
  {
    id: 'T01',
    title: '2023年项目资金支出月报',
    tables: {
      projects:
        '序号=seq|项目名称=projectName|功能科目名称=functionClass|2023年预算/年初批复=initialBudget|2023年预算/年中调整/追加=budgetAdd|2023年预算/年中调整/压减=budgetCut|2023年预算/调整后预算=adjustedBudget|支出情况/本月支出=monthActual|支出情况/累计支出/金额=cumActual|支出情况/累计支出/占预算%=execRate|滞后原因=reason|下一步措施=measure',
    },
  },
  {
    id: 'T01',
    title: '预算项目执行情况查询',
    tables: {
      projects:
        '单位编码|单位名称|项目代码=projectCode|项目名称=projectName|指标文号|资金性质名称=fundNature|功能分类科目=functionClass|全年预算指标数=adjustedBudget|累计支付金额=cumActual|支付进度=execRate|指标余额',
    },
  },
  {
    id: 'T01',
    title: '专项经费使用进度表',
    tables: {
      projects:
        '项目名称=projectName|差异原因说明=reason|1-6月累计支出=cumActual|1-6月计划支出=cumPlan|差异率=varianceRate|全年预算=adjustedBudget|整改措施=measure|原因类型=reasonType',
    },
  },
  {
    id: 'T02',
    title: '项目支出绩效运行监控表（2023年1-6月）',
    form: '项目名称=projectName|主管部门=department|项目实施单位=unitName|年度绩效总目标=goal',
    tables: {
      funds:
        '项目资金（万元）=item|年初预算数（A）=initialBudget|1-6月执行数（B）=cumActual|执行率（B/A）=execRate|全年预计执行数=forecast',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年度指标值=target|1-6月完成值=actual|全年预计完成值=forecast|偏差原因分析=causeNote|完成目标可能性/确定能=certain|完成目标可能性/有可能=possible|完成目标可能性/完全不可能=impossible|备注=remark',
    },
  },
  {
    id: 'T02',
    title: '绩效目标运行监控表',
    form: '项目名称=projectName|项目编码=projectCode|预算单位=unitName|主管部门=department|年度目标=goal',
    tables: {
      funds:
        '资金来源=item|年初预算=initialBudget|调整后预算=adjustedBudget|1-10月执行=cumActual|执行进度=execRate|预计全年执行=forecast',
      indicators:
        '绩效指标/一级=level1|绩效指标/二级=level2|绩效指标/三级=indicator|绩效指标/指标值=target|监控情况/1-10月完成情况=actual|监控情况/全年预计完成=forecast|未完成原因=causeNote|备注=remark',
    },
  },
  {
    id: 'T02',
    title: '2023年度项目绩效目标中期监控表',
    form: '项目名称=projectName|主管部门（盖章）=department|项目单位=unitName|项目年度总体目标=goal',
    tables: {
      funds:
        '资金总额及构成=item|年初预算金额=initialBudget|截至6月30日执行金额=cumActual|截至6月30日执行率（%）=execRate|全年预计执行金额=forecast',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年初指标值=target|截至6月30日执行情况=actual|预计全年完成情况=forecast|偏差原因/经费保障=causeFunds|偏差原因/制度保障=causeRules|偏差原因/人员保障=causeStaff|偏差原因/硬件保障=causeEquipment|偏差原因/其他=causeOther|原因说明=causeNote',
    },
  },
  {
    id: 'T02',
    title: '项目支出绩效监控情况表（1-9月）',
    form: '预算项目名称=projectName|预算部门及代码=department|项目执行单位=unitName|绩效目标=goal',
    tables: {
      funds:
        '预算执行情况=item|预算数=initialBudget|1-9月支出数=cumActual|支出率=execRate|全年预计支出=forecast',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|目标值=target|1-9月实际值=actual|预计年底完成=forecast|偏差情况及原因=causeNote|备注=remark',
    },
  },
  {
    id: 'T03',
    title: '2023年1-6月部门项目绩效运行监控汇总表',
    tables: {
      projects:
        '序号=seq|归口股室=office|单位名称=unitName|项目名称=projectName|年初预算（万元）=initialBudget|追加（万元）=budgetAdd|追减（万元）=budgetCut|调整后预算（万元）=adjustedBudget|年度绩效目标=goal|截至6月底支出（万元）=cumActual|执行率（%）=execRate|截至6月底目标完成情况=goalProgress|支出进度是否达标=onTime|绩效目标是否达标=goalOnTime|原因分类=reasonType|具体情况=reason',
    },
  },
  {
    id: 'T03',
    title: '绩效运行“双监控”情况汇总表',
    tables: {
      projects:
        '单位=unitName|项目编码=projectCode|项目名称=projectName|项目类别=projectType|预算执行监控/预算数=adjustedBudget|预算执行监控/支出数=cumActual|预算执行监控/执行率=execRate|绩效目标监控/绩效目标=goal|绩效目标监控/完成情况=goalProgress|绩效目标监控/是否偏离|偏离原因=reason|备注=remark',
    },
  },
  {
    id: 'T03',
    title: '项目支出绩效监控统计表（一般监控）',
    tables: {
      projects:
        '序号=seq|业务股室=office|预算单位名称=unitName|支出项目=projectName|年初批复预算=initialBudget|全年预算数=adjustedBudget|设定的绩效目标=goal|1-7月支出=cumActual|支出率=execRate|1-7月绩效目标实现情况=goalProgress|是否达序时进度=onTime|是否实现阶段性目标=goalOnTime|未达标原因=reason|目标是否需要调整=goalChange',
    },
  },
  {
    id: 'T03',
    title: '财政项目绩效监控台账',
    tables: {
      projects:
        '序号=seq|部门（单位）=unitName|项目名称=projectName|预算金额=adjustedBudget|累计执行金额=cumActual|预算执行进度=execRate|绩效总体目标=goal|绩效目标执行进展情况=goalProgress|存在的问题及原因分析=reason',
    },
  },
  {
    id: 'T04',
    title: '部门整体支出绩效目标运行监控表（1-6月）',
    form: '部门（单位）名称=unitName|年度总体绩效目标=goal|总体目标执行情况=goalProgress|存在的主要问题=problems|偏离原因分析=deviation|整改措施=remedies',
    tables: {
      funds:
        '预算资金（万元）=item|年初预算=initialBudget|1-6月执行=cumActual|执行率（%）=execRate|全年预计执行=forecast',
      tasks: '年度主要任务=task|主要内容=content|预算金额=budget|已执行金额=spent|任务完成情况=result',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年度指标值=target|1-6月完成情况=actual|全年预计完成=forecast|偏差原因=causeNote',
    },
  },
  {
    id: 'T04',
    title: '2023年单位整体绩效监控表',
    form: '预算单位=unitName|单位年度绩效目标=goal|目标进展情况=goalProgress|问题=problems|原因=deviation|改进建议=remedies',
    tables: {
      funds:
        '支出结构=item|年初预算数=initialBudget|调整预算数=adjustedBudget|截至6月支出数=cumActual|支出进度=execRate|预计全年支出数=forecast',
      tasks: '序号=seq|重点工作任务=task|具体内容=content|预算安排=budget|实际支出=spent|进展情况=result',
    },
  },
  {
    id: 'T04',
    title: '整体支出绩效监控报告表',
    form: '单位名称=unitName|年度目标=goal|目标完成情况=goalProgress|存在问题及原因=problems|下一步改进措施=remedies',
    tables: {
      funds:
        '资金项目=item|年初批复数=initialBudget|1-7月支出数=cumActual|1-7月支出率=execRate|全年预计数=forecast',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|计划指标值=target|1-7月执行值=actual|预计全年值=forecast|原因说明=causeNote|备注=remark',
    },
  },
  {
    id: 'T05',
    title: '2024年新增项目事前绩效评估表',
    form: '项目名称=projectName|申报单位=applicant|主管部门=department|项目性质=attribute|实施期限=projectSpan|申请资金总额（万元）=requested|其中：申请财政资金=requestedFiscal|自筹及其他资金=requestedOther|项目基本情况=overview|立项政策依据=policyBasis|需求迫切性=need|实施方案可行性=feasibility|投入经济性=economy|绩效目标合理性=goals|筹资合规性=financing|评估结论=conclusion|建议安排预算数=suggested',
    tables: {
      costs:
        '序号=seq|支出明细=item|测算标准及依据=basis|计量单位=pieceUnit|数量=quantity|单价（元）=price|金额（万元）=amount|备注=remark',
    },
  },
  {
    id: 'T05',
    title: '项目事前绩效评估报告表',
    form: '评估项目名称=projectName|项目单位=applicant|归口部门=department|资金总额=requested|项目概况=overview|政策依据=policyBasis|迫切需求=need|实施可行性=feasibility|投入经济性=economy|目标合理性=goals|评估意见=conclusion|项目负责人=head|联系电话=phone',
    tables: {
      costs: '成本明细项目=item|依据=basis|数量=quantity|单价=price|小计=amount',
      scores: '评估内容=dimension|分值=weight|评分=score',
    },
  },
  {
    id: 'T05',
    title: '政策和项目预算事前评估申报表',
    form: '项目全称=projectName|实施单位=applicant|主管单位=department|新增或延续=attribute|项目起止时间=projectSpan|申请预算数=requested|项目简介=overview|设立依据=policyBasis|实施必要性=need|可行性分析=feasibility|成本效益分析=economy|目标设置情况=goals|结论=conclusion',
    tables: {
      costs: '序号=seq|分项内容=item|测算依据=basis|单位=pieceUnit|数量=quantity|单价=price|合计=amount',
    },
  },
  {
    id: 'T06',
    title: '项目支出绩效自评表（2022年度）',
    form: '项目名称=projectName|主管部门=department|实施单位=unitName|预期目标=goal|实际完成情况=goalResult|总分=totalScore',
    tables: {
      funds:
        '项目资金（万元）=item|年初预算数=initialBudget|全年预算数（A）=adjustedBudget|全年执行数（B）=executed|分值（10分）=weight|执行率（B/A）=execRate|得分=score',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年度指标值=target|实际完成值=actual|分值=weight|得分=score|偏差原因分析及改进措施=reason',
    },
  },
  {
    id: 'T06',
    title: '2022年部门预算项目绩效目标自评表',
    form: '项目名称=projectName|项目编码=projectCode|预算单位=unitName|主管部门=department|年度目标=goal|目标完成情况=goalResult|自评得分=totalScore|评价结论=conclusion|存在问题=problems|改进措施=remedies',
    tables: {
      funds:
        '预算执行情况（10分）=item|年初预算=initialBudget|调整后预算数=adjustedBudget|预算执行数=executed|预算执行率=execRate|权重=weight|得分=score|原因=reason',
      indicators:
        '绩效指标（90分）/一级指标=level1|绩效指标（90分）/二级指标=level2|绩效指标（90分）/三级指标=indicator|指标性质=nature|指标值=target|度量单位=targetUnit|完成值=actual|权重=weight|得分=score|未完成原因分析=reason',
    },
  },
  {
    id: 'T06',
    title: '2022年度项目自评表',
    form: '项目名称=projectName|主管部门=department|项目实施单位=unitName|年初绩效目标=goal|绩效目标完成情况=goalResult|自评总分=totalScore',
    tables: {
      funds:
        '预算执行情况（20分）=item|预算数（A）=adjustedBudget|执行数（B）=executed|执行率（B/A）=execRate|得分（20分*执行率）=score',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年初目标值（A）=target|实际完成值（B）=actual|分值=weight|得分=score|偏差大或目标未完成原因分析=reason',
    },
  },
  {
    id: 'T06',
    title: '财政支出项目绩效自评打分表',
    form: '项目名称=projectName|主管单位=department|项目承担单位=unitName|总体目标=goal|总体目标完成情况=goalResult|综合得分=totalScore|自评等次=grade',
    tables: {
      funds:
        '资金来源=item|全年预算=adjustedBudget|全年支出=executed|执行率（%）=execRate|分值=weight|自评得分=score',
      indicators:
        '一级指标=level1|二级指标=level2|指标名称=indicator|目标值=target|完成值=actual|标准分值=weight|自评得分=score|扣分原因及整改措施=reason|备注=remark',
    },
  },
  {
    id: 'T06',
    title: '专项资金项目绩效自评表',
    form: '专项名称=projectName|主管部门及代码=department|具体实施单位=unitName|年度总体目标=goal|年度目标实际完成情况=goalResult|总得分=totalScore',
    tables: {
      funds:
        '年度资金（万元）=item|年初预算=initialBudget|全年预算=adjustedBudget|全年执行=executed|权重=weight|执行率=execRate|得分=score',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年度目标值=target|全年实际值=actual|权重=weight|得分=score|未达标原因=reason',
    },
  },
  {
    id: 'T07',
    title: '2022年度预算部门绩效管理工作考核自评表',
    tables: {
      items:
        '序号=seq|考核项目=level1|考核内容=level2|考核指标=indicator|评分标准=standard|标准分=weight|自评分=score|扣分原因=reason',
    },
  },
  {
    id: 'T07',
    title: '部门整体支出绩效评价指标自评表',
    tables: {
      items:
        '一级指标=level1|二级指标=level2|三级指标=indicator|分值=weight|评分标准=standard|得分=score|失分原因=reason',
    },
  },
  {
    id: 'T07',
    title: '财政管理绩效考核自查打分表',
    form: '自评总得分=rawScore|满分=base|换算后得分=scaledScore|等次=grade',
    tables: {
      items:
        '一级指标=level1|二级指标=level2|三级指标=indicator|计分办法=standard|权重（分）=weight|单位自评得分=score|财政复核得分|备注=remark',
    },
  },
  {
    id: 'T07',
    title: '部门整体绩效自评表',
    tables: {
      items:
        '一级指标=level1|二级指标=level2|三级指标=indicator|考核内容|评价标准=standard|指标分值=weight|自评得分=score|扣分原因及说明=reason|佐证材料',
    },
  },
  {
    id: 'T08',
    title: '“三保”支出预算执行情况月报',
    tables: {
      items:
        '序号=seq|“三保”类别=kind|项目名称=projectName|预算安排数=arranged|累计支出数=spent|支出进度（%）=rate|序时进度（%）=timeProgress|预警情况=warning|备注=remark',
    },
  },
  {
    id: 'T08',
    title: '县级“三保”保障情况统计表（6月）',
    tables: {
      items:
        '类别=kind|需求数/国家标准=need|需求数/省定标准=needProvince|需求数/县定标准=needLocal|年初预算安排=arranged|缺口=shortfall|1-6月实际支出=spent|执行率=rate',
    },
  },
  {
    id: 'T08',
    title: '三保支出明细表',
    tables: {
      items:
        '预算单位=unitName|项目编码=projectCode|项目名称=projectName|指标文号=documentNumber|三保标识=kind|指标金额=arranged|已支付金额=spent|执行进度=rate|支付日期=paidOn',
    },
  },
  {
    id: 'T08',
    title: '保工资、保运转、保基本民生支出情况表',
    tables: {
      items:
        '保障事项=kind|本年预算（万元）=arranged|截至6月支出（万元）=spent|占比（%）|包含的具体项目=includes|说明=remark',
    },
  },
  {
    id: 'T09',
    title: '2023年“三公”经费预算执行情况统计表',
    tables: {
      items:
        '项目=item|2022年决算数（万元）=lastActual|2023年预算数（万元）=budget|2023年1-6月执行数（万元）=actual|比上年增减（万元）=change|增减比例（%）=changeRate|增减原因=reason',
    },
  },
  {
    id: 'T09',
    title: '“三公”经费支出预算表',
    tables: {
      items:
        '序号=seq|支出内容=item|上年预算=lastBudget|本年预算/合计=budget|本年预算/一般公共预算拨款=general|本年预算/政府性基金预算=governmentFunds|本年预算/国有资本经营预算=stateCapital|备注=remark',
    },
  },
  {
    id: 'T09',
    title: '财政拨款“三公”经费支出决算表',
    tables: {
      matrix:
        '2023年度预算数/合计=budgetTotal|2023年度预算数/因公出国（境）费=budgetAbroad|2023年度预算数/公务用车购置及运行维护费/小计=budgetCars|2023年度预算数/公务用车购置及运行维护费/公务用车购置费=budgetCarPurchase|2023年度预算数/公务用车购置及运行维护费/公务用车运行维护费=budgetCarRunning|2023年度预算数/公务接待费=budgetReception|2023年度决算数/合计=actualTotal|2023年度决算数/因公出国（境）费=actualAbroad|2023年度决算数/公务用车购置及运行维护费/小计=actualCars|2023年度决算数/公务用车购置及运行维护费/公务用车购置费=actualCarPurchase|2023年度决算数/公务用车购置及运行维护费/公务用车运行维护费=actualCarRunning|2023年度决算数/公务接待费=actualReception',
    },
  },
  {
    id: 'T09',
    title: '三公经费情况表（二季度）',
    tables: {
      items:
        '费用类别=item|全年预算=budget|上年同期|累计支出=actual|同比增减额=change|同比增减率=changeRate|车辆保有量（辆）=vehicles|变动说明=reason',
    },
  },
  {
    id: 'T10',
    title: '直达资金分配下达及支出情况表',
    tables: {
      funds:
        '序号=seq|资金名称=fundName|文号=documentNumber|收文时间=received|资金总额（万元）=released|分配下达/日期=distributedOn|分配下达/金额=distributed|分配下达/分配率=distributionRate|支出情况/支出金额=spent|支出情况/支出进度=rate|未支出原因=reason',
    },
  },
  {
    id: 'T10',
    title: '中央直达资金监控台账',
    tables: {
      funds:
        '直达资金名称=fundName|下达文号=documentNumber|直达标识=tag|文件下达时间|中央下达数=released|县级分配数=distributed|实际支出数=spent|支出进度=rate|受益单位（对象）=beneficiary|受益人数=heads|备注=remark',
    },
  },
  {
    id: 'T10',
    title: '2023年财政直达资金使用情况统计',
    tables: {
      funds:
        '序号=seq|项目名称=fundName|指标文件=documentNumber|指标金额=released|已分配金额=distributed|支出数=spent|支出率（%）=rate|支出时限=deadline|是否惠企利民=benefitsPeople|滞后原因=reason',
    },
  },
  {
    id: 'T10',
    title: '直达资金支付明细',
    tables: {
      funds:
        '资金名称=fundName|上级文号=documentNumber|到位金额=released|分配时间=distributedOn|分配数=distributed|支付时间=paidOn|支付金额=spent|未支付金额|支付率=rate|未支付原因说明=reason',
    },
  },
  {
    id: 'T11',
    title: '行政事业单位国有资产月报表',
    form: '独立编制机构数=institutions|编制数=posts|实有在职人数=staff|单位名称=unitName',
    tables: {
      items:
        '项目=item|上月期末数=opening|本月增加=increase|本月减少=decrease|本月期末数=closing|环比（%）=monthRate|同比（%）=yearRate|变动原因=reason',
    },
  },
  {
    id: 'T11',
    title: '资产负债变动情况表（2023年6月）',
    tables: {
      items:
        '资产负债项目=item|期初数=opening|增加=increase|减少=decrease|期末数=closing|增减额=change|增减原因=reason',
    },
  },
  {
    id: 'T11',
    title: '国有资产情况月度统计表',
    form: '机构数=institutions|在编在职人数=staff',
    tables: {
      items:
        '资产类别=item|月初数（元）=opening|本月新增（元）=increase|本月处置（元）=decrease|月末数（元）=closing|较上月增减（%）=monthRate|备注=remark',
      things: '实物资产=thing|单位=measureUnit|上月末数量=opening|本月末数量=closing|变化原因=reason',
    },
  },
  {
    id: 'T12',
    title: '2023年非税收入征收计划执行情况表',
    tables: {
      items:
        '序号=seq|项目编码=itemCode|收入项目名称=item|上年完成数=lastActual|本年计划数=plan|本月完成=monthCollected|累计完成=collected|占计划%=rate|同比增减额=change|同比增减%=changeRate|增减原因=reason',
    },
  },
  {
    id: 'T12',
    title: '非税收入预算编制表',
    tables: {
      items:
        '项目代码=itemCode|非税项目=item|收入种类=kind|2021年实际=beforeLastActual|2022年实际=lastActual|2023年预计=thisForecast|2024年计划=plan|增减/金额=change|增减/幅度%=changeRate|说明=remark',
    },
  },
  {
    id: 'T12',
    title: '非税收入收缴台账',
    tables: {
      items:
        '执收项目=item|类别=kind|年初计划=plan|本月入库=monthCollected|累计入库=collected|缴入国库=toTreasury|缴入财政专户=toSpecialAccount|完成率=rate|备注=remark',
    },
  },
  {
    id: 'T12',
    title: '行政事业性收费和罚没收入情况表',
    tables: {
      items:
        '序号=seq|收费（罚没）项目=item|本年预算收入=plan|1-6月实收=collected|完成预算（%）=rate|收取时间=collectedOn|上缴时间=remittedOn|备注=remark',
    },
  },
  {
    id: 'T13',
    title: '部门收支总表',
    tables: {
      revenue: '收入/项目=item|收入/2023年预算数=amount|收入/2022年预算数=lastYear|收入/增减（%）=changeRate',
      expenditure:
        '支出/项目（按功能分类）=item|支出/2023年预算数=amount|支出/2022年预算数=lastYear|支出/增减（%）=changeRate',
    },
  },
  {
    id: 'T13',
    title: '收入支出决算总表',
    tables: {
      revenue: '收入/项目=item|收入/行次=line|收入/决算数=amount',
      expenditure: '支出/项目=item|支出/行次=line|支出/决算数=amount',
    },
  },
  {
    id: 'T13',
    title: '财政拨款收支预算总表',
    tables: {
      revenue: '收入来源=item|金额=amount',
      expenditure:
        '支出功能分类=item|合计=amount|一般公共预算财政拨款=general|政府性基金预算财政拨款=governmentFunds|国有资本经营预算财政拨款=stateCapital',
    },
  },
  {
    id: 'T14',
    title: '2023年度分月用款计划申报表',
    tables: {
      lines:
        '单位名称=unitName|项目名称=projectName|支付方式=paymentMode|支出功能分类=functionClass|部门经济分类=economicClass|指标金额=allotment|#月=planM*12|全年合计=planTotal|备注=remark',
    },
  },
  {
    id: 'T14',
    title: '单位用款计划批复表',
    tables: {
      lines:
        '序号=seq|预算项目编码=projectCode|预算项目=projectName|付款方式=paymentMode|功能科目=functionClass|政府经济科目=economicClass|年度预算指标=allotment|指标调整=adjustment|用款计划/#月份=planM*6|用款计划/合计=planTotal|已批复计划=approved|待批复计划=pending',
    },
  },
  {
    id: 'T14',
    title: '国库集中支付用款计划表',
    tables: {
      lines:
        '项目=projectName|支付类型=paymentMode|功能分类编码及名称=functionClass|经济分类编码及名称=economicClass|可用指标=allotment|分月用款额度/#月=planM*12|分月用款额度/小计=planTotal',
    },
  },
  {
    id: 'T15',
    title: '2023年政府采购预算执行情况表',
    tables: {
      purchases:
        '序号=seq|采购项目=projectName|采购品目=category|采购方式|采购预算（万元）=budget|合同金额（万元）=contract|中标供应商=supplier|企业规模=supplierSize|合同签订时间=signedOn|验收时间=acceptedOn|付款时间=paidOn|已付金额（万元）=paid',
    },
  },
  {
    id: 'T15',
    title: '政府采购情况统计表',
    tables: {
      purchases:
        '项目名称=projectName|采购类别（货物/工程/服务）=kind|预算金额=budget|成交金额=contract|供应商名称=supplier|供应商类型（大中小微）=supplierSize|合同日期=signedOn|备注=remark',
    },
  },
  {
    id: 'T15',
    title: '政府采购促进中小企业发展及832平台采购情况',
    tables: {
      purchases:
        '采购项目名称=projectName|采购预算金额=budget|采购合同金额=contract|其中：授予中小企业金额=smeAmount|其中：授予小微企业金额=microAmount|农副产品/预留份额=reserved|农副产品/实际采购=bought|农副产品/完成率=boughtRate',
    },
  },
  {
    id: 'T15',
    title: '采购计划执行台账',
    tables: {
      purchases:
        '序号=seq|项目编号=projectCode|政府采购项目=projectName|品目名称=category|数量=quantity|采购预算数=budget|合同价=contract|乙方单位=supplier|签约日期=signedOn|支付日期=paidOn|支付金额=paid',
    },
  },
  {
    id: 'T16',
    title: '2022年末财政拨款结转结余资金情况表',
    tables: {
      balances:
        '序号=seq|项目编码=projectCode|项目名称=projectName|资金年度=originYear|预算指标数=budget|累计支出数=spent|结转资金=carriedOver|结余资金=surplus|收回财政金额=returned|收回时间=returnedOn|结转结余原因=reason',
    },
  },
  {
    id: 'T16',
    title: '存量资金清理盘活统计表',
    tables: {
      balances:
        '项目名称=projectName|指标年度=originYear|存量资金类型=kind|存量资金金额=amount|拟交回财政金额=returned|交回日期=returnedOn|形成原因=reason|备注=remark',
    },
  },
  {
    id: 'T16',
    title: '财政暂付款项清理消化情况表',
    tables: {
      advances:
        '序号=seq|欠款单位=debtor|借款事由=matter|年初数=opening|本年新增=added|本年消化=cleared|期末数=closing|备注=remark',
    },
  },
  {
    id: 'T16',
    title: '暂付性款项明细表',
    tables: {
      advances: '借款对象=debtor|用途=matter|期初余额=opening|增加额=added|收回额=cleared|余额=closing',
    },
  },
  {
    id: 'T17',
    title: '2022年度项目绩效目标完成情况一览表',
    tables: {
      projects:
        '序号=seq|项目名称=projectName|年度绩效目标=goal|完成情况=result|预算金额=budget|支出金额=spent',
    },
  },
  {
    id: 'T17',
    title: '项目绩效目标实现程度表',
    tables: {
      projects:
        '编号=seq|项目编码=projectCode|预算项目名称=projectName|设定目标=goal|目标实现情况=result|备注=remark',
    },
  },
  {
    id: 'T17',
    title: '附件2 绩效目标及实现情况',
    tables: { projects: '项目=projectName|绩效目标描述=goal|实际完成情况说明=result' },
  },
  {
    id: 'T18',
    title: '部门职责、工作活动与预算项目对照表',
    tables: {
      functions: '序号=seq|部门职责=function|工作活动=activity|年度目标=goal|预算项目=projects',
    },
  },
  {
    id: 'T18',
    title: '部门职能活动项目梳理表',
    tables: {
      functions:
        '职能名称=function|主要工作活动=activity|本年度工作目标=goal|对应的项目支出=projects|备注=remark',
    },
  },
  {
    id: 'T18',
    title: '单位履职情况与项目支出对应关系表',
    tables: { functions: '主要职责=function|重点工作=activity|年度绩效目标=goal|支撑项目=projects' },
  },
  {
    id: 'T19',
    title: '年度绩效报告数据采集表',
    tables: {
      facts:
        '序号=seq|指标名称=indicator|数值=value|计量单位=valueUnit|所属年度=year|统计口径=basis|来源章节=section|备注=remark',
    },
  },
  {
    id: 'T19',
    title: '报告主要数据填报表',
    tables: {
      facts: '数据项=indicator|填报数据=value|单位=valueUnit|年度=year|口径说明=basis|报告出处=section',
    },
  },
  {
    id: 'T19',
    title: '自评报告基础数据表',
    tables: {
      facts:
        '序号=seq|指标=indicator|数据=value|单位=valueUnit|数据口径=basis|所在章节=section|填报说明=remark',
    },
  },
];
