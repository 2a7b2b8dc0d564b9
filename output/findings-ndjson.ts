import { type RunReport, runReportSchema } from '../pipeline/model/report.ts';
import { jsonLine } from './report-json.ts';

/**
 * findings.ndjson: one finding a line, each as it stands in report.json, in the same order; for programs that read line
 * by line. Every line ends with a line feed; a report without findings is an empty file.
 *
 * @throws ZodError when the report does not fit its own schema, as report.json does.
 */
export function findingsNdjson(report: RunReport): string {
  const { findings } = runReportSchema.parse(report);
  return findings.map((finding) => `${jsonLine(finding)}\n`).join('');
}
