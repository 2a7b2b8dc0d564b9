import { z } from 'zod';

/** Points for budget execution where the form does not say; declared once, read by every rule on the scores of a form. */
export const customaryExecutionWeight = z
  .number()
  .min(0)
  .max(100)
  .default(10)
  .describe('points for budget execution where the form does not say');
