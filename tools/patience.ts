/**
 * How long the tools and the tests wait for a fact: the same everywhere, and longer than anything
 * takes on a machine with much other work. What never happens costs this time, what is slow nothing.
 */
export const patienceMs = 120_000;
