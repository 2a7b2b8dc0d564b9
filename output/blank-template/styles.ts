import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { Look } from './sheet-plan.ts';

const thin = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const boxed: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };
const wrapped: Partial<Alignment> = { vertical: 'middle', horizontal: 'left', wrapText: true, indent: 1 };
const centred: Partial<Alignment> = { vertical: 'middle', horizontal: 'center', wrapText: true };
const right: Partial<Alignment> = { vertical: 'middle', horizontal: 'right' };
const headingGround = 'FFDCE6F1';
const workedGround = 'FFEDEFF2';

/** The look of a cell: white is to be filled in, grey is worked out or printed, blue is heading. */
export function styleOf(look: Look): Partial<Style> {
  switch (look) {
    case 'title':
      return { font: font('方正小标宋简体', 18), alignment: { vertical: 'middle', horizontal: 'center' } };
    case 'line':
      return { font: font('宋体', 11), alignment: { vertical: 'middle', horizontal: 'left' } };
    case 'lineRight':
      return { font: font('宋体', 11), alignment: right };
    case 'heading':
      return { font: font('黑体', 10), alignment: centred, border: boxed, fill: solid(headingGround) };
    case 'banner':
      return { font: font('黑体', 11), alignment: wrapped, border: boxed, fill: solid(headingGround) };
    case 'label':
      return { font: font('黑体', 10), alignment: centred, border: boxed, fill: solid(headingGround) };
    case 'text':
      return { font: font('宋体', 10), alignment: wrapped, border: boxed };
    case 'centred':
      return { font: font('宋体', 10), alignment: centred, border: boxed };
    case 'figure':
      return { font: font('宋体', 10), alignment: right, border: boxed };
    case 'worked':
      return { font: font('宋体', 10), alignment: right, border: boxed, fill: solid(workedGround) };
    case 'fixed':
      return { font: font('宋体', 10), alignment: wrapped, border: boxed, fill: solid(workedGround) };
    case 'total':
      return { font: font('宋体', 10, true), alignment: right, border: boxed, fill: solid(workedGround) };
    case 'totalLabel':
      return { font: font('宋体', 10, true), alignment: centred, border: boxed, fill: solid(workedGround) };
    case 'note':
      return { font: font('宋体', 10), alignment: wrapped };
  }
}

function font(name: string, size: number, bold = false): Partial<Font> {
  return { name, size, ...(bold ? { bold } : {}) };
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
