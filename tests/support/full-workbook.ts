import exceljs from 'exceljs';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * A workbook as a careful office keeps one: a table, a picture, notes, a thread of comments, drop-downs, conditional
 * formats, protection, frozen panes, filters, outlines, breaks, print set-up, links, properties, names. 支出 is its first
 * sheet with figures in D5:D14, 名单 its second with a table.
 */
export async function fullWorkbook(): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.created = new Date('2023-07-01T00:00:00Z');
  book.modified = book.created;
  book.creator = '李会计';
  book.company = '柳溪镇';
  book.keywords = '预算';
  const sheet = book.addWorksheet('支出', {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 4, zoomScale: 85 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      printArea: 'A1:F16',
      printTitlesRow: '1:4',
      fitToPage: true,
      margins: { left: 0.3, right: 0.3, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddHeader: '&C柳溪镇', oddFooter: '第 &P 页' },
    properties: { tabColor: { argb: 'FF00AA00' }, defaultRowHeight: 18 },
  });
  sheet.columns = [6, 24, 14, 14, 14, 30].map((width) => ({ width }));
  sheet.mergeCells('A1:F1');
  sheet.getCell('A1').value = { richText: [{ text: '支出' }, { font: { bold: true }, text: '进度表' }] };
  sheet.getRow(4).values = ['序号', '项目', '预算', '支出', '进度', '说明'];
  for (let row = 5; row <= 14; row += 1) {
    sheet.getRow(row).values = [row - 4, `项目${row - 4}`, 100, row * 5, null, ''];
    sheet.getCell(row, 5).value = { formula: `D${row}/C${row}`, result: row / 20 };
    sheet.getCell(row, 5).numFmt = '0.00%';
    sheet.getCell(row, 4).border = { bottom: { style: 'double' } };
    if (row > 9) sheet.getRow(row).outlineLevel = 1;
  }
  sheet.getCell('C15').value = { formula: 'SUM(C5:C14)', result: 1000 };
  sheet.getCell('B16').value = { text: '政策文件', hyperlink: 'https://example.invalid/%E6%96%87' };
  sheet.getRow(12).hidden = true;
  sheet.getColumn(6).protection = { locked: false };
  sheet.getRow(10).addPageBreak();
  sheet.autoFilter = 'A4:F14';
  sheet.getCell('D5').note = { texts: [{ text: '已与' }, { font: { bold: true }, text: '支付系统' }] };
  sheet.getCell('F6').note = '另附说明';
  sheet.getCell('F5').dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: ['"资金未下达,正在采购"'],
  };
  sheet.getCell('D6').dataValidation = {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    showErrorMessage: true,
    error: '不能为负',
  };
  sheet.addConditionalFormatting({
    ref: 'E5:E14',
    rules: [
      { type: 'cellIs', operator: 'lessThan', priority: 1, formulae: [0.5], style: { font: { bold: true } } },
      {
        type: 'colorScale',
        priority: 2,
        cfvo: [{ type: 'min' }, { type: 'max' }],
        color: [{ argb: 'FFFFFFFF' }, { argb: 'FF63BE7B' }],
      },
    ],
  });
  // exceljs's types ask for a Buffer of an older kind than Node's.
  const image = book.addImage({ buffer: pixel as unknown as exceljs.Buffer, extension: 'png' });
  sheet.addImage(image, 'H2:J6');
  await sheet.protect('密码', { selectLockedCells: true, formatColumns: true, spinCount: 1000 });
  const list = book.addWorksheet('名单', { state: 'visible' });
  list.addTable({
    name: '名单表',
    ref: 'A1',
    headerRow: true,
    totalsRow: true,
    columns: [
      { name: '姓名', filterButton: true, totalsRowLabel: '合计' },
      { name: '金额', totalsRowFunction: 'sum' },
    ],
    rows: [
      ['甲', 1],
      ['乙', 2],
    ],
  });
  list.getCell('B4').value = { formula: 'SUBTOTAL(109,名单表[金额])', result: 3 };
  book.addWorksheet('代码', { state: 'veryHidden' }).getCell('A1').value = '甲';
  book.definedNames.add('支出!$D$5:$D$14', '支出数');
  return withThread(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** Puts a thread of comments on C5, as Excel writes one: a thread, its persons, and a plain comment for older programs. */
function withThread(bytes: Uint8Array): Uint8Array {
  const parts = new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, content]) => [name.replace(/^\//, ''), content]),
  );
  const change = (name: string, edit: (xml: string) => string) =>
    parts.set(name, strToU8(edit(strFromU8(parts.get(name) ?? new Uint8Array()))));
  const office = 'http://schemas.microsoft.com/office';
  const person = '{11111111-2222-4333-8444-555555555555}';
  const thread = '{AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE}';
  const threads = `${office}/spreadsheetml/2018/threadedcomments`;
  parts.set(
    'xl/threadedComments/threadedComment1.xml',
    strToU8(
      `<ThreadedComments xmlns="${threads}"><threadedComment ref="C5" dT="2023-07-01T08:00:00.00" personId="${person}" id="${thread}"><text>预算数对吗？</text></threadedComment></ThreadedComments>`,
    ),
  );
  parts.set(
    'xl/persons/person.xml',
    strToU8(
      `<personList xmlns="${threads}"><person displayName="王" id="${person}" userId="王" providerId="None"/></personList>`,
    ),
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/2017/10/relationships/${type}" Target="${target}"/></Relationships>`;
  change('xl/worksheets/_rels/sheet1.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      relation('rId90', 'threadedComment', '../threadedComments/threadedComment1.xml'),
    ),
  );
  change('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace('</Relationships>', relation('rId90', 'person', 'persons/person.xml')),
  );
  change('[Content_Types].xml', (xml) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>',
    ),
  );
  change('xl/comments1.xml', (xml) =>
    xml
      .replace('</authors>', `<author>tc=${thread}</author></authors>`)
      .replace(
        '</commentList>',
        `<comment ref="C5" authorId="${xml.match(/<author>/g)?.length ?? 0}"><text><t>[线程批注] 预算数对吗？</t></text></comment></commentList>`,
      ),
  );
  const zippable: Zippable = Object.fromEntries(parts);
  return zipSync(zippable, { mtime: new Date(1980, 0, 1) });
}
