import { readFile } from 'node:fs/promises';
import { type Example, examplesSchema } from '../../rules/example.ts';
import { besideBuild } from '../model/beside.ts';

/** The worked example of every rule by its id; read only when rules are explained, so that nothing else starts slower. */
export async function workedExamples(): Promise<Readonly<Record<string, Example>>> {
  const text = await readFile(besideBuild('../rules/examples.json'), 'utf8');
  return examplesSchema.parse(JSON.parse(text));
}
