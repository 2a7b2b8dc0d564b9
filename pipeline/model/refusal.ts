import { fillText, type Text } from './text.ts';

/** Why a file could not be read or recognised, and what the unit should do about it. A value, never thrown past a stage. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: Text;
}

/** Whether a stage answered with a refusal instead of its result. */
export function isRefusal(value: object): value is Refusal {
  return 'code' in value && typeof value.code === 'string' && value.code in sentences;
}

/** The refusal of a code. `detail` is a short fact for the sentence: a part's name, a limit, the nearest template. */
export function refuse(code: RefusalCode, detail: Text | string = ''): Refusal {
  const zh = typeof detail === 'string' ? detail : detail.zh;
  const en = typeof detail === 'string' ? detail : detail.en;
  return {
    code,
    message: fillText(sentences[code], { detail: { zh: zh && `（${zh}）`, en: en && ` (${en})` } }),
  };
}

const sentences = {
  UNKNOWN_TEMPLATE: {
    zh: '能打开，但不是已知的报表{detail}。请使用财政局下发的统一模板重新填报。',
    en: 'The file opens, but no known template fits{detail}. Fill in the template issued by the finance bureau.',
  },
  EMPTY_FILE: {
    zh: '文件是空的{detail}。请确认已保存内容后重新报送。',
    en: 'The file is empty{detail}. Save its content and hand it in again.',
  },
  NOT_A_WORKBOOK: {
    zh: '不是电子表格文件{detail}。请报送 WPS 或 Excel 表格（.xlsx），不要用照片、扫描件或文档代替。',
    en: 'This is not a spreadsheet{detail}. Hand in the workbook itself (.xlsx), not a picture, a scan or a document of it.',
  },
  UNSUPPORTED_FORMAT: {
    zh: '文件格式暂不支持{detail}。请在 WPS 或 Excel 中另存为 .xlsx 后重新报送。',
    en: 'This file format is not supported{detail}. Save it as .xlsx in WPS or Excel and hand it in again.',
  },
  ENCRYPTED: {
    zh: '有打开密码{detail}。请在 WPS/Excel 中取消密码后另存为 .xlsx。',
    en: 'The file has a password{detail}. Remove the password in WPS/Excel and save it as .xlsx.',
  },
  TRUNCATED: {
    zh: '文件不完整{detail}，可能没有传完。请重新复制或上传。',
    en: 'The file is cut short{detail}, perhaps a broken transfer. Copy or upload it again.',
  },
  CORRUPT: {
    zh: '文件已损坏{detail}。请用 WPS 或 Excel 打开并另存为 .xlsx 后重新报送。',
    en: 'The file is damaged{detail}. Open it in WPS or Excel, save it as .xlsx and hand it in again.',
  },
  BAD_CRC: {
    zh: '文件内容校验不符{detail}，可能在传输中损坏。请重新复制或上传。',
    en: 'The content does not match its checksum{detail}, perhaps a broken transfer. Copy or upload it again.',
  },
  DUPLICATE_ENTRY: {
    zh: '文件内部有重名部件{detail}，无法确定以哪个为准。请用 WPS 或 Excel 另存为 .xlsx 后重新报送。',
    en: 'Two parts inside the file share one name{detail}, so which one counts is unclear. Save it as .xlsx and hand it in again.',
  },
  DUPLICATE_SHEET: {
    zh: '有同名的工作表{detail}，无法确定以哪个为准。请改名后重新报送。',
    en: 'Two sheets share one name{detail}, so which one counts is unclear. Rename one and hand the file in again.',
  },
  BAD_ENTRY_NAME: {
    zh: '文件内部的部件名称不安全{detail}，未予读取。请用 WPS 或 Excel 另存为 .xlsx 后重新报送。',
    en: 'A part inside the file has an unsafe name{detail}; it was not read. Save it as .xlsx and hand it in again.',
  },
  DTD_NOT_ALLOWED: {
    zh: '文件内部含有不允许的定义{detail}，未予读取。请用 WPS 或 Excel 另存为 .xlsx 后重新报送。',
    en: 'The file contains definitions that are not allowed{detail}; it was not read. Save it as .xlsx and hand it in again.',
  },
  BAD_TEXT: {
    zh: '文字编码无法识别{detail}。请另存为 .xlsx，或以 UTF-8 编码保存 CSV 后重新报送。',
    en: 'The text encoding cannot be read{detail}. Save it as .xlsx, or as a UTF-8 CSV, and hand it in again.',
  },
  TOO_BIG: {
    zh: '文件超过大小限制{detail}。请删除多余的行列、图片后重新报送。',
    en: 'The file exceeds the size limit{detail}. Remove needless rows, columns or pictures and hand it in again.',
  },
  SIZE_LIES: {
    zh: '文件内部标明的大小与实际不符{detail}，未予读取。请用 WPS 或 Excel 另存为 .xlsx 后重新报送。',
    en: 'A part is not of the size it declares{detail}; it was not read. Save it as .xlsx and hand it in again.',
  },
  RATIO: {
    zh: '文件压缩比异常{detail}，未予读取。请用 WPS 或 Excel 另存为 .xlsx 后重新报送。',
    en: 'The file is compressed beyond what is plausible{detail}; it was not read. Save it as .xlsx and hand it in again.',
  },
  TOO_MANY_ENTRIES: {
    zh: '文件内部的部件过多{detail}，未予读取。请用 WPS 或 Excel 另存为 .xlsx 后重新报送。',
    en: 'The file holds too many parts{detail}; it was not read. Save it as .xlsx and hand it in again.',
  },
  TOO_MANY_COLUMNS: {
    zh: '列数超过限制{detail}。请检查分隔符或删除多余的列后重新报送。',
    en: 'There are too many columns{detail}. Check the separator or remove needless columns and hand it in again.',
  },
  FIELD_TOO_LONG: {
    zh: '有单元格的文字过长{detail}。请检查引号是否成对、精简文字后重新报送。',
    en: 'The text of a cell is too long{detail}. Check that quotes are paired, shorten the text and hand it in again.',
  },
  UNCLOSED_QUOTE: {
    zh: 'CSV 中的引号不成对{detail}，无法确定各列内容。请改为 .xlsx 或补全引号后重新报送。',
    en: 'A quote in the CSV is never closed{detail}, so its columns are unclear. Close it, or hand in an .xlsx.',
  },
  TIMEOUT: {
    zh: '读取超过规定时间{detail}，已停止。请用 WPS 或 Excel 另存为 .xlsx 后重新报送。',
    en: 'Reading took longer than allowed{detail} and was stopped. Save it as .xlsx and hand it in again.',
  },
  CHANGED_WHILE_READ: {
    zh: '读取时文件正在被修改{detail}。请关闭文件后重新核验。',
    en: 'The file changed while it was read{detail}. Close it and check again.',
  },
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof sentences;

/** Every refusal code, in the order in which they are documented. */
export const refusalCodes = Object.keys(sentences) as readonly RefusalCode[]; // the keys of a literal are its codes
