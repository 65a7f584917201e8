import fc from 'fast-check';

/** How many random cases; the command for slow tests tries more of them. */
export const cases = Number(process.env.CAPTIONKEY_REPLAY_CASES ?? 500);

/** A whole run of the slow tests takes minutes. */
export const surveyTimeoutMs = 3_600_000;

/**
 * Tries random cases, up to the first that fails. The slow tests draw other cases each time and
 * print what they have shown; the others try the same cases every time.
 */
export function survey<Case>(what: string, property: fc.IProperty<Case>, numRuns = cases): void {
  const isSlow = process.env.CAPTIONKEY_SLOW === '1';
  const seed = isSlow ? Date.now() % 2_147_483_647 : 1;
  const begun = process.cpuUsage();
  fc.assert(property, { numRuns, seed, endOnFailure: true });
  const { user, system } = process.cpuUsage(begun);
  const seconds = Math.round((user + system) / 1_000_000);
  if (isSlow)
    process.stdout.write(`${numRuns} ${what}, seed ${seed}: 0 failed, ${seconds} s of CPU\n`);
}
