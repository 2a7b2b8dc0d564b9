import { z } from 'zod';
import { meaning } from '../option.ts';

/** Declared once for the rules on carry-over that read it. */
export const clawbackYears = z.number().int().min(1).default(2).register(meaning, {
  unit: 'years',
  zh: '结转资金形成后满此年数应收回',
  en: 'years after the year it arose from which it is returned',
});
