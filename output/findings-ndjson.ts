import { runReportSchema, type StoredReport } from '../pipeline/model/report.ts';
import { jsonLine } from '../pipeline/model/report-line.ts';

const findingSchema = runReportSchema.shape.findings.element;

/**
 * findings.ndjson: one finding a line, each as it stands in report.json, in the same order; for programs that read line
 * by line. Every line ends with a line feed; a report without findings is an empty file.
 *
 * @throws ZodError when a finding does not fit the schema of the report, as report.json does.
 */
export function* findingsNdjson({ findings }: StoredReport): Generator<Uint8Array> {
  for (const finding of findings) yield Buffer.from(`${jsonLine(findingSchema.parse(finding))}\n`);
}
