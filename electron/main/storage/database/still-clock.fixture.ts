import { afterAll, beforeAll, vi } from 'vitest';

/**
 * Stops the time-outs of the store. A busy machine can delay its thread for longer than a disk may take,
 * which says nothing about the disk.
 */
export function stopStoreClock(): void {
  beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterAll(() => void vi.useRealTimers());
}
