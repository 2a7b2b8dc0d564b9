import { foldText } from '../model/label.ts';

/** What a row of a table's body is, by the words in its label cells. */
export type RowRole = 'data' | 'total' | 'subtotal' | 'ofWhich' | 'pageTotal' | 'columnNumbers' | 'end';

const totalWords = new Set([
  '合计',
  '总计',
  '总合计',
  '合计数',
  '共计',
  '总额',
  '合计金额',
  '全部合计',
  '累计合计',
  '合计总计',
  '总和',
  // Below the indicators of an evaluation.
  '总分',
  '总得分',
  '自评总分',
  '得分合计',
  '分值合计',
]);

/** Words that close a body: notes and the signature line. */
const notes = /^(?:注|备注|说明|填表说明|填报说明|填写说明|附注|注意事项|填表要求|编制说明)\d{0,2}[:.、]/;
const signatures = new RegExp(
  `^(?:${[
    '(?:单位|部门|分管|财务|主要|项目|科室|股室|资产|评价|监控)?负责人',
    '(?:复核|审核|审批|审定|填表|填报|填写|编报|编制|制表|制单|经办|联系|自评|评分|评估|评价|考评|考核|监控|核对|校对|统计|录入|报送|上报|汇总)(?:人员?|组组长|组长|组|专家)?',
    '(?:资产|财务|项目|资金|预算|绩效)管理员',
    '[\u4e00-\u9fff]{0,4}(?:[镇乡局院校所站馆园处股科部队组]长|主任|书记|领导|主管|专家|会计)',
    '出纳|组员|会计机构负责人',
    '(?:联系|办公)?电话',
    '(?:填报|填表|填写|制表|报送|上报|评价|评估|自评|考核|监控)(?:日期|时间)',
    '(?:填报|填表|编制|制表|报送|经办|承办)(?:单位|部门|机构|[科股处]室)',
  ].join('|')})(?:签字|签名|签章|盖章|签字盖章)?(?:\\([^)]{0,8}\\))?:`,
);

/** Whether a text opens a note or the signature line: what stands below every table and form. */
export function closesBody(text: string): boolean {
  return isClosing(foldText(text));
}

function isClosing(opening: string): boolean {
  return anySign.test(opening) && (notes.test(opening) || signatures.test(opening));
}

/** Cheap, and true of every note and signature. */
const anySign = /[:.、]/;

/**
 * The role of a row.
 *
 * @param labels texts of the row's label cells (sequence, code, name), left to right
 * @param first the first text of the row, whatever its column
 */
export function roleOf(labels: readonly string[], first: string): RowRole {
  const opening = foldText(first);
  if (opening === '栏次' || opening === '行次') return 'columnNumbers';
  if (isClosing(opening)) return 'end';
  if (/^(?:第\d+页|共\d+页|续表|\(?续表?\)?$|接上页|转下页)/.test(opening)) return 'pageTotal';
  // A subtotal may name itself in any column (功能科目: 205 教育支出小计) where its row has no name.
  for (const text of labels.some((label) => label !== '') ? labels : [first]) {
    const folded = foldText(text);
    if (!anyRoleWord.test(folded)) continue;
    const plain = folded.replace(/[:：*]+$/, '').replace(/\((?:[百千万亿]*元|单位[^)]*)\)$/, '');
    if (totalWords.has(plain)) return 'total';
    if (/^(?:本页|本表本页|过次页|承前页)/.test(plain)) return 'pageTotal';
    if (/^其中(?:$|[:：、,，]|.)/.test(plain)) return 'ofWhich';
    if (/小计$/.test(plain) || (/合计$/.test(plain) && plain.length <= 12)) return 'subtotal';
  }
  return 'data';
}

/** Cheap, and true of every text that tells a role. */
const anyRoleWord = /[总计额页其]/;

/** Whether the cells of a row are column numbers or formulas on them: `栏次 1 2 3`, `1=2+11`. */
export function areColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.map((text) => foldText(text)).filter((text) => text !== '');
  if (filled.length < 3) return false;
  const numbers = filled.filter(
    (text) =>
      /^\(?\d{1,2}\)?(?:=[\d+\-*/×÷()%]+)?$/.test(text) || /^[A-Z](?:=[A-Z+\-*/×÷()%\d]+)?$/.test(text),
  );
  if (numbers.length < 0.6 * filled.length) return false;
  // Real data may be small whole numbers too: column numbers climb by one, or carry a formula.
  const plain = numbers.map((text) => Number(text.replace(/^\(?(\d+).*$/, '$1')));
  const climbing = plain.filter(
    (number, index) => index === 0 || number === (plain[index - 1] ?? 0) + 1,
  ).length;
  return climbing >= 0.8 * numbers.length;
}

/** Depth of a row by its number: `一、` 1, `（一）` 2, `1.` 3, `（1）` 4; 0 without one. */
export function levelOf(text: string): number {
  const match = numbered.exec(foldText(text));
  return match === null ? 0 : match.findIndex((part, depth) => depth > 0 && part !== undefined);
}

const numbered =
  /^(?:([一二三四五六七八九十]{1,3}[、.])|(\([一二三四五六七八九十]{1,3}\))|(\d{1,2}[、.](?!\d))|(\(\d{1,2}\)))/;
