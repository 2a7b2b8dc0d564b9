/** A spreadsheet that lies in the same folders and is no table of the bureau's: title and headings. */
export interface OtherSpreadsheet {
  readonly title: string;
  readonly headings: string;
}

/** Ordinary office spreadsheets: none of them may be read as a table of the bureau's. */
export const otherSpreadsheets: readonly OtherSpreadsheet[] = [
  { title: '会议签到表', headings: '序号|单位|姓名|职务|联系电话|签到' },
  { title: '2023年6月考勤表', headings: '序号|部门|姓名|应出勤天数|实际出勤天数|迟到次数|请假天数|备注' },
  { title: '座次表', headings: '排号|姓名|单位|职务' },
  { title: '机关通讯录', headings: '序号|科室|姓名|职务|办公电话|手机号码|备注' },
  {
    title: '2023年6月工资发放表',
    headings: '序号|姓名|岗位工资|薪级工资|绩效工资|津贴补贴|应发合计|公积金|个人所得税|实发金额',
  },
  {
    title: '发票登记清单',
    headings: '序号|开票日期|发票号码|销售方名称|项目名称|金额|税率|税额|价税合计|报销人',
  },
  {
    title: '办公用品库存盘点表',
    headings: '序号|品名|规格型号|单位|期初数量|入库数量|出库数量|期末数量|单价|金额',
  },
  {
    title: '固定资产卡片清单',
    headings: '资产编号|资产名称|规格型号|购置日期|原值|使用部门|存放地点|使用人',
  },
  { title: '公务用车使用登记表', headings: '日期|车牌号|用车人|事由|起始里程|结束里程|加油金额|驾驶员' },
  { title: '值班安排表', headings: '日期|星期|带班领导|值班人员|联系电话|备注' },
  {
    title: '差旅费报销明细表',
    headings: '序号|出差人|出发地|目的地|天数|交通费|住宿费|伙食补助|合计金额|备注',
  },
  { title: '银行存款日记账', headings: '日期|凭证号|摘要|借方金额|贷方金额|余额' },
  { title: '科目余额表', headings: '科目编码|科目名称|期初余额|本期借方|本期贷方|期末余额' },
  { title: '培训人员报名表', headings: '序号|单位名称|姓名|性别|职务|身份证号|手机|是否住宿' },
  { title: '收文登记簿', headings: '序号|收文日期|来文单位|文号|文件标题|密级|承办科室|办理结果' },
  { title: '2023年度工作任务分解表', headings: '序号|工作任务|责任科室|责任人|完成时限|进展情况|备注' },
  {
    title: '合同管理台账',
    headings: '序号|合同编号|合同名称|对方单位|合同金额|签订日期|履行期限|付款情况|经办人',
  },
  {
    title: '低保户补助发放花名册',
    headings: '序号|姓名|身份证号|银行账号|家庭人口|补助标准|发放金额|领取人签字',
  },
  { title: '水电费缴费统计', headings: '月份|用水量|水费金额|用电量|电费金额|合计' },
  { title: '学生成绩表', headings: '学号|姓名|语文|数学|英语|总分|名次' },
  { title: '人事信息表', headings: '序号|姓名|性别|出生年月|学历|参加工作时间|职务|编制类型|备注' },
  { title: '工程进度月报', headings: '序号|工程名称|施工单位|开工日期|合同工期|形象进度|存在问题|下步计划' },
  { title: '信访事项办理台账', headings: '序号|来访日期|来访人|反映问题|责任单位|办理情况|办结时间' },
  { title: '设备采购报价单', headings: '序号|设备名称|规格型号|单位|数量|单价|金额|备注' },
  { title: '党费收缴登记表', headings: '序号|姓名|月工资基数|缴纳比例|月应缴党费|实缴金额|缴纳日期|备注' },
  { title: '会议议程', headings: '时间|议程|主持人|发言单位|地点' },
  { title: '材料报送情况统计表', headings: '序号|单位名称|应报数|已报数|完成率|未报原因|联系人' },
  { title: '隐患排查整改台账', headings: '序号|检查日期|隐患描述|整改措施|责任单位|整改期限|完成情况' },
  {
    title: '项目招商引资进展表',
    headings: '序号|项目名称|投资方|总投资额（亿元）|建设内容|进展情况|责任单位',
  },
  { title: '食堂收支明细账', headings: '日期|摘要|收入金额|支出金额|余额|经手人' },
  { title: '', headings: '姓名|部门|一月|二月|三月|四月|五月|六月|合计' },
  { title: '', headings: '序号|名称|数量|单价|金额' },
  { title: '', headings: '序号|内容|负责人|完成时间|备注' },
  { title: '', headings: '项目|金额|备注' },
];
