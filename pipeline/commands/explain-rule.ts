import { type Labels, labelsOf } from '../../output/labels.ts';
import { padTo } from '../../output/text-width.ts';
import { type Example, placeTexts } from '../../rules/example.ts';
import { optionsOf } from '../../rules/option.ts';
import type { Rule } from '../../rules/rule.ts';
import { optionWritten } from '../model/option.ts';
import type { Language } from '../model/text.ts';
import type { RuleSettings } from '../policy/policy.ts';
import { effectiveText } from '../policy/why-not-applied.ts';

/** One rule as a page of text: what it checks and why, its thresholds in force, and how it works on its own sample. */
export function explainRule(
  rule: Rule,
  settings: RuleSettings,
  example: Example | undefined,
  lang: Language,
): readonly string[] {
  const { meta } = rule;
  const labels = labelsOf(lang);
  const words = wordsIn[lang];
  const templates = meta.needs.map((id) => `${id} ${labels.templates[id] ?? ''}`.trim()).join(labels.and);
  const lines = [
    `${meta.id}  ${meta.title[lang]}`,
    '',
    line(words.severity, severityText(meta.severity, settings, labels, lang)),
    line(words.basis, meta.basis.source),
    line(words.why, meta.basis.why[lang]),
    line(words.templates, templates === '' ? words.anyTemplate : templates),
    line(words.dates, effectiveText(settings.effective)[lang]),
  ];
  if (settings.off !== null) lines.push(line(words.off, settings.off));
  for (const { name, meaning } of optionsOf(rule)) {
    const written = optionWritten(settings.options[name], meaning.unit)[lang];
    lines.push(line(words.option, `${name} = ${written}  ${meaning[lang]}`));
  }
  if (example !== undefined) lines.push('', words.example, ...worked(example, labels, lang));
  const sentences = Object.values(meta.messages).map((message) => withGaps(message[lang], words.unit));
  // A sentence that reading gives as a whole says nothing here.
  const said = sentences.filter((sentence) => sentence !== '…');
  if (said.length > 0) lines.push('', words.messages, ...said.map((sentence) => `  ${sentence}`));
  return lines;
}

/** A sentence with … where a finding has its figures and words. */
function withGaps(sentence: string, unit: string): string {
  return sentence.replaceAll('{unit}', unit).replace(/\{\w+\}/g, '…');
}

/** The severity in force, and the rule's own where the settings changed it. */
function severityText(
  own: Rule['meta']['severity'],
  settings: RuleSettings,
  labels: Labels,
  lang: Language,
): string {
  const inForce = labels.severity[settings.severity ?? own];
  if (settings.severity === null || settings.severity === own) return inForce;
  return `${inForce}${wordsIn[lang].changedFrom(labels.severity[own])}`;
}

function worked(example: Example, labels: Labels, lang: Language): readonly string[] {
  const words = wordsIn[lang];
  const shown: readonly (readonly [string, string | null])[] = [
    [words.where, placeTexts(example, lang).join(labels.semicolon) || null],
    [words.severity, labels.severity[example.severity]],
    [words.says, example.message[lang]],
    [words.sum, example.trace],
    [words.found, example.value],
    [words.expected, example.expected],
    [words.difference, example.difference],
    [words.tolerance, example.tolerance],
    [words.threshold, example.threshold],
    [words.clears, example.clears[lang]],
  ];
  return shown.flatMap(([name, text]) => (text === null ? [] : [`  ${line(name, text)}`]));
}

function line(name: string, text: string): string {
  return `${padTo(name, 10)}  ${text}`;
}

const wordsIn = {
  zh: {
    severity: '级别',
    changedFrom: (own: string) => `（规则原定为“${own}”，设置已改）`,
    basis: '依据',
    why: '为什么',
    templates: '适用报表',
    anyTemplate: '所有报表',
    dates: '适用期',
    off: '已停用',
    option: '参数',
    example: '例（本程序自带的样例数据）',
    where: '位置',
    says: '问题',
    sum: '算式',
    found: '原值',
    expected: '应为',
    difference: '相差',
    tolerance: '容许',
    threshold: '阈值',
    clears: '怎么改',
    messages: '会提出的问题',
    unit: '万元',
  },
  en: {
    severity: 'severity',
    changedFrom: (own: string) => ` (the settings changed it; the rule says "${own}")`,
    basis: 'basis',
    why: 'why',
    templates: 'looks at',
    anyTemplate: 'every template',
    dates: 'dates',
    off: 'off',
    option: 'option',
    example: 'example (from the data that comes with the program)',
    where: 'where',
    says: 'says',
    sum: 'sum',
    found: 'found',
    expected: 'expected',
    difference: 'difference',
    tolerance: 'tolerance',
    threshold: 'threshold',
    clears: 'clears',
    messages: 'what it may say',
    unit: '10,000 yuan',
  },
} as const;
