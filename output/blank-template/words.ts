import type { Language } from '../../pipeline/model/text.ts';

/** What there is to explain. */
export interface FormFacts {
  /** Null where the form has no amounts. */
  readonly amountUnit: string | null;
  readonly isList: boolean;
  readonly hasFormulas: boolean;
  readonly hasTotal: boolean;
}

/** What clerks read on the guide sheet and in messages of cells. The form itself is official and stays Chinese. */
export interface Words {
  readonly guideSheet: string;
  readonly guideTitle: string;
  readonly steps: (facts: FormFacts) => readonly string[];
  readonly headings: readonly [string, string, string, string];
  readonly formPart: string;
  readonly required: string;
  readonly computed: string;
  readonly pick: string;
  readonly usual: string;
  readonly separator: string;
  readonly kinds: {
    readonly amount: string;
    readonly rate: string;
    readonly number: string;
    readonly sequence: string;
    readonly date: string;
    readonly tick: string;
    readonly yesNo: string;
    readonly measure: string;
    readonly code: string;
    readonly prose: string;
    readonly text: string;
    readonly fixed: string;
  };
  readonly toDate: string;
  readonly yearShare: string;
  readonly checkList: string;
  readonly checkNumber: string;
  readonly checkDate: string;
}

const chinese: Words = {
  guideSheet: '填报说明',
  guideTitle: '填报说明',
  steps: ({ amountUnit, isList, hasFormulas, hasTotal }) => [
    hasFormulas
      ? '只填白色单元格；灰底单元格由公式算出，表头和公式已锁定（没有密码）。'
      : '只填白色单元格；表头已锁定（没有密码）。',
    ...(amountUnit === null
      ? []
      : [`金额按“${amountUnit}”填写，栏目另注单位的除外；没有发生填 0，不适用的留空，不要写“无”或“/”。`]),
    isList
      ? `行数不够时，在${hasTotal ? '合计行' : '最后一行'}上方插入整行${hasFormulas ? '，再把上一行的公式向下填充' : ''}；多余的空行不必删除。`
      : '一个项目（部门）填一张表；行数不够时，在表内插入整行。',
    '有下拉箭头的单元格从列表中选；不要改动表头文字、列的顺序和工作表名称。',
    `填好后${hasTotal ? '核对合计，' : ''}补齐表尾的签署信息，存为 xlsx 报送。`,
  ],
  headings: ['栏目', '怎么填', '格式', '必填'],
  formPart: '表头信息',
  required: '必填',
  computed: '自动计算：',
  pick: '从下拉列表中选：',
  usual: '一般为：',
  separator: '、',
  kinds: {
    amount: '填金额',
    rate: '填百分比，如 50%',
    number: '填数字',
    sequence: '从 1 起连续编号',
    date: '填日期，如 2023-06-30',
    tick: '符合的打“√”，其余留空',
    yesNo: '选“是”或“否”',
    measure: '填数值，带上比较符号和单位，如 ≥95%、6个',
    code: '按系统中的编码填，字母和数字',
    prose: '用一两句话写清楚，要有具体内容',
    text: '据实填写',
    fixed: '已印好，不要改',
  },
  toDate: '截至本月的各月计划之和',
  yearShare: '本月 ÷ 12',
  checkList: '请从下拉列表中选择。',
  checkNumber: '这里应填数字，不带单位和文字。',
  checkDate: '请填日期，如 2023-06-30。',
};

const english: Words = {
  guideSheet: '填报说明',
  guideTitle: 'How to fill in this form',
  steps: ({ amountUnit, isList, hasFormulas, hasTotal }) => [
    hasFormulas
      ? 'Fill in white cells only; grey ones are formulas. Headings and formulas are locked (without a password).'
      : 'Fill in white cells only; headings are locked (without a password).',
    ...(amountUnit === null
      ? []
      : [
          `Amounts are in ${amountUnit} unless the heading says otherwise; type 0 for nothing, leave blank what does not apply.`,
        ]),
    isList
      ? `For more rows, insert them above the ${hasTotal ? 'total' : 'last'} row${hasFormulas ? ' and fill the formulas down' : ''}; blank rows may stay.`
      : 'One project (department) a sheet; insert rows inside a table where they do not suffice.',
    'Pick from the list where there is one; do not change headings, the order of columns or sheet names.',
    `${hasTotal ? 'Check the totals, complete' : 'Complete'} the sign-off line, save as xlsx and hand in.`,
  ],
  headings: ['Column', 'What to fill in', 'Format', 'Required'],
  formPart: 'About the form',
  required: 'yes',
  computed: 'worked out: ',
  pick: 'pick one: ',
  usual: 'usually: ',
  separator: ', ',
  kinds: {
    amount: 'an amount',
    rate: 'a percentage, such as 50%',
    number: 'a number',
    sequence: 'numbers from 1 on',
    date: 'a date, such as 2023-06-30',
    tick: 'tick (√) what applies',
    yesNo: '是 (yes) or 否 (no)',
    measure: 'a figure with comparator and unit, such as ≥95%',
    code: 'the code of the system: letters and digits',
    prose: 'one or two sentences with particulars',
    text: 'text',
    fixed: 'printed; leave it',
  },
  toDate: 'the plan of the months so far',
  yearShare: 'month ÷ 12',
  checkList: 'Please pick from the list.',
  checkNumber: 'A number is expected here, without unit or words.',
  checkDate: 'A date is expected here, such as 2023-06-30.',
};

/** The words of issued forms in a language. */
export const wordsIn = (language: Language): Words => (language === 'zh' ? chinese : english);
