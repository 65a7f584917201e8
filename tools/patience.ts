/**
 * How long tools and tests wait for a fact. It is the same everywhere, and longer than any step takes
 * on a busy machine. Only a fact that never comes costs this time.
 */
export const patienceMs = 120_000;
