import type { Language } from '../pipeline/model/text.ts';
import { english } from './labels-en.ts';
import { chinese } from './labels-zh.ts';

/** The words of reports in one language: everything a writer prints that does not come out of the report itself. */
export type Labels = typeof chinese;

/** The words of a language. Both languages have every word: the type of one is the type of the other. */
export function labelsOf(language: Language): Labels {
  return language === 'zh' ? chinese : english;
}

/** What stands for a value that is not there; zero is `0.00`. */
export const absent = '—';
