import { reasonTypes } from '../../pipeline/model/code-lists.ts';
import type { Language, Text } from '../../pipeline/model/text.ts';

/** What is printed in a returned workbook and does not come out of the report. */
export interface ReturnWords {
  readonly title: string;
  /** What is asked of the unit, in one sentence: what is to be corrected, what to be explained, what it has explained. */
  readonly task: (errors: number, toExplain: number, explained: number) => string;
  readonly about: (period: string, unit: string, file: string) => string;
  readonly how: string;
  /** Said when the workbook is not the unit's own file. */
  readonly copy: (file: string) => string;
  readonly headings: readonly [string, string, string, string, string, string, string];
  /** Shown when the cell of the explanation is chosen. */
  readonly prompt: { readonly title: string; readonly text: string };
  readonly inBrackets: (text: string) => string;
  /** At the end of a note on a cell: where the rest is said. */
  readonly see: (numbers: readonly number[]) => string;
  /** In place of a note whose finding is gone when the workbook comes in again. */
  readonly settled: string;
  readonly reasons: readonly string[];
  readonly fonts: { readonly title: string; readonly heading: string; readonly body: string };
}

/** The words of returned workbooks in a language. */
export function returnWords(language: Language): ReturnWords {
  return language === 'zh' ? chinese : english;
}

/** Why a file could not be returned, when it is not the file that was judged. */
export const changedSince: Text = {
  zh: '文件在核验后被改动、移走或无法再读取，没有退回标注',
  en: 'the file was changed, moved or could no longer be read after it was judged; it is not returned',
};

const chinese: ReturnWords = {
  title: '预算报表核验意见',
  task: (errors, toExplain, explained) =>
    [
      errors > 0 ? `共 ${errors} 处错误须改` : '没有须改的错误',
      toExplain > 0 ? `${toExplain} 处须说明` : '没有须说明的事项',
      ...(explained > 0 ? [`另有 ${explained} 处已作说明，无须再填`] : []),
    ].join('，') +
    (errors > 0 ? '；改好后另存重报。' : toExplain > 0 ? '；改好或填好说明后另存重报。' : '。'),
  about: (period, unit, file) => `${period}　${unit}　${file}`,
  how: '点击“位置”可跳到所标单元格：红底为错误，黄底为需说明。须说明的，在“单位说明”中选择原因或直接填写，随文件一并报回。本表只作标注，未改动任何数值。',
  copy: (file) =>
    `本文件是「${file}」的 xlsx 副本，只保留数值和合并单元格，供对照查看；请在原文件中改正，说明可写在本表。`,
  headings: ['序号', '级别', '位置', '项目', '问题', '怎么改', '单位说明'],
  prompt: { title: '单位说明', text: '从下拉列表选择原因，或直接填写。' },
  inBrackets: (text) => `（${text}）`,
  see: (numbers) => `详见「核验意见」第 ${numbers.join('、')} 条`,
  settled: '上次的意见已改正（见「核验意见」）',
  reasons: reasonTypes.map(({ word }) => word),
  fonts: { title: '方正小标宋简体', heading: '黑体', body: '宋体' },
};

const english: ReturnWords = {
  title: 'Review of the budget tables',
  task: (errors, toExplain, explained) =>
    [
      errors === 0 ? 'No errors to correct' : `${errors} ${errors === 1 ? 'error' : 'errors'} to correct`,
      toExplain === 0 ? 'nothing to explain' : `${toExplain} to explain`,
      ...(explained > 0 ? [`${explained} explained already`] : []),
    ].join(', ') +
    (errors > 0
      ? '; save the corrected file under a new name and hand it in again.'
      : toExplain > 0
        ? '; correct or explain, save under a new name and hand it in again.'
        : '.'),
  about: (period, unit, file) => `${period} · ${unit} · ${file}`,
  how: 'Click a place to go to the marked cell: red is an error, yellow wants an explanation. Choose a reason or write your own under “Explanation”, and hand it in with the file. Nothing but marks was added; no value was changed.',
  copy: (file) =>
    `This is an xlsx copy of “${file}” with its values and merged cells only. Correct the original; explanations may be written here.`,
  headings: ['No.', 'Severity', 'Place', 'Project', 'Problem', 'How to put it right', 'Explanation'],
  prompt: { title: 'Explanation', text: 'Choose a reason from the list, or write your own.' },
  inBrackets: (text) => `(${text})`,
  see: (numbers) => `See “Review”, no. ${numbers.join(', ')}`,
  settled: 'Put right since the last time (see “Review”)',
  reasons: reasonTypes.map(({ english: word }) => word),
  fonts: { title: 'Cambria', heading: 'Calibri', body: 'Calibri' },
};
