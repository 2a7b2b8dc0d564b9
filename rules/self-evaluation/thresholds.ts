import { z } from 'zod';
import { meaning } from '../option.ts';

/** Points for budget execution where the form does not say; declared once, read by every rule on the scores of a form. */
export const customaryExecutionWeight = z.number().min(0).max(100).default(10).register(meaning, {
  unit: 'score',
  zh: '表中未写明时，预算执行率的分值',
  en: 'points for budget execution where the form does not say',
});
