import { describe, expect, test } from '@jest/globals';
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import {
  addressee,
  attachments,
  type BodyPart,
  heading,
  noteAbove,
  paragraph,
  signature,
  tableOf,
  titleOf,
} from '../../../output/notices/official-page.ts';
import { packDocument } from '../../../output/notices/pack.ts';
import { documentContent } from '../../support/document.ts';
import { injectionStrings } from '../../support/injection-strings.ts';

type Content = readonly BodyPart[];

const written = async (content: Content, language: 'zh' | 'en' = 'zh') =>
  documentContent(await packDocument({ title: '标题', language, content }));
const part = async (name: string, content: Content = [paragraph('正文')]) =>
  (await written(content)).parts.get(name) ?? '';

describe('the page of an official document', () => {
  test('is A4 with margins of 37, 28, 35 and 26 mm', async () => {
    const xml = await part('word/document.xml');
    expect(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)?.slice(1)).toEqual(['11906', '16838']);
    const margins = /<w:pgMar ([^>]*)\/>/.exec(xml)?.[1] ?? '';
    const mm = (side: string) =>
      Math.round((Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]) / 1440) * 254) / 10;
    expect(['top', 'left', 'bottom', 'right'].map(mm)).toEqual([37, 28, 35, 26]);
  });

  test('has 22 lines a page: a fixed pitch of 28.95 points, indents of two characters', async () => {
    const styles = await part('word/styles.xml');
    const body = /<w:style [^>]*w:styleId="official-body".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
    expect(body).toMatch(/<w:spacing [^>]*w:line="579"/);
    expect(body).toContain('w:lineRule="exact"');
    expect(body).toContain('w:firstLine="640"');
    expect(22 * 28.95).toBeLessThanOrEqual((225 / 25.4) * 72);
  });

  test.each([
    ['official-title', '方正小标宋简体', 44],
    ['official-body', '仿宋_GB2312', 32],
    ['official-heading', '黑体', 32],
    ['official-lead', '楷体_GB2312', null],
    ['official-pageNumber', '宋体', 28],
  ])('names the typeface of %s and its size in half points', async (id, font, size) => {
    const styles = await part('word/styles.xml');
    const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? '';
    expect(style).toContain(`w:eastAsia="${font}"`);
    if (size !== null) expect(style).toContain(`<w:sz w:val="${size}"/>`);
  });

  test('numbers odd pages on the right and even ones on the left', async () => {
    const { parts } = await written([paragraph('正文')]);
    const footers = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, xml]) => xml);
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(['left', 'right']);
    for (const xml of footers) expect(xml).toMatch(/— .*PAGE.* —/s);
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  test('breaks a title where it is told', async () => {
    expect((await written([...titleOf('关于整改\n有关问题的通知', '（初稿）')])).paragraphs).toEqual([
      '关于整改',
      '有关问题的通知',
      '（初稿）',
      '',
    ]);
  });

  test('numbers attachments only where there are several', async () => {
    const lines = async (names: readonly string[]) =>
      (await written([...attachments('附件：', names)])).paragraphs;
    expect(await lines([])).toEqual([]);
    expect(await lines(['甲'])).toEqual(['', '附件：甲']);
    expect(await lines(['甲', '乙'])).toEqual(['', '附件：1. 甲', '2. 乙']);
  });

  test('has the office centred over the date, four characters from the edge', async () => {
    const indents = async (office: string | null) => {
      const xml = await part('word/document.xml', [...signature(office, '2023年7月12日')]);
      return [...xml.matchAll(/<w:ind w:right="(\d+)"/g)].map(([, twips]) => Number(twips) / 320);
    };
    // The date is seven characters wide less half of one; a shorter name stands further in.
    expect(await indents('区财政局')).toEqual([5.25, 4]);
    expect(await indents(null)).toEqual([7.25, 4]);
    // A longer name ends two characters from the edge, and the date is centred under it.
    expect(await indents('示例区财政局预算绩效管理服务中心')).toEqual([2, 6.75]);
  });

  test('repeats the heading of a table and parts no row', async () => {
    const columns = [{ heading: '序号', width: 156, align: 'left' as const }];
    const content = await written([tableOf(columns, [['一\n二'], ['三']])]);
    expect(content.tables).toEqual([[['序号'], ['一\n二'], ['三']]]);
    const xml = content.parts.get('word/document.xml') ?? '';
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  });

  test.each(injectionStrings)('holds %j as text and as nothing else', async (evil) => {
    const columns = [{ heading: evil, width: 156, align: 'left' as const }];
    const content: Content = [
      ...titleOf(evil),
      paragraph(evil, evil),
      tableOf(columns, [[evil]]),
      ...attachments(evil, [evil]),
      ...signature(evil, evil),
    ];
    const { fields, parts } = documentContent(await packDocument({ title: evil, language: 'zh', content }));
    expect(fields).toEqual(['PAGE', 'PAGE']);
    for (const xml of parts.values()) {
      expect(xml).not.toMatch(/TargetMode="External"|<script|<x>/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
      expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\uFEFF]/);
    }
  });

  test('masks numbers of persons', async () => {
    expect((await written([paragraph('联系人电话13800138000')])).paragraphs).toEqual([
      '联系人电话138****8000',
    ]);
  });

  test('is the same bytes every time, without the time of making', async () => {
    const bytes = () => packDocument({ title: '标题', language: 'zh', content: [paragraph('正文')] });
    const first = await bytes();
    expect(await bytes()).toEqual(first);
    expect(documentContent(first).parts.get('docProps/core.xml')).not.toMatch(/created|modified/);
  });

  test('holds the very elements that the library would write for it', async () => {
    const text = (of: string) => [new TextRun(of)];
    const style = (name: string) => `official-${name}`;
    const cell = (width: number, lines: readonly Paragraph[]) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [...lines],
      });
    const inCell = (of: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
      new Paragraph({ style: style('tableText'), alignment, children: text(of) });
    const headCell = (of: string) =>
      new Paragraph({
        style: style('tableHead'),
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: text(of),
      });
    const edge = { style: BorderStyle.SINGLE, size: 4, color: 'auto' };
    const libraryDocument = new Document({
      sections: [
        {
          children: [
            new Paragraph({ style: style('title'), children: text('标题') }),
            new Paragraph({ style: style('subtitle'), children: text('（初稿）') }),
            new Paragraph({ style: style('plain') }),
            new Paragraph({ style: style('plain'), children: text('各单位：') }),
            new Paragraph({ style: style('heading'), keepNext: true, children: text('一、情况') }),
            new Paragraph({
              style: style('heading'),
              keepNext: true,
              pageBreakBefore: true,
              children: text('二、来源'),
            }),
            new Paragraph({
              style: style('body'),
              keepNext: true,
              children: [
                new TextRun({ text: '（一）改正。', style: 'official-lead' }),
                ...text('<"甲" & \'乙\'>'),
              ],
            }),
            new Paragraph({
              style: style('tableText'),
              alignment: AlignmentType.RIGHT,
              keepNext: true,
              children: text('万元'),
            }),
            new Table({
              width: { size: 8844, type: WidthType.DXA },
              columnWidths: [2835, 6009],
              layout: TableLayoutType.FIXED,
              margins: { left: 57, right: 57, top: 34, bottom: 34, marginUnitType: WidthType.DXA },
              borders: {
                top: edge,
                bottom: edge,
                left: edge,
                right: edge,
                insideHorizontal: edge,
                insideVertical: edge,
              },
              rows: [
                new TableRow({
                  tableHeader: true,
                  cantSplit: true,
                  children: [cell(2835, [headCell('位置')]), cell(6009, [headCell('金额')])],
                }),
                new TableRow({
                  cantSplit: true,
                  height: { value: 397, rule: HeightRule.ATLEAST },
                  children: [
                    cell(2835, [inCell('甲', AlignmentType.LEFT), inCell('乙', AlignmentType.LEFT)]),
                    cell(6009, [inCell('1.00', AlignmentType.RIGHT)]),
                  ],
                }),
              ],
            }),
            new Paragraph({ style: style('plain'), keepNext: true }),
            new Paragraph({
              style: style('plain'),
              keepNext: true,
              indent: { left: 1600, hanging: 960 },
              children: text('附件：表一'),
            }),
            new Paragraph({ style: style('plain'), keepNext: true }),
            new Paragraph({
              style: style('plain'),
              alignment: AlignmentType.RIGHT,
              keepNext: true,
              indent: { right: 1200 },
              children: text('某局'),
            }),
            new Paragraph({
              style: style('plain'),
              alignment: AlignmentType.RIGHT,
              indent: { right: 1280 },
              children: text('1日'),
            }),
          ],
        },
      ],
    });
    const ours = await part('word/document.xml', [
      ...titleOf('标题', '（初稿）'),
      addressee('各单位：'),
      heading('一、情况'),
      heading('二、来源', true),
      paragraph('<"甲" & \'乙\'>', '（一）改正。', true),
      noteAbove('万元'),
      tableOf(
        [
          { heading: '位置', width: 50, align: 'left' },
          { heading: '金额', width: 106, align: 'right' },
        ],
        [['甲\n乙', '1.00']],
      ),
      ...attachments('附件：', ['表一']),
      ...signature('某局', '1日'),
    ]);
    const packed = unzipSync(await Packer.toBuffer(libraryDocument));
    const library = strFromU8(packed['word/document.xml'] ?? new Uint8Array());
    const bodyOf = (xml: string) => xml.slice(xml.indexOf('<w:body>'), xml.indexOf('<w:sectPr'));
    expect(bodyOf(ours)).toBe(bodyOf(library));
  });
});
