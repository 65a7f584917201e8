import { expect, test } from 'vitest';
import { textRulesFor, usualTextRules } from './text-rules.ts';

test('without a profile, or with one that leaves all open, a text is inserted as usual', () => {
  expect(textRulesFor(null, true)).toEqual(usualTextRules);
  expect(textRulesFor({ app: 'Slack' }, true)).toEqual(usualTextRules);
});

test('a profile decides where its texts go, and what follows them', () => {
  const profile = { app: 'Slack', insertion: 'clipboard', continues: false } as const;
  const rules = { way: 'clipboard', continues: false, pressesEnter: true };
  expect(textRulesFor({ ...profile, pressEnter: true }, true)).toEqual(rules);
});

test('a text that may lack its end is not followed by Enter', () => {
  expect(textRulesFor({ app: 'Slack', pressEnter: true }, false).pressesEnter).toBe(false);
});
