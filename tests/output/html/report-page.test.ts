import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { reportPage } from '../../../output/html/report-page.ts';
import { labelsOf } from '../../../output/labels.ts';
import { returnsOf } from '../../../output/returned/returns.ts';
import { severityShapes } from '../../../output/signs.ts';
import { percent, points } from '../../../pipeline/model/money.ts';
import type { Finding, RunReport } from '../../../pipeline/model/report.ts';
import { besideIn } from '../../support/beside.ts';
import { injectionStrings } from '../../support/injection-strings.ts';
import { emptyReport, largeReport, sampleFinding, sampleReport } from '../../support/sample-report.ts';
import { markupOf, type Tag } from './markup-of.ts';
import { rewritten } from './rewritten.ts';

const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>'\` onclick="y" \u202Egnp\u202C\u0000 &amp; https://example.org/ javascript:1 =1+1 ${injectionStrings.join(' ')}`;

describe.each(['zh', 'en'] as const)('the page in %s', (language) => {
  let page: string;
  let tags: readonly Tag[];

  beforeAll(async () => {
    page = await reportPage(sampleReport(), language);
    tags = markupOf(page).tags;
  });

  test('is well formed, says its language and has every id once', () => {
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(tags[0]?.attributes.get('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en');
    expect(new Set(ids).size).toBe(ids.length);
    const named = tags.flatMap(({ attributes }) => attributes.get('aria-labelledby') ?? []);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('asks for nothing but itself', () => {
    expect(page).not.toMatch(/https?:|\/\/[a-z]|url\(|@import|@font-face/i);
    const references = tags.flatMap(({ attributes }) =>
      ['src', 'href', 'action', 'data', 'poster'].flatMap((name) => attributes.get(name) ?? []),
    );
    expect(references.filter((reference) => !reference.startsWith('#'))).toEqual([]);
  });

  test('leads only to places it has', () => {
    const ids = new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? []));
    const links = tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !ids.has(link.slice(1)))).toEqual([]);
  });

  test('allows its own style and script, by their hashes, and nothing else', () => {
    const policy = tags.find(({ attributes }) => attributes.has('http-equiv'))?.attributes.get('content');
    const hash = (element: string) => {
      const source = page.slice(
        page.indexOf(`<${element}>`) + element.length + 2,
        page.indexOf(`</${element}>`),
      );
      return `sha256-${createHash('sha256').update(source).digest('base64')}`;
    };
    expect(policy).toBe(
      `default-src 'none'; style-src '${hash('style')}'; script-src '${hash('script')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(
      tags.filter(({ attributes }) =>
        [...attributes.keys()].some((name) => name.startsWith('on') || name === 'style'),
      ),
    ).toEqual([]);
  });

  test('gives every table heads with a scope', () => {
    const heads = tags.filter(({ name, end }) => name === 'th' && !end);
    expect(heads.length).toBeGreaterThan(50);
    expect(heads.filter(({ attributes }) => !attributes.has('scope'))).toEqual([]);
  });

  test('has the same elements for a hostile report as for a harmless one, and shows what was written as text', async () => {
    const harmless = markupOf(
      await reportPage(
        rewritten(sampleReport(), () => 'plain'),
        language,
      ),
    );
    const attacked = markupOf(
      await reportPage(
        rewritten(sampleReport(), () => hostile),
        language,
      ),
    );
    expect(shape(attacked.tags)).toEqual(shape(harmless.tags));
    expect(attacked.tags.filter(({ name, end }) => name === 'script' && !end)).toHaveLength(1);
    const shown = `"><script>alert('x')</script><img src=x onerror=alert(1)>'\` onclick="y" gnp &amp; https`;
    expect(attacked.text.includes(shown)).toBe(true);
    const hidden = ['\u0000', '\u001B', '\uFEFF', '\u202C', '\u202E'].filter((sign) =>
      attacked.text.includes(sign),
    );
    expect(hidden).toEqual([]);
  });

  test('is the same at every call, at the same time or after another, and leaves the report as it was', async () => {
    const report = sampleReport();
    const [one, other] = await Promise.all([reportPage(report, language), reportPage(report, language)]);
    await reportPage(largeReport(200), language);
    expect(one).toBe(page);
    expect(other).toBe(page);
    expect(await reportPage(report, language)).toBe(page);
    expect(report).toEqual(sampleReport());
  });

  test('stays under 2 MB and usable for 100 units and 10,000 findings', async () => {
    const big = await reportPage(bigReport(), language);
    expect(Buffer.byteLength(big)).toBeLessThan(2_000_000);
    const { tags: many, text } = markupOf(big);
    // Every rule has its first cases in full, and a page of them is a page one can use.
    const cases = many.filter(({ name, attributes }) => name === 'li' && attributes.has('data-unit'));
    expect(cases.filter(({ attributes }) => !attributes.has('data-count')).length).toBeGreaterThan(500);
    // Every finding is counted, in full or by its place.
    const counted = cases.reduce((sum, { attributes }) => sum + Number(attributes.get('data-count') ?? 1), 0);
    expect(counted).toBe(bigReport().findings.filter(({ status }) => status === 'fail').length);
    expect(text).toContain('第100单位');
  });

  test('of a province lists a thousand units and so many places as a browser can lay out, says how many there are, and where', async () => {
    const province = provinceReport();
    const source = await reportPage(province, language);
    expect(Buffer.byteLength(source)).toBeLessThan(6_000_000);
    const { tags: many, text } = markupOf(source);
    const rowsIn = (title: string) => {
      const start = source.indexOf(`role="group" aria-labelledby="${title}"`);
      return source.slice(start, source.indexOf('</table>', start)).split('<tr').length - 2;
    };
    expect([rowsIn('rates-title'), rowsIn('units-title')]).toEqual([1001, 1000]);
    const { workbook } = labelsOf(language).fileNames;
    const said =
      language === 'zh'
        ? [
            `列出进度最慢的 1000 家，共 12000 家；全部见《${workbook}》。`,
            `列出 1000 家，共 12000 家；全部见《${workbook}》。`,
          ]
        : [
            `The 1000 of 12000 units furthest behind; all of them are in ${workbook}.`,
            `1000 of 12000; all of them are in ${workbook}.`,
          ];
    for (const sentence of said) expect(text).toContain(sentence);
    // The last in the ranking, which is the furthest behind, is there, the first is not.
    expect([source.includes('>第12000单位</th>'), source.includes('>第1单位</th>')]).toEqual([true, false]);
    // What is not listed is counted all the same.
    const items = many.filter(({ name, attributes }) => name === 'li' && attributes.has('data-unit'));
    const inFull = items.filter(({ attributes }) => !attributes.has('data-count')).length;
    expect(items.length - inFull).toBe(10_000);
    const unlisted = province.findings.length - items.length;
    expect(unlisted).toBeGreaterThan(100);
    expect(source).toContain(
      language === 'zh'
        ? `<li data-count="${unlisted}">另有 ${unlisted} 条未在这里列出，见《${workbook}》。</li>`
        : `<li data-count="${unlisted}">${unlisted} more are not listed here: see ${workbook}.</li>`,
    );
  });

  test('a report without files does not say that all is well', async () => {
    const { text } = markupOf(await reportPage(emptyReport(), language));
    expect(text).toContain(
      language === 'zh' ? '没有收到文件，什么也没有核验。' : 'No file was received, so nothing was checked.',
    );
    expect(text).not.toContain(language === 'zh' ? '今天没有要办的事' : 'Nothing to do today');
  });

  test('a report without findings says so, and on how many places that rests', async () => {
    const report = emptyReport();
    const [rule] = sampleReport().rules;
    if (rule === undefined) throw new RangeError('the sample has rules');
    const clean = {
      ...report,
      summary: { ...report.summary, files: 3 },
      rules: [
        { ...rule, pass: 40 },
        { ...rule, id: 'XT-09', group: 'cross-table', pass: 2 },
      ],
    };
    const { text } = markupOf(await reportPage(clean, language));
    expect(text).toContain(language === 'zh' ? '今天没有要办的事' : 'Nothing to do today');
    expect(text).toContain(
      language === 'zh' ? '没有发现问题（核验通过 42 处）。' : 'No findings (42 places checked and passed).',
    );
    expect(text).toContain(language === 'zh' ? '跨表核对通过 2 处' : '2 places compared across tables');
  });
});

describe('what the page says', () => {
  test('opens with what to do today, the four numbers and the sentence', async () => {
    const text = await textOf(sampleReport());
    const order = [
      '3 家退回改正（共 6 处错误）',
      '1 份文件未能读取',
      '1 家催报',
      '应报 12 家',
      '截至6月底，支出进度',
      '支出进度排名',
      '单位台账',
      '同一规则的问题',
      '同一件事在两张表',
      '本次核验',
    ];
    const start = text.indexOf('今天要办 ');
    const found = order.map((words) => text.indexOf(words, start));
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect(Math.min(...found)).toBeGreaterThan(-1);
  });

  test('asks a unit whose only file cannot be read for that file, and names every place as people say it', async () => {
    const report = sampleReport();
    const [unit] = report.units;
    if (unit === undefined) throw new Error('the sample has units');
    const incomplete = (state: typeof unit.state, name: string) => ({
      ...unit,
      unit: name,
      state,
      missing: ['T03'],
    });
    const text = await textOf({
      ...report,
      units: [incomplete('unread', '甲镇'), incomplete('explain', '乙镇')],
      findings: [
        sampleFinding({ unit: '乙镇', where: [{ file: 'a.xlsx', sheet: '支出', cell: '3:3', label: null }] }),
      ],
    });
    expect(text).toContain('1 家报表不齐，请补报 乙镇');
    expect(text).toContain('支出!第 3 行');
  });

  test('counts the unreadable files it does not name', async () => {
    const report = sampleReport();
    const [one] = report.submissions.filter(({ status }) => status === 'refused');
    if (one === undefined) throw new Error('the sample has a file that cannot be read');
    const refused = Array.from({ length: 8 }, (_, index) => ({ ...one, file: `坏${index + 1}.xlsx` }));
    const text = await textOf({
      ...report,
      submissions: refused,
      summary: { ...report.summary, refused: 8 },
    });
    expect(text).toContain('另有 3 份 看明细');
  });

  test('leads to the files that go back and to the other outputs, and to nothing that is not there', async () => {
    const report = sampleReport();
    const alone = markupOf(await reportPage(report, 'zh'));
    const linksIn = ({ tags }: typeof alone) =>
      tags
        .filter(({ name, end }) => name === 'a' && !end)
        .map(({ attributes }) => attributes.get('href') ?? '')
        .filter((href) => !href.startsWith('#'));
    expect(linksIn(alone)).toEqual([]);
    const links = linksIn(markupOf(await reportPage(report, 'zh', besideIn(report))));
    const written = [...besideIn(report).outputs];
    const notices = written.filter((path) => path.endsWith('/整改通知单.docx'));
    expect(notices).toHaveLength(3);
    expect(new Set(links)).toEqual(
      new Set([
        ...returnsOf(report, 'zh').map(({ path }) => path),
        ...notices,
        '支出进度通报（初稿）.docx',
        '差异预警报告.xlsx',
        '异常清单.csv',
        '退回/',
      ]),
    );
    // In the list under what to do today, and in the unit's line of the ledger.
    expect(links.filter((href) => href === '退回/区农业农村局/区农业农村局_6月.xlsx')).toHaveLength(2);
  });

  test('shows the months that are known side by side, and says so when there is one only', async () => {
    const report = sampleReport();
    const { text, tags } = markupOf(await reportPage(report, 'zh'));
    expect(text).toContain('5月 (41.7%)');
    expect(text).toContain('以前月份来自以前的核验结果；');
    const unit = report.trend.filter(({ unit: name }) => name === '区教育局');
    expect(text.replace(/\s+/g, '')).toContain(
      `区教育局${unit.map(({ rate }) => `●${percent(rate ?? 0, 1)}绿灯`).join('')}+${points((unit[1]?.rate ?? 0) - (unit[0]?.rate ?? 0), 1)}`,
    );
    expect(tags.filter(({ name, end }) => name === 'polyline' && !end).length).toBe(
      new Set(report.trend.map(({ unit: name }) => name)).size,
    );
    const one = await textOf({
      ...report,
      trend: report.trend.filter(({ source }) => source === 'this run'),
    });
    expect(one).toContain('只知道本月的数，没有走势可看。');
  });

  test('says which sheets no rule looked at, and why', async () => {
    const report = sampleReport();
    const [first] = report.submissions;
    if (first === undefined) throw new RangeError('the sample has submissions');
    const note = { zh: '不是已知报表，未核验', en: 'not a known template, not checked' };
    const sheets = ['代码', '说明'].map((sheet) => ({
      ...first,
      sheet,
      status: 'passed over' as const,
      note,
    }));
    const text = await textOf({ ...report, submissions: [...report.submissions, ...sheets] });
    expect(text).toContain(`不是已知报表，未核验：${first.file} › 代码、${first.file} › 说明`);
    expect(text).toContain('以后者为准。：双桥镇人民政府_6月（旧）.xlsx › 支出进度');
  });

  test('a link leads to its file whatever the file is called, and shows no number of a person', async () => {
    const report = sampleReport();
    const [file = ''] = besideIn(report).returned.keys();
    const path = `退回/甲/50% #"<b>&13812345678.xlsx`;
    const page = await reportPage(report, 'zh', {
      returned: new Map([[file, { path, sheetNames: new Map() }]]),
      outputs: new Set(),
    });
    const [, href = ''] = /href="(退回\/甲[^"]*)"/.exec(page) ?? [];
    expect(decodeURIComponent(href)).toBe(path);
    expect(page).not.toContain('13812345678');
  });

  test('a report with a failure of ours does not look clean', async () => {
    const report = emptyReport();
    const text = await textOf({
      ...report,
      summary: { ...report.summary, failures: 1 },
      failures: [{ stage: 'check', rule: 'PRG-04', file: null, message: 'broke' }],
    });
    expect(text).toContain('本次核验有 1 处程序故障，结论不完整');
    expect(text).toContain('check PRG-04 broke');
    expect(text).not.toContain('今天没有要办的事');
  });

  test('English is complete: no Chinese but what the report holds', async () => {
    const page = await reportPage(
      rewritten(sampleReport(), () => 'plain'),
      'en',
    );
    // The sign of what is undecidable is a wide one; it is a shape, not a word.
    const said = page.replace(/<style>[\s\S]*?<\/style>/, '').replaceAll(severityShapes.undecidable, '');
    expect(said.match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/gu)).toBeNull();
  });

  test('tells money that was not released from money that was not spent', async () => {
    const report = sampleReport();
    const [first, second, ...others] = report.units;
    if (first === undefined || second === undefined) throw new RangeError('the sample has units');
    const behind = { budget: 100_000_000, rate: 0.1, gap: -0.4, spent: 10_000_000, lamp: 'red' as const };
    const text = await textOf({
      ...report,
      units: [
        { ...first, ...behind, unit: '甲单位', released: 10_000_000, releaseRate: 0.1, allotmentRate: 1 },
        { ...second, ...behind, unit: '乙单位', released: 100_000_000, releaseRate: 1, allotmentRate: 0.1 },
        ...others,
      ],
    });
    expect(text).toMatch(/甲单位100\.0010\.0010\.0010\.0%100\.0%10\.0%-40\.0■ 红灯资金下达/);
    expect(text).toMatch(/乙单位100\.00100\.0010\.0010\.0%10\.0%100\.0%-40\.0■ 红灯用款/);
  });

  test('prints what is absent as — and zero as 0.00', async () => {
    const report = sampleReport();
    const total = {
      ...report.summary.total,
      budget: 0,
      released: null,
      spent: 0,
      rate: null,
      allotmentRate: null,
      releaseRate: null,
      gap: null,
      lamp: null,
    };
    const text = await textOf({ ...report, summary: { ...report.summary, total } });
    expect(text).toContain('合计0.00—0.00—————');
  });

  test('sets the lamps beside their thresholds when the report has them', async () => {
    const report = sampleReport();
    const [rule] = report.rules;
    if (rule === undefined) throw new RangeError('the sample has rules');
    const text = await textOf({
      ...report,
      rules: [...report.rules, { ...rule, id: 'PRG-02', options: { red: 0.6, yellow: 0.8 } }],
    });
    expect(text).toContain('■ 红灯 低于 60%');
    expect(text).toContain('▲ 黄灯 60% 至 80%');
    expect(text).toContain('● 绿灯 80% 及以上');
  });

  test('puts the case with most money first, and a remedy shared by all cases once', async () => {
    const text = await textOf(
      withFindings([
        sampleFinding({ unit: '小额单位', atStake: 100 }),
        sampleFinding({ unit: '大额单位', atStake: 9_000_000_000 }),
      ]),
    );
    const problems = text.slice(text.indexOf('同一规则的问题'));
    expect(problems.indexOf('大额单位')).toBeLessThan(problems.indexOf('小额单位'));
    expect(problems.split('核对累计数').length - 1).toBe(1);
    expect(problems).toContain('2 条 涉及 9000.00 万元');
  });

  test('prints the remedy beside each case where they differ', async () => {
    const other = sampleFinding({ clears: { zh: '改成 71.38。', en: 'Make it 71.38.' } });
    const text = await textOf(withFindings([sampleFinding(), other]));
    expect(text).toContain('怎么改：改成 71.38。');
    expect(text).toContain('怎么改：核对累计数');
  });

  test('shows two tables side by side only where they are two', async () => {
    const left = { file: 'a.xlsx', sheet: '支出进度', cell: 'R6', label: null };
    const pair = sampleFinding({
      unit: '两表单位',
      where: [left, { ...left, sheet: '绩效监控', cell: 'F9' }],
    });
    const single = sampleFinding({ unit: '一表单位', where: [left, { ...left, cell: 'G6' }] });
    const text = await textOf(withFindings([pair, single]));
    const crossCheck = text.slice(text.indexOf('同一件事在两张表'), text.indexOf('本次核验'));
    expect(crossCheck).toContain('两表单位');
    expect(crossCheck).toContain('40.90a.xlsx › 支出进度!R6');
    expect(crossCheck).toContain('71.38a.xlsx › 绩效监控!F9');
    expect(crossCheck).toContain('-30.48');
    expect(crossCheck).not.toContain('一表单位');
  });

  test('names what was not checked: refused files, rules switched off, cells that kept a rule from judging', async () => {
    const text = await textOf(sampleReport());
    const part = text.slice(text.lastIndexOf('哪些没有核验'));
    expect(part).toContain('区文化和旅游局_三保.xlsx：有打开密码。');
    expect(part).toContain('监控覆盖不全 MON-10：已停用：监控表本月未下发');
    expect(part).toContain('“三保”支出!E8');
  });

  test('says nothing that was written about a classified project', async () => {
    const report = sampleReport();
    const secret = { code: '999', name: '秘密工程' };
    const [row] = report.progress;
    if (row === undefined) throw new RangeError('the sample has projects');
    const classified = {
      ...row,
      project: secret,
      classified: true,
      reason: '秘密原因',
      spent: 0,
      rate: 0,
      budget: 90_000_000_000,
    };
    const finding = sampleFinding({
      unit: row.unit,
      project: secret,
      value: '秘密值',
      trace: '秘密算式',
      explanation: '秘密说明',
      message: { zh: '秘密消息', en: 'secret message' },
    });
    const text = await textOf({ ...report, progress: [classified, ...report.progress], findings: [finding] });
    expect(text).toContain('（涉密项目）');
    expect(text).not.toContain('秘密');
  });

  test('masks a telephone number, also where a long text is cut, and leaves fingerprints alone', async () => {
    const report = sampleReport();
    const [submission] = report.submissions;
    if (submission === undefined) throw new RangeError('the sample has submissions');
    const sha256 = `a13812345678b${'0'.repeat(51)}`;
    const text = await textOf({
      ...withFindings([sampleFinding({ explanation: `${'长'.repeat(393)}13812345678` })]),
      submissions: [{ ...submission, sha256 }],
    });
    expect(text).toContain(sha256);
    expect(text).not.toContain('长1381234');
  });
});

function withFindings(findings: Finding[]): RunReport {
  return { ...sampleReport(), findings };
}

/** The page's text in Chinese, lines joined: what a reader reads from top to bottom. */
async function textOf(report: RunReport): Promise<string> {
  return markupOf(await reportPage(report, 'zh')).text.replace(/\n+/g, ' ');
}

function shape(tags: readonly Tag[]): readonly string[] {
  return tags.map(
    ({ name, end, attributes }) => `${end ? '/' : ''}${name} ${[...attributes.keys()].join(' ')}`,
  );
}

/** A hundred units, ten projects each, two files each, forty rules, and ten thousand findings spread over all of them. */
function bigReport(): RunReport {
  const base = largeReport(10_000);
  const names = Array.from({ length: 100 }, (_, index) => `示例区第${index + 1}单位人民政府办公室`);
  const nameOf = (index: number) => names[index % names.length] ?? '';
  const repeat = <One>(
    list: readonly One[],
    count: number,
    change: (one: One, index: number) => One,
  ): One[] =>
    Array.from({ length: count }, (_, index) => {
      const one = list[index % list.length];
      if (one === undefined) throw new RangeError('nothing to repeat');
      return change(one, index);
    });
  return {
    ...base,
    units: repeat(base.units, 100, (unit, index) => ({ ...unit, unit: nameOf(index) })),
    progress: repeat(base.progress, 1_000, (row, index) => ({ ...row, unit: nameOf(index) })),
    submissions: repeat(base.submissions, 200, (one, index) => ({
      ...one,
      unit: nameOf(index),
      file: `收件/${nameOf(index)}/${one.file}`,
    })),
    rules: repeat(base.rules, 40, (rule, index) => ({ ...rule, id: `R-${index}` })),
    findings: base.findings.map((finding, index) => ({
      ...finding,
      unit: nameOf(index),
      rule: `R-${Math.floor(index / 100) % 40}`,
    })),
  };
}

/** Twelve thousand units, each with one project and one finding. */
function provinceReport(): RunReport {
  const { units, findings, ...base } = sampleReport();
  const [unit] = units;
  if (unit === undefined) throw new RangeError('the sample has units');
  const names = Array.from({ length: 12_000 }, (_, index) => `第${index + 1}单位`);
  return {
    ...base,
    units: names.map((name, index) => ({ ...unit, unit: name, rate: 1 - index / 20_000 })),
    findings: names.map((name, index) => sampleFinding({ key: `a${index}`, unit: name })),
  };
}
