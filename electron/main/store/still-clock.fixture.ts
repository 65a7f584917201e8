import { afterAll, beforeAll, vi } from 'vitest';

/**
 * The time-outs of the store stand still: a busy machine can keep its thread from running for longer
 * than a disk may take, which says nothing about the disk.
 */
export function stopStoreClock(): void {
  beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterAll(() => void vi.useRealTimers());
}
