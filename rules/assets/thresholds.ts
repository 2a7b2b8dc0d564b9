import { z } from 'zod';
import { meaning } from '../option.ts';

/** Declared once for the rules on assets that ask for a reason. */
export const minimumLength = z.number().int().min(1).default(2).register(meaning, {
  unit: 'characters',
  zh: '变动原因至少应有的字数（不含标点）',
  en: 'characters a reason must have, punctuation left out',
});
