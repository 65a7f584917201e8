import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import * as v from 'valibot';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

const ruleSchema = v.union([v.string(), v.number(), v.tupleWithRest([v.unknown()], v.unknown())]);
const configSchema = v.object({ rules: v.record(v.string(), ruleSchema) });

/**
 * The options of each rule that is on, by their place. The names leave out which plugin a rule is of, because
 * the two linters have the same rule in different plugins.
 */
function optionsOf(config: unknown): Record<string, Record<number, unknown>> {
  const options: Record<string, Record<number, unknown>> = {};
  for (const [name, rule] of Object.entries(v.parse(configSchema, config).rules))
    if (isOn(rule)) options[name.replace(/^.*\//, '')] = optionsIn(rule);
  return options;
}

function optionsIn(rule: v.InferOutput<typeof ruleSchema>): Record<number, unknown> {
  const options: unknown[] = Array.isArray(rule) ? rule.slice(1) : [];
  return Object.fromEntries<unknown>(options.entries());
}

const isOn = (rule: v.InferOutput<typeof ruleSchema>): boolean => {
  const severity: unknown = Array.isArray(rule) ? rule[0] : rule;
  return severity !== 0 && severity !== 'off';
};

test('components are linted like other files, with the same options', async () => {
  const path = join(root, '.oxlintrc.json');
  const files = optionsOf(JSON.parse(readFileSync(path, 'utf8')));
  const eslint = new ESLint({ cwd: root });
  const config: unknown = await eslint.calculateConfigForFile('renderer/captions/Words.svelte');
  expect(Object.keys(files).length).toBeGreaterThan(100);
  // ESLint fills in the options that are not set.
  expect(optionsOf(config)).toMatchObject(files);
});
