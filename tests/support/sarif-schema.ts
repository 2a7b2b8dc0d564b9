import { z } from 'zod';

/**
 * The part of the schema of SARIF 2.1.0 that our log uses, as strict as the official one: no other properties, the same
 * required ones, enumerations, least lengths and values.
 *
 * Source: OASIS sarif-schema-2.1.0.json (errata 01).
 */
const properties = z.looseObject({ tags: z.array(z.string()).optional() });
const message = z.strictObject({ text: z.string() });
const described = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);
const index = z.int().min(0);

const uriReference = z
  .string()
  .regex(/^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/)
  .refine((uri) => !uri.startsWith('/'));

const artifactLocation = z.strictObject({
  uri: uriReference,
  uriBaseId: z.string(),
  index: index.optional(),
});

const region = z
  .strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1).optional(),
    endLine: z.int().min(1),
    endColumn: z.int().min(1).optional(),
  })
  .refine(({ startLine, endLine }) => startLine <= endLine);

const location = z.strictObject({
  id: z.int().min(0).optional(),
  physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }).optional(),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string(), kind: z.string() })).optional(),
  message: message.optional(),
});

const rule = z.strictObject({
  id: z.string().min(1),
  shortDescription: described,
  fullDescription: described,
  help: described,
  defaultConfiguration: z.strictObject({ level, enabled: z.boolean().optional() }),
  properties,
});

const notification = z.strictObject({
  level,
  message,
  associatedRule: z.strictObject({ id: z.string() }).optional(),
  locations: z.array(location).optional(),
});

const result = z
  .strictObject({
    ruleId: z.string(),
    ruleIndex: index.optional(),
    kind: z.enum(['notApplicable', 'pass', 'fail', 'review', 'open', 'informational']),
    level,
    message,
    locations: z.array(location).min(1),
    relatedLocations: z.array(location).optional(),
    partialFingerprints: z.record(z.string(), z.string()),
    occurrenceCount: z.int().min(1),
    properties,
  })
  // 3.27.10: what did not fail has no level.
  .refine((one) => (one.kind === 'fail') !== (one.level === 'none'));

const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({
      name: z.string().min(1),
      fullName: z.string(),
      version: z.string(),
      language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
      properties,
      rules: z.array(rule).refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length),
    }),
  }),
  automationDetails: z.strictObject({ id: z.string() }),
  language: z.string(),
  columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
  invocations: z.array(
    z.strictObject({
      executionSuccessful: z.boolean(),
      exitCode: z.int(),
      exitCodeDescription: z.string(),
      toolExecutionNotifications: z.array(notification),
    }),
  ),
  originalUriBaseIds: z.record(z.string(), z.strictObject({ description: message })),
  artifacts: z.array(
    z.strictObject({
      location: artifactLocation,
      roles: z.array(z.enum(['analysisTarget'])),
      hashes: z.strictObject({ 'sha-256': z.string() }),
    }),
  ),
  results: z.array(result),
});

export const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(run),
});
