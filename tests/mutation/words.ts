import type { Random } from './random.ts';

/** Villages, roads and places that no map has. */
const places = [
  '青禾村',
  '石桥村',
  '柳溪村',
  '白杨村',
  '云杉里',
  '荷塘村',
  '枣林村',
  '双井村',
  '望河村',
  '梅园社区',
  '槐荫巷',
  '北坡村',
  '南甸村',
  '东风渠',
  '西岭沟',
  '清泉社区',
  '杏花村',
  '长亭村',
  '龙潭社区',
  '麦田村',
];

const works = [
  '巷道硬化',
  '文化广场建设',
  '污水管网改造',
  '路灯更换',
  '饮水安全巩固提升',
  '敬老院消防改造',
  '卫生室标准化建设',
  '农田灌溉渠修复',
  '垃圾分类收集点建设',
  '幼儿园校舍维修',
  '粮食仓库修缮',
  '桥梁加固',
  '绿化补植',
  '电子监控安装',
  '河道清淤',
  '老旧小区外墙保温',
  '厕所改造',
  '农机库房建设',
  '防汛物资储备',
  '公墓提升',
];

const affairs = [
  '村级组织运转经费',
  '人大代表活动经费',
  '换届选举工作经费',
  '高龄老人生活补贴',
  '孤儿基本生活保障',
  '退役士兵安置补助',
  '食品安全抽检',
  '乡镇执法装备购置',
  '基本公共卫生服务',
  '义务教育营养改善',
  '农业保险保费补贴',
  '公益林管护',
  '计划生育特殊家庭扶助',
  '残疾人两项补贴',
  '城市低保金',
  '电影公益放映',
  '图书馆免费开放',
  '非物质文化遗产保护',
  '信访维稳工作',
  '法律援助',
  '档案数字化加工',
  '政务网络租赁',
  '办公楼物业管理',
  '离退休干部活动',
  '纪检办案补助',
  '统计普查',
  '森林防火',
  '动物疫病强制免疫',
  '土壤污染调查',
  '地质灾害避险搬迁',
  '危房改造',
  '小额担保贷款贴息',
  '就业见习补助',
  '职业技能培训',
  '招商引资推介',
  '中小企业技术改造奖补',
  '科普宣传',
  '人才公寓租金补贴',
  '全民健身器材配备',
  '乡村医生补助',
  '疾控实验室试剂采购',
  '妇女两癌筛查',
  '校园保安服务',
  '教师培训',
  '学前教育资助',
  '秸秆综合利用',
  '高标准农田管护',
  '水库移民后期扶持',
  '农村客运补贴',
  '公路日常养护',
  '环卫一体化服务',
  '公共自行车运营',
];

const fronts = ['', '', '', '', '2023年', '2023年中央', '提前下达2023年', '2023年省级', '2023年市级', '本级'];
const backs = ['', '', '', '项目', '资金', '经费', '专项资金', '（第一批）', '（第二批）', '补助资金'];

/** Names of projects, each different from all others in what it is about. */
export function projectNames(random: Random, count: number): readonly string[] {
  const subjects = random.some(
    [...affairs, ...works.map((work, index) => `${places[index % places.length]}${work}`)],
    count,
  );
  const more = Array.from({ length: Math.max(0, count - subjects.length) }, (_, index) => {
    const place = places[(index + 7) % places.length] ?? '';
    return `${place}${works[index % works.length] ?? ''}`;
  });
  return [...subjects, ...more].map((subject) => {
    const back = random.pick(backs);
    return `${random.pick(fronts)}${subject}${/(?:经费|补贴|补助|资金|服务|项目|建设)$/.test(subject) && !back.startsWith('（') ? '' : back}`;
  });
}

/** What a clerk accepts as an explanation of money that is slow or fast: amounts, reason, when, what becomes of it. */
export const goodReasons = [
  '按合同约定完工验收后支付第二笔款，预计8月底前支付，全年可支出完毕。',
  '该项目按工程进度据实结算，二季度监理计量较晚，预计下月支付到位，剩余资金年内继续使用。',
  '补贴名册公示期较计划延长，公示结束后一次性发放，预计9月底前全部支出。',
  '受雨季影响施工推迟，已与施工单位商定赶工方案，预计10月完成支付。',
  '招标程序于上月完成，合同已签订，首付款30%将在20日内支付，其余按节点支付。',
  '因上级提前下达专项指标，本月集中支付前期工程款，后期支出相应减少，全年不超预算。',
  '设备已到货正在安装调试，验收合格后支付尾款，预计年底前支出完毕，不形成结余。',
];

/** Reasons of changes from last year's budget, as final accounts give them. */
export const changeReasons = [
  '厉行节约，压减公务接待批次和标准',
  '人员增加2名，相应增加经费',
  '上年一次性项目今年不再安排',
  '按规定更新公务用车1辆，运行维护费相应变化',
  '根据区委区政府部署，新增机构改革相关支出',
  '上级专项转移支付较上年变动，按下达文件列支',
];

export const people = ['甲某', '乙某', '丙某', '丁某', '张某', '李某', '王某', '赵某'];

export const units = [
  '青禾镇人民政府',
  '石桥镇人民政府',
  '柳溪镇人民政府',
  '示例区农业农村局',
  '示例区教育局',
  '云杉街道办事处',
  '示例区民政局',
];

/** Things that are counted in goals, with their unit and a figure that is none of a round number's. */
export const outputs = [
  ['硬化村级道路', '公里'],
  ['安装路灯', '盏'],
  ['发放补贴', '人'],
  ['培训农民', '人次'],
  ['栽植苗木', '株'],
  ['改造厕所', '座'],
  ['清理沟渠', '米'],
  ['检测样品', '批次'],
  ['开展宣传活动', '场'],
  ['配备器材', '套'],
  ['修缮校舍', '平方米'],
  ['管护林地', '亩'],
  ['服务老人', '名'],
  ['办理援助案件', '件'],
] as const;
