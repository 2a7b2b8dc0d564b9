import { describe, expect, test } from '@jest/globals';
import { classifiedIn } from '../../../output/classified.ts';
import { unitsToAnswer } from '../../../output/notices/to-answer.ts';
import { unitNotice } from '../../../output/notices/unit-notice.ts';
import type { RunReport, UnitSummary } from '../../../pipeline/model/report.ts';
import type { Language } from '../../../pipeline/model/text.ts';
import { documentContent } from '../../support/document.ts';
import { sampleFinding, sampleReport } from '../../support/sample-report.ts';

const unit = '区水利局';

function reportWith(findings: RunReport['findings'], changes: Partial<UnitSummary> = {}): RunReport {
  const report = sampleReport();
  const units = report.units.map((one) => (one.unit === unit ? { ...one, ...changes } : one));
  return { ...report, units, findings };
}

async function notice(report: RunReport, marked: readonly string[] = [], language: Language = 'zh') {
  const [asked] = unitsToAnswer(report).filter((one) => one.unit.unit === unit);
  if (asked === undefined) return null;
  return documentContent(await unitNotice(report, asked, marked, classifiedIn(report), language));
}

const wrong = sampleFinding({ unit, severity: 'error', key: 'a' });
const unexplained = sampleFinding({ unit, key: 'b', basis: { source: '办法', why: { zh: '', en: '' } } });
const explained = sampleFinding({ unit, key: 'c', explanation: '8月支付' });

describe('the notice to a unit', () => {
  test('says what was checked, what to correct and explain, by when, and names the marked workbooks', async () => {
    const report = reportWith([wrong, unexplained, explained], { undecidable: 3 });
    const content = await notice(report, ['区水利局_6月.xlsx', '区水利局_监控.xlsx']);
    expect(content?.paragraphs).toEqual([
      '关于整改2023年6月预算执行报表',
      '有关问题的通知',
      '',
      '区水利局：',
      '按照预算执行监控工作安排，对你单位报送的2023年6月预算执行报表进行了核验（截至2023年7月7日），现将核验情况和办理要求通知如下。所列均为需核实事项，以你单位核实后的说明为准。',
      '一、核验情况',
      '收到你单位文件2份，核验报表2张：项目分月支出进度表、预算绩效运行监控表。共有需改正的问题1处，需说明的事项1条。',
      '截至2023年6月底，你单位支出进度46.2%，低于序时进度（50.0%）3.8个百分点。',
      '另有1条你单位已作说明，由财政部门审核，无须再报。另有3处因数据缺失未能核验，改正补齐后一并核验。',
      '二、需改正的问题',
      '三、需说明的事项',
      '四、办理要求',
      '（一）改正后重报。请对照原始凭证和系统数据核实；确需改正的，在原表中改正后另存重报。本通知未改动你单位报送的任何数值。所附标注表中，红底单元格为需改正，黄底单元格为需说明。',
      '（二）逐条说明原因。写明金额、原因、预计支出时间和处置意见。可直接填写在所附标注表“核验意见”的“单位说明”栏，随文件一并报回。',
      '（三）办理期限。请于2023年7月19日前报回。',
      '',
      '附件：1. 区水利局_6月.xlsx（已标注）',
      '2. 区水利局_监控.xlsx（已标注）',
      '',
      '示例区财政局',
      '年　　月　　日',
    ]);
    expect(content?.tables).toEqual([
      [
        ['序号', '位置', '问题', '怎么改', '依据'],
        [
          '1',
          '区文化和旅游局_6月.xlsx\n支出进度!R12 累计支出',
          '公共文化服务体系建设\n截至6月累计支出 40.90 万元，累计计划 71.38 万元，差异率 -42.70%。',
          '核对累计数；确有差异的，在“原因”列写明金额、预计支出时间和处置。',
          '项目分月支出进度表填报要求',
        ],
      ],
      [
        ['序号', '位置', '问题', '怎么改', '依据'],
        ['1', expect.any(String), expect.any(String), expect.any(String), '办法'],
      ],
    ]);
  });

  test.each([
    ['财预〔2019〕128号；界限为本工具默认（可在参数中调整）', '财预〔2019〕128号'],
    ['填报要求（界限为本工具默认值）', '填报要求'],
    ['填报要求；各月比例可在参数中调整；另有公开做法', '填报要求；另有公开做法'],
    ['本工具默认（可在参数中调整）；5%为通行说法', '核验规则 PRG-04'],
  ])('gives a unit the documents of a rule, no defaults of ours: %s', async (source, printed) => {
    const finding = sampleFinding({ unit, severity: 'error', basis: { source, why: { zh: '', en: '' } } });
    const content = await notice(reportWith([finding]));
    expect(content?.tables[0]?.[1]?.at(-1)).toBe(printed);
  });

  test('names the projects that its rate leaves out, but no classified one', async () => {
    const report = reportWith([wrong]);
    const [row] = report.progress.filter((one) => one.unit === unit);
    if (row === undefined) throw new Error('the sample has projects');
    const left = (name: string | null) => ({
      ...row,
      spent: null,
      classified: name === null,
      project: { code: 'X1', name },
    });
    const withLeft = (...names: readonly (string | null)[]) => ({
      ...report,
      progress: [...report.progress, ...names.map(left)],
    });
    const content = await notice(withLeft('河道清淤', null));
    expect(content?.paragraphs).toContain(
      '截至2023年6月底，你单位支出进度46.2%，低于序时进度（50.0%）3.8个百分点。另有2个项目的预算数或支出数缺失、无法读取或存疑，未计入支出进度：河道清淤、涉密项目。',
    );
    const many = await notice(withLeft(...'甲乙丙丁戊己庚'.split('').map((name) => `项目${name}`)));
    expect(many?.paragraphs).toContain(
      '截至2023年6月底，你单位支出进度46.2%，低于序时进度（50.0%）3.8个百分点。另有7个项目的预算数或支出数缺失、无法读取或存疑，未计入支出进度：项目甲、项目乙、项目丙、项目丁、项目戊等。',
    );
    const english = await notice(withLeft('河道清淤'), [], 'en');
    expect(english?.paragraphs).toContain(
      'By the end of June 2023 you had spent 46.2% of the budget, 3.8 percentage points below time progress (50.0%). 1 more project, whose budget or spending is missing, unreadable or doubtful, is not in that rate: 河道清淤.',
    );
  });

  test('is not written when there is nothing to answer', async () => {
    expect(await notice(reportWith([explained, sampleFinding({ unit, severity: 'notice' })]))).toBeNull();
  });

  test('asks a unit that handed in nothing to do so', async () => {
    const report = reportWith([], { state: 'missing', missing: ['T01', 'T03'], rate: null, gap: null });
    const content = await notice(report);
    expect(content?.paragraphs).toContain('关于报送2023年6月');
    expect(content?.paragraphs).toContain('尚未收到的报表：项目分月支出进度表、预算绩效运行监控表。');
    expect(content?.paragraphs).toContain(
      '（一）按统一模板报送。请使用下发的统一模板填报，以.xlsx格式报送；已经报送的，请告知报送时间和文件名。',
    );
    expect(content?.tables).toEqual([]);
  });

  test('leaves the deadline and the office to be filled in where nobody gave them', async () => {
    const report = reportWith([wrong], { answerBy: null });
    const content = await notice({ ...report, run: { ...report.run, office: null } });
    expect(content?.paragraphs.at(-4)).toBe('（二）办理期限。请于　　年　　月　　日前报回。');
    expect(content?.paragraphs.slice(-2)).toEqual(['', '年　　月　　日']);
  });

  test('says of money not released that it is not held against the unit', async () => {
    const report = reportWith([wrong]);
    const progress = report.progress.map((row) =>
      row.unit === unit ? { ...row, released: 0, spent: 0, reason: null, reasonType: null } : row,
    );
    const content = await notice({ ...report, progress });
    expect(content?.paragraphs).toContain(
      '（二）资金尚未下达的。由财政部门（或主管部门）核对下达，你单位注明“资金未下达”即可，不作为支出滞后。',
    );
  });

  test('says nothing of what was written about a classified project', async () => {
    const report = reportWith([{ ...wrong, project: { code: 'X1', name: null } }]);
    const [row] = report.progress.filter((one) => one.unit === unit);
    if (row === undefined) throw new Error('the sample has projects');
    const progress = [{ ...row, classified: true, project: { code: 'X1', name: null } }];
    const content = await notice({ ...report, progress });
    expect(content?.tables[0]?.[1]?.slice(2, 4)).toEqual(['涉密项目，内容不在此列明，请按所标位置核实', '']);
  });

  test('prints as many rows as anybody works through, and says where the others are', async () => {
    const many = Array.from({ length: 75 }, (_, index) => ({ ...wrong, key: `k${index}` }));
    const content = await notice(reportWith(many));
    expect(content?.tables[0]).toHaveLength(61);
    expect(content?.paragraphs).toContain('另有15条见《异常清单.csv》。');
  });

  test('in English has English words around the data', async () => {
    const content = await notice(reportWith([wrong, unexplained]), ['a.xlsx'], 'en');
    expect(content?.paragraphs[0]).toBe('Notice to Correct the Budget Execution Tables of June 2023');
    expect(content?.paragraphs).toContain(
      '2 files received, 2 tables checked: Monthly project spending schedule, Performance monitoring list. 1 error to correct, 1 finding to explain.',
    );
    expect(content?.paragraphs).toContain('(3) Deadline. Please answer by 19 July 2023.');
    expect(content?.paragraphs.filter((text) => /[\u4E00-\u9FFF]/.test(text))).toEqual([
      '区水利局:',
      '示例区财政局',
    ]);
  });

  test('blames nobody', async () => {
    const content = await notice(reportWith([wrong, unexplained, explained]), ['a.xlsx']);
    expect(content?.paragraphs.join('')).not.toMatch(/造假|违规|虚报|瞒报|责任|追究/);
  });
});
