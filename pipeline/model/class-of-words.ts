import {
  type FunctionalClass,
  formerClassOf,
  functionalClasses,
  functionalClassOf,
} from './functional-classes.ts';
import { itemName } from './item-name.ts';

/** The functional class that a cell names, by code or by name: `2130505`, `213-农林水支出`, `八、农林水支出`; undefined for others. */
export function classOfWords(written: string): FunctionalClass | undefined {
  const { name } = itemName(written);
  const code = /^(\d{3}(?:\d\d){0,2})(?!\d)/.exec(name)?.[1];
  const byCode = code === undefined ? undefined : functionalClassOf(code);
  if (byCode !== undefined) return byCode;
  const plain = withoutEnd(name);
  return functionalClasses.find((one) => withoutEnd(one.name.zh) === plain) ?? formerClassOf(name);
}

function withoutEnd(name: string): string {
  return name.replace(/支出$/, '');
}
