import type { ESLint, Rule } from 'eslint';

/*
 * How tests wait. A test that gives up early fails on a busy machine, so there is one bound for all tests
 * and hooks, and one for all facts: `patient` in `test/support/patient.ts`.
 */

/** What is wrong, by a selector of the syntax tree. */
const wrong: Record<string, string> = {
  ':matches(CallExpression[callee.object.name="vi"][callee.property.name=/^waitFor|^waitUntil/], CallExpression[callee.object.name="expect"][callee.property.name="poll"])[arguments.length=1]':
    'Gives up after a second, and a busy machine is slower: pass `patient`.',
  'CallExpression[callee.name=/^(before|after)(All|Each)$|^(test|it)$/] > Literal[raw=/^[0-9]/]':
    'The configuration has one bound for every test and hook.',
  'CallExpression:matches([callee.object.name="vi"], [callee.object.name="expect"]) > ObjectExpression > Property[key.name="timeout"]':
    'There is one bound for all facts: pass `patient`.',
};

const oneBound: Rule.RuleModule = {
  create: (context) =>
    Object.fromEntries(
      Object.entries(wrong).map(([selector, message]) => [
        selector,
        (node: Rule.Node) => context.report({ node, message }),
      ]),
    ),
};

const plugin: ESLint.Plugin = { meta: { name: 'waiting' }, rules: { 'one-bound': oneBound } };

export default plugin;
