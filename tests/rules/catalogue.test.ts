import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { examplesSchema } from '../../rules/example.ts';
import { rules } from '../../rules/index.ts';
import { optionsOf } from '../../rules/option.ts';
import { ruleGroups } from '../../rules/rule.ts';

const files = ruleGroups.flatMap((group) =>
  existsSync(join('rules', group))
    ? readdirSync(join('rules', group)).map((name) => `rules/${group}/${name}`)
    : [],
);
/** Order of the catalogue. */
const prefixes = [
  'STR',
  'DQ',
  'PRG',
  'MON',
  'SB',
  'SG',
  'ZD',
  'BUD',
  'FS',
  'ZC',
  'ZA',
  'JZ',
  'ZP',
  'SQ',
  'XT',
  'TX',
];

const examples = examplesSchema.parse(JSON.parse(readFileSync('dist/rules/examples.json', 'utf8')));

describe('the catalogue', () => {
  test('lists every rule file, in the order of the catalogue, each id once', () => {
    const described = files.filter((file) => readFileSync(file, 'utf8').includes('defineRule('));
    expect(rules.map(({ meta }) => `rules/${meta.group}/${meta.name}.ts`).sort()).toEqual(described.sort());
    const order = rules.map(({ meta }) => {
      const [prefix = '', number = ''] = meta.id.split('-');
      return prefixes.indexOf(prefix) * 100 + Number(number);
    });
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(new Set(order).size).toBe(rules.length);
  });

  test.each(rules.map((rule) => [rule.meta.id, rule] as const))(
    '%s is described in both languages, tested and sampled',
    (_, rule) => {
      const { meta } = rule;
      for (const text of [
        meta.title,
        meta.basis.why,
        ...Object.values(meta.messages),
        ...Object.values(meta.messages).map((message) => message.clears),
      ]) {
        expect(text.zh).toMatch(/[\u4e00-\u9fff]|^\{\w+\}$/);
        expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
        expect(text.en.length).toBeGreaterThan(3);
      }
      for (const message of Object.values(meta.messages)) {
        expect(
          placesIn(message.en).filter(
            (place) => !placesIn(message.zh).includes(place) && !placesIn(message.clears.zh).includes(place),
          ),
        ).toEqual([]);
      }
      expect(meta.basis.source).not.toBe('');
      for (const option of optionsOf(rule)) {
        expect(option.meaning.zh).toMatch(/[\u4e00-\u9fff]{3}/);
        expect(option.meaning.en.length).toBeGreaterThan(10);
        expect(option.meaning.en).not.toMatch(/[\u4e00-\u9fff]/);
      }
      expect(meta.options.safeParse({}).success).toBe(true);
      expect(existsSync(`tests/rules/${meta.group}/${meta.name}.test.ts`)).toBe(true);
      expect(existsSync(`fixtures/samples/${meta.name}.ts`)).toBe(true);
      expect(readFileSync('rules/README.md', 'utf8')).toContain(`### ${meta.id} ${meta.title.zh}`);
      expect(examples[meta.id]?.message.zh).not.toMatch(/[{}]|^$/);
    },
  );

  test('says in its examples the same figures in both languages, apart from those of words and names', () => {
    for (const [id, { message }] of Object.entries(examples)) {
      // What stands in quotes is the unit's own; a unit of amount in English is written in figures.
      const figures = (text: string) =>
        text.replace(/「[^」]*」|“[^”]*”|"[^"]*"|10,000 yuan/g, '').match(/\d+\.\d+%?/g) ?? [];
      expect([id, figures(message.en).toSorted()]).toEqual([id, figures(message.zh).toSorted()]);
      expect([id, message.en]).toEqual([id, expect.not.stringMatching(/[ (]万元|[「」]/)]);
    }
  });

  test('has a sample for rules that exist and no others', () => {
    const names = new Set(rules.map(({ meta }) => `${meta.name}.ts`));
    expect(readdirSync('fixtures/samples').filter((name) => !names.has(name))).toEqual([]);
  });
});

function placesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
