import * as sheetjs from '@e965/xlsx';
import { describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { findingText } from '../../output/finding-columns.ts';
import { plainText } from '../../output/safe-text.ts';
import { varianceWorkbook } from '../../output/variance-workbook/variance-workbook.ts';
import { readWorkbook } from '../../pipeline/formats/index.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';
import type { RunReport } from '../../pipeline/model/report.ts';
import { besideIn } from '../support/beside.ts';
import { injectionStrings } from '../support/injection-strings.ts';
import { emptyReport, largeReport, sampleFinding, sampleReport } from '../support/sample-report.ts';
import { lintWorkbook } from '../support/sheet-lint.ts';

/** One project, one finding: small enough to be written out cell by cell. */
function smallReport(): RunReport {
  const report = sampleReport();
  const unit = report.units.find((one) => one.unit === '区文化和旅游局');
  const project = report.progress.find((row) => row.project.name === '公共文化服务体系建设');
  const rule = report.rules.find((one) => one.id === 'PRG-04');
  if (unit === undefined || project === undefined || rule === undefined) throw new Error('not in the sample');
  const amounts = {
    budget: 121_000_000,
    released: 100_000_000,
    planned: 71_380_000,
    spent: 40_900_000,
    rate: 0.338017,
    allotmentRate: 0.409,
    releaseRate: 0.826446,
    timeProgress: 0.5,
    gap: -0.161983,
    variance: -0.42701,
    lamp: 'yellow' as const,
  };
  return {
    ...report,
    units: [
      {
        ...unit,
        ...amounts,
        state: 'explain',
        projects: 1,
        errors: 0,
        warnings: 1,
        notices: 0,
        undecidable: 0,
      },
    ],
    progress: [{ ...project, ...amounts, reason: '预计9月支付', reasonType: '合同约定付款节点未到' }],
    findings: [sampleFinding()],
    rules: [{ ...rule, pass: 5, fail: 1, undecidable: 2, notApplicable: 3 }],
    submissions: report.submissions.filter((one) => one.unit === '区文化和旅游局'),
    summary: {
      ...report.summary,
      findings: { error: 0, warning: 1, notice: 0 },
      undecidable: 0,
      total: amounts,
    },
  };
}

async function open(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  // exceljs's types ask for a Buffer of an older kind than Node's.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

function sheetOf(workbook: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The texts and numbers of a row, links as their text. */
function valuesOf(sheet: exceljs.Worksheet, row: number): readonly unknown[] {
  const values: unknown[] = [];
  sheet.getRow(row).eachCell({ includeEmpty: false }, (cell) => {
    if (cell.master.address !== cell.address) return;
    const { value } = cell;
    values.push(typeof value === 'object' && value !== null && 'text' in value ? value.text : value);
  });
  return values;
}

function rowWith(sheet: exceljs.Worksheet, text: string): number {
  for (let row = 1; row <= sheet.rowCount; row += 1) if (valuesOf(sheet, row).includes(text)) return row;
  throw new Error(`no row with ${text}`);
}

describe('the variance workbook', () => {
  test('has the sheets a bureau works with, in the order it does', async () => {
    const chinese = await open(await varianceWorkbook(sampleReport(), 'zh'));
    expect(chinese.worksheets.map((sheet) => sheet.name)).toEqual([
      '总览',
      '支出进度',
      '三保',
      '直达资金',
      '退回错误',
      '需说明',
      '未报与重报',
      '异常',
      '规则说明',
      '参数',
    ]);
    const english = await open(await varianceWorkbook(sampleReport(), 'en'));
    expect(english.worksheets.map((sheet) => sheet.name)).toEqual([
      'Overview',
      'Spending',
      'Three guarantees',
      'Direct-transfer funds',
      'To correct',
      'To explain',
      'Missing and resubmitted',
      'Findings',
      'Rules',
      'Settings',
    ]);
  });

  test('opens with the title, the sentence ready to paste, and the four numbers', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(sampleReport(), 'zh')), '总览');
    expect(valuesOf(sheet, 1)).toEqual(['2023年6月预算执行差异预警报告']);
    expect(valuesOf(sheet, 2)).toEqual(['核验截止日 2023-07-07　金额单位：万元']);
    expect(valuesOf(sheet, 4)).toEqual([sampleReport().summary.sentence.zh]);
    expect(valuesOf(sheet, 5)).toEqual([
      '45 个项目滞后于序时进度，滞后金额合计 1503.76 万元；其中 13 个项目占滞后金额的 83.2%。',
    ]);
    expect(valuesOf(sheet, 6)[0]).toMatch(
      /^另有 1 个项目的预算数或支出数缺失、无法读取或存疑，未计入合计和比率：双桥镇人民政府 1 个。/,
    );
    expect(valuesOf(sheet, 8)).toEqual(['● 已通过', '▲ 退回改正', '◆ 需说明', '○ 未报']);
    expect(valuesOf(sheet, 9)).toEqual(['5 家', '3 家', '39 条', '1 家']);
    expect(valuesOf(sheet, 10)).toEqual([
      '应报 12 家',
      '共 6 处错误',
      '涉及 6 家单位',
      '另有 1 份文件未能读取',
    ]);
  });

  test('gives every unit its amounts, three rates, time progress, gap, variance and lamp', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(smallReport(), 'zh')), '总览');
    const row = rowWith(sheet, '区文化和旅游局');
    const figures = [121, 100, 71.38, 40.9, 0.338017, 0.409, 0.826446, 0.5, -16.2, -0.42701];
    expect(valuesOf(sheet, row)).toEqual([1, '区文化和旅游局', '◆ 需说明', ...figures, '▲ 黄灯', 0, 1, '—']);
    expect(valuesOf(sheet, row + 1)).toEqual(['合计', ...figures, '▲ 黄灯', 0, 1]);
    const formats = [4, 8, 12].map((column) => sheet.getRow(row).getCell(column).numFmt);
    expect(formats).toEqual([
      '#,##0.00_ ;-#,##0.00_ ;0.00_ ;@_ ',
      '0.0%_ ;-0.0%_ ;0.0%_ ;@_ ',
      '+0.0_ ;-0.0_ ;0.0_ ;@_ ',
    ]);
  });

  test('says — for what is not there, which is not zero', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(sampleReport(), 'zh')), '总览');
    const missing = valuesOf(sheet, rowWith(sheet, '青石镇人民政府'));
    expect(missing).toEqual([
      '—',
      '青石镇人民政府',
      '○ 未报',
      ...Array(7).fill('—'),
      0.5,
      '—',
      '—',
      '—',
      1,
      '—',
      '—',
    ]);
  });

  test('lists projects with their reasons, ids as text, and the true total', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(smallReport(), 'zh')), '支出进度');
    expect(valuesOf(sheet, 3).slice(0, 4)).toEqual(['序号', '单位', '项目名称', '调整后预算']);
    expect(valuesOf(sheet, 4)).toEqual([
      1,
      '区文化和旅游局',
      '公共文化服务体系建设',
      121,
      100,
      71.38,
      40.9,
      0.338017,
      0.409,
      0.826446,
      0.5,
      -16.2,
      -0.42701,
      '▲ 黄灯',
      19.6,
      1,
      '合同约定付款节点未到',
      '预计9月支付',
      '5101002300000000106001',
      '区文化和旅游局_6月.xlsx 支出进度!R6',
    ]);
    expect(valuesOf(sheet, 6).slice(0, 5)).toEqual(['合计', 121, 100, 71.38, 40.9]);
    expect(valuesOf(sheet, 7)).toEqual([]);
    expect(sheet.getCell('S4').numFmt).toBe('@');
  });

  test('says below the total which projects are not in it', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(sampleReport(), 'zh')), '支出进度');
    expect(valuesOf(sheet, rowWith(sheet, '合计') + 1)).toEqual([
      '另有 1 个项目的预算数或支出数缺失、无法读取或存疑，未计入合计和比率：双桥镇人民政府 1 个。',
    ]);
  });

  test('gives each of the three guarantees with its need, shortfall, level, and a total that says what it leaves out', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(sampleReport(), 'zh')), '三保');
    expect(valuesOf(sheet, 2)[1]).toBe(
      '2 家单位报送；1 家有缺口，2 项低于序时进度　核验截止日 2023-07-07　金额单位：万元',
    );
    expect(valuesOf(sheet, 7)).toEqual([
      4,
      '柳溪镇人民政府',
      '保基本民生',
      320,
      300,
      20,
      156,
      0.52,
      0.5,
      2,
      '● 绿',
      '柳溪镇人民政府_三保.xlsx “三保”支出!E6',
    ]);
    expect([4, 8, 9, 6].map((row) => sheet.getCell(row, 11).value)).toEqual([
      '● 绿',
      '▲ 黄',
      '■ 红二档',
      '—',
    ]);
    expect(valuesOf(sheet, 11)).toEqual(['合计：保基本民生', 620, 600, 20, 312, 0.52, 0.5, 2]);
    expect(valuesOf(sheet, 13)).toEqual([
      '合计：保运转（另有 1 项数据不全）',
      '—',
      300,
      0,
      105,
      0.35,
      0.5,
      -15,
    ]);
  });

  test('gives direct-transfer funds by urgency, with the days that are left in words', async () => {
    const workbook = await open(await varianceWorkbook(sampleReport(), 'zh'));
    const sheet = sheetOf(workbook, '直达资金');
    expect(valuesOf(sheet, 2)[1]).toContain('5 笔资金；逾期未支出完 1 笔，临期 1 笔');
    expect(valuesOf(sheet, 4).slice(1)).toEqual([
      '区民政局',
      '残疾人两项补贴',
      '示财社〔2023〕12号',
      80,
      80,
      60,
      20,
      0.75,
      '2023-06-30',
      '逾期 7 天',
      '■ 红灯',
      '名单复核中',
      '区民政局_直达资金.xlsx 台账!H5',
    ]);
    expect([4, 5, 6].map((row) => sheet.getCell(row, 11).value)).toEqual(['逾期 7 天', '还有 24 天', '—']);
    expect(sheet.getColumn(3).values).toContain('（涉密项目）');
    expect(valuesOf(sheet, 10)).toEqual(['合计', 320, 320, 260, 60, 0.8125]);
    const empty = await open(await varianceWorkbook(emptyReport(), 'zh'));
    expect(valuesOf(sheetOf(empty, '直达资金'), 4)).toEqual(['本期没有收到直达资金台账。']);
    expect(valuesOf(sheetOf(empty, '三保'), 4)).toEqual(['本期没有收到“三保”支出表。']);
  });

  test('prints no text of a classified project', async () => {
    const report = sampleReport();
    const progress = report.progress.map((row) =>
      row.classified
        ? { ...row, project: { code: 'C1', name: '秘密' }, reason: '秘密', reasonType: '秘密' }
        : row,
    );
    const parts = unzipSync(await varianceWorkbook({ ...report, progress }, 'zh'));
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).not.toContain('秘密');
  });

  test('lists findings with the message first and the proof last', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(smallReport(), 'zh')), '异常');
    expect(valuesOf(sheet, 2)[1]).toBe(
      '错误 0 处，需说明 1 条，提示 0 条，无法判定 0 处　先按级别、再按涉及金额从大到小排列',
    );
    expect(valuesOf(sheet, 3).map((title) => String(title).replace('\n', ''))).toEqual([
      '单位',
      '项目',
      '问题',
      '怎么改',
      '位置',
      '原值',
      '应为',
      '相差',
      '级别',
      '单位说明',
      '处理状态',
      '规则',
      '涉及金额(万元)',
      '算式',
      '依据',
    ]);
    expect(valuesOf(sheet, 4)).toEqual([
      '区文化和旅游局',
      '公共文化服务体系建设',
      '截至6月累计支出 40.90 万元，累计计划 71.38 万元，差异率 -42.70%。',
      '核对累计数；确有差异的，在“原因”列写明金额、预计支出时间和处置。',
      '区文化和旅游局_6月.xlsx\n支出进度!R12 累计支出',
      40.9,
      71.38,
      -30.48,
      '▲ 需说明',
      '—',
      '待说明',
      'PRG-04',
      30.48,
      'G12 71.38 − H12 40.90 = 30.48',
      '项目分月支出进度表填报要求：差异率大的项目须逐项分析说明。',
    ]);
    expect(sheet.autoFilter).toBe('A3:O4');
    expect(sheet.getCell('K4').dataValidation.formulae).toEqual([
      '"待整改,待说明,已说明待核,待补数,无须处理,已整改,已销号"',
    ]);
  });

  test('groups what to correct and what to explain by unit, the most money first', async () => {
    const workbook = await open(await varianceWorkbook(sampleReport(), 'zh'));
    const sheet = sheetOf(workbook, '退回错误');
    expect(valuesOf(sheet, 2)[1]).toBe(
      '4 家单位共 9 处错误，改正后重报（其中 1 家的文件未能读取）　按单位排列，单位之间按涉及金额从大到小',
    );
    const groups = sheet.getColumn(1).values.filter((value) => /共 \d+ 处/.test(String(value)));
    expect(groups).toEqual([
      '区卫生健康局　共 2 处，涉及 228.81 万元',
      '区文化和旅游局　共 3 处，涉及 125.67 万元',
      '区农业农村局　共 3 处，涉及 93.02 万元',
      '柳溪镇人民政府　共 1 处',
    ]);
    expect(sheetOf(workbook, '需说明').rowCount).toBe(3 + 39 + 6);
  });

  test('explains every rule and how often it passed, failed, could not decide', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(smallReport(), 'zh')), '规则说明');
    expect(valuesOf(sheet, 4)).toEqual([
      'PRG-04',
      '支出进度',
      '实际支出与分月计划差异过大',
      '差异率大的项目须逐项分析说明。',
      '项目分月支出进度表填报要求',
      '需说明',
      'warnAbove：0.2\nerrorAbove：0.4\nfloor：1000000',
      5,
      1,
      2,
      3,
      0,
      '—',
    ]);
  });

  test('counts nothing for a rule that was switched off', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(sampleReport(), 'zh')), '规则说明');
    expect(valuesOf(sheet, rowWith(sheet, 'MON-10')).slice(7)).toEqual([
      '—',
      '—',
      '—',
      '—',
      '—',
      '监控表本月未下发',
    ]);
  });

  test('names who is missing, what could not be read, what was set aside', async () => {
    const sheet = sheetOf(await open(await varianceWorkbook(sampleReport(), 'zh')), '未报与重报');
    expect(valuesOf(sheet, rowWith(sheet, '青石镇人民政府'))).toEqual([
      '青石镇人民政府',
      '项目分月支出进度表、预算绩效运行监控表',
      '项目分月支出进度表、预算绩效运行监控表',
      '未报',
    ]);
    expect(valuesOf(sheet, rowWith(sheet, '区文化和旅游局_三保.xlsx')).slice(1)).toEqual([
      '区文化和旅游局_三保.xlsx',
      '有打开密码。请在 WPS/Excel 中取消密码后另存为 .xlsx。',
      '未能读取',
    ]);
    expect(valuesOf(sheet, rowWith(sheet, '重报替代'))[1]).toBe('双桥镇人民政府_6月（旧）.xlsx 支出进度');
  });

  test('accounts for its settings, its sources and failures of ours', async () => {
    const report = sampleReport();
    const failures = [{ stage: 'check', rule: 'PRG-04', file: 'a.xlsx', message: 'boom' }];
    const sheet = sheetOf(
      await open(
        await varianceWorkbook({ ...report, summary: { ...report.summary, failures: 1 }, failures }, 'zh'),
      ),
      '参数',
    );
    expect(valuesOf(sheet, rowWith(sheet, '与方案不同的参数'))[1]).toBe(
      'rules.PRG-04.warnAbove：0.2\nmilestones.6：0.5',
    );
    expect(valuesOf(sheet, rowWith(sheet, 'boom'))).toEqual(['check', 'PRG-04', 'a.xlsx', 'boom']);
    const [first] = report.submissions;
    expect(valuesOf(sheet, rowWith(sheet, first?.sha256 ?? ''))[0]).toBe(first?.file);
  });

  test('links lead to places that exist', async () => {
    for (const language of ['zh', 'en'] as const) {
      const parts = unzipSync(await varianceWorkbook(sampleReport(), language));
      const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
      const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name ?? '');
      const links = Object.entries(parts)
        .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
        .flatMap(([, part]) => [
          ...strFromU8(part).matchAll(/<hyperlink ref="[^"]+" location="([^"]+)"\/>/g),
        ]);
      expect(links.length).toBeGreaterThan(100);
      for (const [, location = ''] of links) {
        const [, sheet = '', row = ''] = /^'(.+)'!A(\d+)$/.exec(location) ?? [];
        expect(names).toContain(sheet);
        const part = strFromU8(
          parts[`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`] ?? new Uint8Array(),
        );
        expect(part).toContain(`<row r="${row}"`);
      }
      expect(Object.keys(parts).filter((name) => name.includes('worksheets/_rels'))).toEqual([]);
    }
  });

  test('leads from findings, projects and units into the files that go back', async () => {
    const report = sampleReport();
    const beside = besideIn(report);
    const [file = '', { path }] = [...beside.returned][0] ?? ['', { path: '' }];
    const renamed = new Map([[file, { path, sheetNames: new Map([['支出进度', "6月'份"]]) }]]);
    const bytes = await varianceWorkbook(report, 'zh', {
      ...beside,
      returned: new Map([...beside.returned, ...renamed]),
    });
    expect(lintWorkbook(bytes)).toEqual([]);
    const workbook = await open(bytes);
    /** The link in one column of the first row that has a text in another. */
    const linkOf = (name: string, column: number, text: string, textColumn = column) => {
      const sheet = sheetOf(workbook, name);
      const { values } = sheet.getColumn(textColumn);
      const row = values.findIndex((value) => JSON.stringify(value ?? '').includes(text));
      return sheet.getCell(row, column).hyperlink;
    };
    expect(path).toBe('退回/区卫生健康局/区卫生健康局_6月.xlsx');
    expect(linkOf('异常', 6, '区卫生健康局_6月.xlsx', 5)).toBe(path);
    expect(linkOf('退回错误', 6, '区卫生健康局_6月.xlsx', 5)).toBe(path);
    expect(linkOf('支出进度', 20, '区卫生健康局_6月.xlsx')).toBe(path);
    expect(linkOf('总览', 17, '"2 份"')).toBe('退回/区农业农村局/');
    expect(linkOf('总览', 17, '"1 份"')).toMatch(/^退回\/.*\.xlsx$/);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet5.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<hyperlink ref="F\d+" r:id="file\d+" location="'6月''份'!R\d+"\/>/);
    expect(xml).toMatch(/<hyperlink ref="F\d+" r:id="file\d+" location="'支出进度'!R\d+"\/>/);
  });

  test('prints on A4 landscape with repeated headings and page numbers', async () => {
    const workbook = await open(await varianceWorkbook(sampleReport(), 'zh'));
    for (const sheet of workbook.worksheets) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToWidth: 1,
        horizontalCentered: true,
      });
      expect(sheet.headerFooter.oddFooter).toContain('&C&9 第 &P 页 共 &N 页');
    }
    expect(sheetOf(workbook, '异常').pageSetup).toMatchObject({
      printTitlesRow: '3:3',
      printArea: `A1:M${sheetOf(workbook, '异常').rowCount}`,
    });
    expect(sheetOf(workbook, '异常').views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 3 });
  });

  test.each([
    ['the sample month', sampleReport()],
    ['nothing at all', emptyReport()],
    ['one project', smallReport()],
  ])('of %s is a workbook Excel opens without repair', async (_, report) => {
    for (const language of ['zh', 'en'] as const) {
      expect(lintWorkbook(await varianceWorkbook(report, language))).toEqual([]);
    }
  });

  test('evaluates nothing a unit wrote: every text is read back as text', async () => {
    const findings = injectionStrings.map((evil, index) =>
      sampleFinding({
        key: String(index),
        unit: evil,
        project: { code: evil, name: evil },
        where: [{ file: evil, sheet: evil, cell: evil, label: evil }],
        value: evil,
        expected: evil,
        difference: evil,
        trace: evil,
        explanation: evil,
        message: { zh: evil, en: evil },
        clears: { zh: evil, en: evil },
        basis: { source: evil, why: { zh: '', en: '' } },
        atStake: 1000 - index,
      }),
    );
    const report = sampleReport();
    const [project, unit, fund] = [report.progress[0], report.units[0], report.directFunds[0]];
    if (project === undefined || unit === undefined || fund === undefined)
      throw new Error('the sample has projects, units and funds');
    const evilReport: RunReport = {
      ...report,
      findings,
      progress: injectionStrings.map((evil) => ({
        ...project,
        unit: evil,
        project: { code: evil, name: evil },
        reason: evil,
        reasonType: evil,
      })),
      guarantees: report.guarantees.map((row, index) => ({ ...row, unit: injectionStrings[index] ?? '' })),
      directFunds: injectionStrings.map((evil) => ({
        ...fund,
        unit: evil,
        fund: evil,
        document: evil,
        reason: evil,
        deadline: evil,
        place: { file: evil, sheet: evil, cell: evil, label: evil },
      })),
      units: injectionStrings.map((evil) => ({ ...unit, unit: evil, owed: [evil], missing: [evil] })),
      submissions: report.submissions.map((one, index) => ({ ...one, file: injectionStrings[index] ?? '' })),
    };
    const bytes = await varianceWorkbook(evilReport, 'zh');
    expect(lintWorkbook(bytes)).toEqual([]);
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toMatch(/<f[ >]/);
    }
    const sheet = sheetOf(await open(bytes), '异常');
    const other = sheetjs.read(bytes, { type: 'array', cellFormula: true }).Sheets.异常 ?? {};
    for (const [index, evil] of injectionStrings.entries()) {
      const row = index + 4;
      for (const column of ['A', 'B', 'C', 'D', 'F', 'G', 'H', 'J', 'N', 'O']) {
        const cell = sheet.getCell(`${column}${row}`);
        expect(typeof cell.value).toBe('string');
        expect(cell.value).toBe(plainText(evil));
        const read = other[`${column}${row}`] as sheetjs.CellObject | undefined;
        expect(read?.f).toBeUndefined();
        expect(read?.t).toBe('s');
        expect(read?.v).toBe(plainText(evil));
      }
    }
  });

  test.each([
    ['zh', 'the sample month', sampleReport()],
    ['en', 'the sample month', sampleReport()],
    ['zh', 'nothing at all', emptyReport()],
  ] as const)('in %s of %s is the same bytes every time', async (language, _, report) => {
    const one = await varianceWorkbook(report, language);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(Buffer.from(await varianceWorkbook(report, language)).equals(Buffer.from(one))).toBe(true);
  });

  test('in English holds no Chinese but what the data holds', async () => {
    const latin = JSON.parse(
      JSON.stringify(sampleReport()).replace(/[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g, 'z'),
    ) as RunReport; // the same shape: only letters within strings were changed
    const parts = unzipSync(await varianceWorkbook(latin, 'en'));
    for (const [name, part] of Object.entries(parts)) {
      if (name.includes('theme')) continue;
      expect(`${name} ${strFromU8(part).match(/[\u3001-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/)?.[0] ?? ''}`).toBe(
        `${name} `,
      );
    }
  });

  test('of ten thousand findings holds all of them, each text in its cell', async () => {
    const report = largeReport(10_000);
    const bytes = await varianceWorkbook(report, 'zh');
    expect(bytes.length).toBeLessThan(3_000_000);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['xl/worksheets/sheet8.xml'] ?? new Uint8Array());
    expect(xml.match(/<row /g)).toHaveLength(10_003);
    expect(xml).toContain('<autoFilter ref="A3:O10003"/>');
    const shared = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(Number(/ count="(\d+)"/.exec(shared)?.[1])).toBeLessThan(10_000);
    const workbook = await readWorkbook({ path: 'a.xlsx', bytes, sha256: '' });
    if (isRefusal(workbook)) throw new Error(workbook.message.en);
    const list = workbook.sheets.find(({ name }) => name === '异常');
    const problem = [...Array(20).keys()].find((column) => list?.value(3, column) === '问题') ?? 0;
    const said = [...Array(10_000).keys()].map((index) => list?.value(index + 4, problem));
    expect(new Set(said)).toEqual(
      new Set(report.findings.map((finding) => findingText(finding, 'problem', 'zh'))),
    );
  }, 60_000);
});
