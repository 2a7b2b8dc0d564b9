import { mainNamespace, relationshipNamespace } from './xlsx-parts.ts';
import type { ZipPart } from './zip-builder.ts';

/**
 * Parts of a workbook with all that a rewrite usually loses: charts, pictures, notes, conditional formats, validations,
 * sparklines, frozen panes, names, custom properties, a calculation chain. 支出 is sheet 1, 图表 sheet 2, 底稿 sheet 3.
 */
export function richParts(): ZipPart[] {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const part = (name: string, data: string): ZipPart => ({ name, data: declaration + data });
  const relations = (...links: readonly (readonly [string, string, string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
      .map(
        ([id, type, target]) =>
          `<Relationship Id="${id}" Type="${relationshipNamespace}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const root = (name: string, content: string, more = '') =>
    `<${name} xmlns="${mainNamespace}" xmlns:r="${relationshipNamespace}"${more}>${content}</${name}>`;
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>${[1, 2, 3].map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${spreadsheet}.sharedStrings+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${spreadsheet}.calcChain+xml"/><Override PartName="/xl/comments1.xml" ContentType="${spreadsheet}.comments+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/><Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      relations(
        ['rId1', 'officeDocument', 'xl/workbook.xml'],
        ['rId2', 'custom-properties', 'docProps/custom.xml'],
      ),
    ),
    part(
      'docProps/custom.xml',
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="密级"><vt:lpwstr>内部</vt:lpwstr></property></Properties>',
    ),
    part(
      'xl/workbook.xml',
      root(
        'workbook',
        '<workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000" activeTab="1"/></bookViews><sheets><sheet name="支出" sheetId="7" r:id="rId1"/><sheet name="图表" sheetId="2" r:id="rId2"/><sheet name="底稿 &amp; &apos;旧&apos;版" sheetId="9" state="hidden" r:id="rId3"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">支出!$A$2:$C$5</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">图表!$1:$1</definedName><definedName name="全部">支出!$A$1:$C$5</definedName></definedNames><calcPr calcId="191029"/>',
      ),
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
        ['rId3', 'worksheet', 'worksheets/sheet3.xml'],
        ['rId4', 'styles', 'styles.xml'],
        ['rId5', 'sharedStrings', 'sharedStrings.xml'],
        ['rId6', 'calcChain', 'calcChain.xml'],
      ),
    ),
    part(
      'xl/styles.xml',
      root(
        'styleSheet',
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00&quot;万元&quot;"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="14"/><name val="黑体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEEFF"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1"><alignment horizontal="right"/><protection locked="0"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="1" xfId="0"/><xf numFmtId="10" fontId="1" fillId="0" borderId="1" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs>',
      ),
    ),
    part(
      'xl/sharedStrings.xml',
      root(
        'sst',
        '<si><t>项目</t></si><si><t>河道清淤 &lt;一期&gt;</t></si><si><r><t>农村</t></r><r><rPr><b/></rPr><t>公路</t></r></si>',
        ' count="3" uniqueCount="3"',
      ),
    ),
    part('xl/calcChain.xml', root('calcChain', '<c r="C5" i="7"/>')),
    part(
      'xl/worksheets/sheet1.xml',
      root(
        'worksheet',
        '<sheetPr filterMode="1"/><dimension ref="A1:C5"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="30" customWidth="1"/><col min="5" max="5" width="12" style="3" customWidth="1"/></cols>' +
          '<sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="1"/></row><row r="2" spans="1:3"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>1234.5</v></c></row><row r="3" s="2" customFormat="1"><c r="A3" t="s"><v>2</v></c><c r="B3" s="2"><v>45107</v></c></row>' +
          '<!-- <c r="B5"/> --><row r="5"><c r="A5"><v>1</v></c><c r="C5" s="1"><f>SUM(C2:C4)</f><v>1234.5</v></c></row></sheetData>' +
          '<autoFilter ref="A2:C5"/><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><conditionalFormatting sqref="C2:C5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B2:B5"><formula1>"甲,乙"</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>' +
          '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>支出!A2:C2</xm:f><xm:sqref>D2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>',
      ),
    ),
    part(
      'xl/worksheets/_rels/sheet1.xml.rels',
      relations(
        ['rId1', 'drawing', '../drawings/drawing1.xml'],
        ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId3', 'comments', '../comments1.xml'],
      ),
    ),
    part(
      'xl/comments1.xml',
      `<comments xmlns="${mainNamespace}"><authors><author>李会计</author></authors><commentList><comment ref="C2" authorId="0"><text><t>已核对&amp;签字</t></text></comment><comment ref="A5" authorId="0"><text><r><t>待查</t></r></text></comment></commentList></comments>`,
    ),
    {
      name: 'xl/drawings/vmlDrawing1.vml',
      data: '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><v:textbox><div>a</div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>3, 15, 1, 4, 5, 15, 5, 4</x:Anchor><x:Row>1</x:Row><x:Column>2</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>4</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
    },
    part(
      'xl/drawings/drawing1.xml',
      `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${relationshipNamespace}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    ),
    part(
      'xl/drawings/_rels/drawing1.xml.rels',
      relations(['rId1', 'chart', '../charts/chart1.xml'], ['rId2', 'image', '../media/image1.png']),
    ),
    part(
      'xl/charts/chart1.xml',
      '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>支出!$C$2:$C$5</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>',
    ),
    {
      name: 'xl/media/image1.png',
      data: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
      stored: true,
    },
    part(
      'xl/worksheets/sheet2.xml',
      root(
        'worksheet',
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>第一</t></is></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row></sheetData>',
      ),
    ),
    { ...part('xl/worksheets/sheet3.xml', root('worksheet', '<sheetData/>')), descriptor: true },
  ];
}
