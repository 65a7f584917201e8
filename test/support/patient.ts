/**
 * For `vi.waitFor`, which gives up after a second unless told: what another process or thread has
 * to do first takes longer on a machine with other work.
 */
export const patient = { timeout: 15_000, interval: 20 } as const;
