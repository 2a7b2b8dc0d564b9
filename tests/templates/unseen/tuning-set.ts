import type { UnseenSheet } from './unseen-sheet.ts';

/** Sheets as offices word them, none in the words of our templates: recognition was tuned on these. */
export const tuningSet: readonly UnseenSheet[] = [
  {
    id: 'T01',
    title: '示例区2023年1-6月项目资金支出进度统计表',
    tables: {
      projects:
        '序号=seq|项目单位|项目名称=projectName|资金渠道=fundSource|预算额度=adjustedBudget|指标已下达额=released|计划支出=cumPlan|已支出金额=cumActual|支出占比=execRate|滞后原因=reason|下一步打算=measure',
    },
  },
  {
    id: 'T01',
    title: '2023年部门预算项目执行情况月报',
    tables: {
      projects:
        '序号=seq|预算项目编号=projectCode|预算项目=projectName|年初部门预算=initialBudget|预算追加(+)=budgetAdd|预算追减(-)=budgetCut|变动后预算=adjustedBudget|#月计划数=planM*6|1-6月计划小计=cumPlan|1-6月实际支出=cumActual|完成比例(%)=execRate|应完成比例(%)=timeProgress|偏离比例(%)=varianceRate|偏离情况说明=reason',
    },
  },
  {
    id: 'T01',
    title: '重点项目支出执行进度通报表',
    tables: {
      projects:
        '科室名称|项目=projectName|预算安排/年初安排=initialBudget|预算安排/本年追加=budgetAdd|预算安排/本年调减=budgetCut|预算安排/合计=adjustedBudget|指标到位数=released|支出情况/截至6月末应支出=cumPlan|支出情况/截至6月末已支出=cumActual|支出情况/执行率=execRate|未完成序时进度原因=reason|备注=remark',
    },
  },
  {
    id: 'T01',
    title: '2023年上半年财政专项资金支出进度',
    tables: {
      projects:
        '序号=seq|专项资金项目名称=projectName|功能科目编码=functionClass|全年预算=adjustedBudget|财政已下达=released|本月支出=monthActual|累计支付=cumActual|累计支付率=execRate|与序时进度相差(百分点)=varianceRate|原因分析=reason',
    },
  },
  {
    id: 'T02',
    title: '2023年度项目绩效运行监控表',
    form: '项目名称=projectName|主管部门=department|项目实施单位=unitName|年度总目标=goal',
    tables: {
      funds:
        '资金情况（万元）=item|年初预算=initialBudget|1-6月实际支出=cumActual|1-6月支出率=execRate|预计全年支出=forecast',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年初目标值=target|1-6月实际完成=actual|预计全年完成=forecast|偏差原因分析/经费=causeFunds|偏差原因分析/制度=causeRules|偏差原因分析/人员=causeStaff|偏差原因分析/硬件条件=causeEquipment|偏差原因分析/其他=causeOther|偏差原因分析/原因说明=causeNote|完成可能性/确定能=certain|完成可能性/有可能=possible|完成可能性/不可能=impossible|备注=remark',
    },
  },
  {
    id: 'T02',
    title: '项目支出绩效目标监控表（1-9月）',
    form: '项目名称=projectName|项目代码=projectCode|主管部门及代码=department|实施单位=unitName|年度目标=goal',
    tables: {
      funds:
        '项目资金=item|预算数=initialBudget|调整后预算数=adjustedBudget|1-9月执行数=cumActual|1-9月执行率=execRate|全年预计数=forecast',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|指标值=target|1-9月完成情况=actual|全年预计完成=forecast|偏差原因=causeNote|备注=remark',
    },
  },
  {
    id: 'T02',
    title: '财政支出项目绩效目标跟踪监控表',
    form: '项目名称=projectName|预算主管部门=department|项目实施部门=unitName|年度绩效总体目标=goal',
    tables: {
      funds:
        '资金类型=item|年初预算金额=initialBudget|1－7月支出金额=cumActual|预算执行率=execRate|全年预计支出金额=forecast',
      indicators:
        '一级\n指标=level1|二级\n指标=level2|三级\n指标=indicator|年度\n指标值=target|1－7月\n完成值=actual|全年预计\n完成值=forecast|未达标原因=causeNote',
    },
  },
  {
    id: 'T03',
    title: '2023年部门预算项目绩效运行监控汇总表',
    tables: {
      projects:
        '序号=seq|主管科室=office|预算单位名称=unitName|项目属性=projectType|项目名称=projectName|年初预算数=initialBudget|追加(减)后预算数=adjustedBudget|年度绩效目标=goal|1-6月累计支出=cumActual|执行率(%)=execRate|1-6月绩效目标完成情况=goalProgress|支出进度是否达标=onTime|绩效目标是否达标=goalOnTime|未达标原因类型=reasonType|具体原因说明=reason',
    },
  },
  {
    id: 'T03',
    title: '预算执行与绩效目标“双监控”情况表',
    tables: {
      projects:
        '单位名称=unitName|项目编码=projectCode|项目名称=projectName|全年预算金额=adjustedBudget|截至6月底实际支出金额=cumActual|预算执行进度=execRate|项目绩效目标=goal|截至6月底目标实现情况=goalProgress|是否达到序时进度要求=onTime|是否实现阶段性目标=goalOnTime|存在偏差的原因=reason|绩效目标是否调整=goalChange',
    },
  },
  {
    id: 'T03',
    title: '绩效目标运行情况监控表',
    tables: {
      projects:
        '序号=seq|股室=office|项目名称=projectName|预算资金/年初预算=initialBudget|预算资金/调增=budgetAdd|预算资金/调减=budgetCut|预算资金/调整后预算=adjustedBudget|绩效目标/年度目标=goal|绩效目标/上半年实现情况=goalProgress|资金执行/上半年支出=cumActual|资金执行/执行率=execRate|分析说明=reason|备注=remark',
    },
  },
  {
    id: 'T04',
    title: '部门整体支出绩效监控情况表',
    form: '部门（单位）名称=unitName|年度总体目标=goal|总体目标完成情况=goalProgress|存在的主要问题=problems|原因分析=deviation|改进措施=remedies',
    tables: {
      funds:
        '资金构成=item|年初预算=initialBudget|1-6月支出=cumActual|支出进度=execRate|预计全年支出=forecast',
      tasks: '任务名称=task|任务主要内容=content|预算金额=budget|实际支出=spent|任务进展=result',
    },
  },
  {
    id: 'T04',
    title: '2023年预算部门整体绩效目标运行监控表',
    form: '预算部门=unitName|年度绩效目标=goal|目标偏离原因=deviation',
    tables: {
      funds:
        '预算构成=item|年初批复数=initialBudget|调整后预算数=adjustedBudget|1-8月累计支出数=cumActual|执行率（%）=execRate|全年预计支出数=forecast',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年度指标值=target|1-8月完成值=actual|预计年底完成情况=forecast|偏差原因=causeNote',
    },
  },
  {
    id: 'T05',
    title: '2024年新增项目事前绩效评估自评表',
    form: '项目名称=projectName|申报部门=applicant|主管部门=department|项目类别=attribute|项目实施期限=projectSpan|申请财政资金总额=requested|一、项目基本概况=overview|二、立项政策依据=policyBasis|三、立项的必要性=need|四、实施方案的可行性=feasibility|五、投入的经济性=economy|六、绩效目标的合理性=goals|七、筹资的合规性=financing|评估结论=conclusion|建议预算金额=suggested',
    tables: {
      costs:
        '序号=seq|支出明细项目=item|测算依据=basis|计量单位=pieceUnit|数量=quantity|单价（元）=price|测算金额（万元）=amount',
    },
  },
  {
    id: 'T05',
    title: '项目支出事前评估表',
    form: '项目名称=projectName|项目申请单位=applicant|项目负责人=head|联系电话=phone|申请金额=requested|其中：财政资金=requestedFiscal|自筹资金=requestedOther|项目概况=overview|政策依据=policyBasis|现实需求=need|实施条件及可行性=feasibility|成本效益分析=economy|目标设定合理性=goals|评估意见=conclusion',
    tables: { scores: '评估内容=dimension|满分=weight|评分=score' },
  },
  {
    id: 'T06',
    title: '项目支出绩效自评表',
    form: '项目名称=projectName|主管部门=department|实施单位=unitName|年初预期目标=goal|年度实际完成情况=goalResult|总分=totalScore',
    tables: {
      funds:
        '项目资金（万元）=item|年初预算数=initialBudget|全年预算数=adjustedBudget|全年执行数=executed|分值=weight|执行率=execRate|得分=score',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年度指标值=target|实际完成值=actual|分值=weight|得分=score|偏差原因分析及改进措施=reason',
    },
  },
  {
    id: 'T06',
    title: '510000_0013zp 部门预算项目绩效自评',
    form: '项目名称=projectName|主管部门=department|项目单位=unitName|项目年度目标=goal|年度目标完成情况=goalResult|评价结论=conclusion|存在问题=problems|改进措施=remedies',
    tables: {
      funds:
        '预算执行情况（10分）=item|年初预算=initialBudget|调整后预算数=adjustedBudget|预算执行数=executed|预算执行率=execRate|权重=weight|得分=score|原因=reason',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|指标性质=nature|指标值=target|度量单位=targetUnit|完成值=actual|权重=weight|得分=score|未完成原因分析=reason',
    },
  },
  {
    id: 'T06',
    title: '2022年度财政项目支出自评表',
    form: '项目名称=projectName|主管部门=department|项目实施单位=unitName',
    tables: {
      funds:
        '预算执行情况（万元）（20分）=item|预算数（A）=adjustedBudget|执行数（B）=executed|执行率（B/A）=execRate|得分（20分*执行率）=score',
      indicators:
        '一级指标=level1|二级指标=level2|三级指标=indicator|年初目标值（A）=target|实际完成值（B）=actual|得分=score|分值=weight|偏差大或目标未完成原因分析=reason',
    },
  },
  {
    id: 'T07',
    title: '2022年度部门整体支出绩效评价自评表',
    tables: {
      items:
        '一级指标=level1|二级指标=level2|三级指标=indicator|指标解释|评分标准=standard|分值=weight|单位自评分=score|扣分理由=reason',
    },
  },
  {
    id: 'T07',
    title: '预算绩效管理工作考核自评打分表',
    tables: {
      items:
        '序号=seq|考核事项=level1|考核内容=level2|标准分=weight|评分标准及办法=standard|自评得分=score|扣分情况说明=reason|佐证材料',
    },
  },
  {
    id: 'T08',
    title: '示例区“三保”支出预算执行情况月报表',
    tables: {
      items:
        '保障类别=kind|国家标准需求数=need|年初预算安排=arranged|1-6月累计支出=spent|支出进度=rate|序时进度=timeProgress|存在缺口=shortfall|备注=remark',
    },
  },
  {
    id: 'T08',
    title: '县级三保保障情况统计表',
    tables: {
      items:
        '三保支出项目=kind|具体内容=includes|全年应保障数=need|预算已安排=arranged|实际已支付=spent|保障率=rate',
    },
  },
  {
    id: 'T09',
    title: '2023年度“三公”经费增减变动情况表',
    tables: {
      items:
        '费用类别=item|2022年决算数=lastActual|2023年预算数=budget|2023年1-6月支出数=actual|预算比上年决算增减额=change|增减比例=changeRate|增减变动说明=reason',
    },
  },
  {
    id: 'T09',
    title: '三公经费预算执行统计表',
    tables: {
      items:
        '序号=seq|经费名称=item|上年预算=lastBudget|上年支出=lastActual|本年预算=budget|本年累计支出=actual|同比增减=change|增减率（%）=changeRate|原因=reason',
    },
  },
  {
    id: 'T10',
    title: '中央直达资金使用管理台账',
    tables: {
      funds:
        '序号=seq|项目资金名称=fundName|下达文件文号=documentNumber|收到文件时间=received|下达资金总额=released|分解下达时间=distributedOn|分解下达金额=distributed|支付时间=paidOn|累计支付金额=spent|支付进度=rate|受益人数=heads|尚未支付原因=reason',
    },
  },
  {
    id: 'T10',
    title: '直达资金监控情况明细表',
    tables: {
      funds:
        '项目名称=fundName|指标文=documentNumber|直达资金标识=tag|指标金额=released|已分配=distributed|已支出=spent|支出比例=rate|未支出完的原因=reason|备注=remark',
    },
  },
  {
    id: 'T11',
    title: '行政事业性国有资产变动情况月报表',
    form: '单位名称=unitName|独立编制机构（个）=institutions|在职人员（人）=staff',
    tables: {
      items:
        '资产项目=item|月初数=opening|本月增加额=increase|本月减少额=decrease|月末数=closing|比上月增减=change|增减%=monthRate|增减变动原因=reason',
    },
  },
  {
    id: 'T11',
    title: '单位资产月度统计表',
    tables: {
      items:
        '项目=item|上月期末余额=opening|本月借方增加=increase|本月贷方减少=decrease|本月期末余额=closing|环比增长率=monthRate|同比增长率=yearRate|情况说明=reason',
    },
  },
  {
    id: 'T12',
    title: '非税收入征缴进度统计表',
    tables: {
      items:
        '序号=seq|执收项目=item|非税收入种类=kind|年初收入计划=plan|上年同期|本月完成=monthCollected|累计完成=collected|占计划%=rate|缴入国库=toTreasury|缴入财政专户=toSpecialAccount|备注=remark',
    },
  },
  {
    id: 'T12',
    title: '2024年非税收入预算编制表',
    tables: {
      items:
        '收入项目=item|2021年实际完成=beforeLastActual|2022年实际完成=lastActual|2023年预计完成=thisForecast|2024年计划=plan|比上年增减=change|增减幅度（%）=changeRate|增减30%以上原因=reason',
    },
  },
  {
    id: 'T13',
    title: '2023年部门预算收支总体情况表',
    tables: {
      revenue: '收入/项目=item|收入/金额=amount',
      expenditure: '支出/功能分类科目=item|支出/金额=amount',
    },
  },
  {
    id: 'T13',
    title: '收支预算平衡表',
    tables: {
      revenue: '收入项目=item|2023年预算数=amount|占比=share',
      expenditure: '支出项目=item|2023年预算数=amount|占比=share',
    },
  },
  {
    id: 'T14',
    title: '2023年度分月用款计划申请表',
    tables: {
      lines:
        '预算单位=unitName|预算项目=projectName|支付类型=paymentMode|支出功能分类=functionClass|部门支出经济分类=economicClass|可用指标=allotment|#月份=planM*12|合计=planTotal',
    },
  },
  {
    id: 'T14',
    title: '用款计划汇总表',
    tables: {
      lines:
        '序号=seq|单位=unitName|项目名称=projectName|资金支付方式=paymentMode|经济分类科目=economicClass|年度预算指标=allotment|分月用款额度/#月=planM*6|已批复计划=approved|待批复计划=pending',
    },
  },
  {
    id: 'T15',
    title: '2023年政府采购预算执行进度表',
    tables: {
      purchases:
        '序号=seq|采购项目=projectName|采购目录=category|采购预算（万元）=budget|采购方式|中标（成交）金额=contract|中标供应商=supplier|供应商规模=supplierSize|合同签订日期=signedOn|已付款金额=paid|付款时间=paidOn|备注=remark',
    },
  },
  {
    id: 'T15',
    title: '政府采购合同备案情况统计',
    tables: {
      purchases:
        '采购编号=projectCode|采购内容=projectName|预算金额=budget|成交价=contract|是否中小企业|签约时间=signedOn|验收时间=acceptedOn|支付金额=paid',
    },
  },
  {
    id: 'T16',
    title: '财政结转结余资金清理统计表',
    tables: {
      balances:
        '序号=seq|资金项目=projectName|指标年度=originYear|预算指标金额=budget|已支出金额=spent|年末结转=carriedOver|年末结余=surplus|已收回金额=returned|收回时间=returnedOn|形成原因=reason',
    },
  },
  {
    id: 'T16',
    title: '2023年暂付款消化情况表',
    tables: {
      advances:
        '序号=seq|暂付款对象=debtor|暂付款用途=matter|年初余额=opening|本年新增=added|本年消化=cleared|期末余额=closing|备注=remark',
    },
  },
  {
    id: 'T17',
    title: '2022年度项目绩效目标完成情况统计表',
    tables: {
      projects: '序号=seq|项目名称=projectName|预算安排=budget|年度绩效目标设定=goal|年度绩效目标完成=result',
    },
  },
  {
    id: 'T17',
    title: '项目绩效实现程度说明表',
    tables: { projects: '项目=projectName|设定目标=goal|实际实现情况=result|备注=remark' },
  },
  {
    id: 'T18',
    title: '部门职能、工作任务与项目支出对应表',
    tables: {
      functions: '序号=seq|单位职能=function|重点工作活动=activity|年度目标=goal|对应预算项目=projects',
    },
  },
  {
    id: 'T18',
    title: '部门职责与项目匹配情况表',
    tables: { functions: '部门主要职能=function|主要工作内容=activity|支撑项目名称=projects' },
  },
  {
    id: 'T19',
    title: '绩效自评报告基础数据采集表',
    tables: {
      facts:
        '序号=seq|数据名称=indicator|数据值=value|计量单位=valueUnit|数据年份=year|数据口径=basis|报告所在章节=section',
    },
  },
  {
    id: 'T19',
    title: '年度报告关键指标数据登记表',
    tables: {
      facts: '关键指标=indicator|填报数值=value|单位=valueUnit|年度=year|来源章节=section|备注=remark',
    },
  },
];
