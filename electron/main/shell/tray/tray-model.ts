import { isDeepStrictEqual } from 'node:util';
import type { Result } from '#shared/result.ts';
import type { Usage } from '#shared/usage.ts';
import { Timer } from '../../timer.ts';
import { trayContent, type TrayContent, type TrayFacts } from './content.ts';

/** Often enough for a day that ended while the machine slept, which no timer counts. */
const longestWaitMs = 3_600_000;

interface Parts {
  show: (content: TrayContent) => void;
  facts: () => Omit<TrayFacts, 'usage'>;
  readUsage: () => Promise<Result<Usage>>;
}

/** Keeps the tray up to date; a menu that is open is left alone unless something has changed. */
export class TrayModel {
  readonly #parts: Parts;
  readonly #nextDay = new Timer(() => void this.readUsage());
  #usage: Usage | null = null;
  #shown: TrayContent | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Something may have changed. */
  update(): void {
    const content = trayContent({ ...this.#parts.facts(), usage: this.#usage });
    if (isDeepStrictEqual(content, this.#shown)) return;
    this.#shown = content;
    this.#parts.show(content);
  }

  /** More may have been used, or another day has begun. What cannot be read is not shown. */
  async readUsage(): Promise<void> {
    const usage = await this.#parts.readUsage();
    this.#usage = usage.ok ? usage.value : null;
    this.#nextDay.set(Math.min(untilMidnightMs(new Date()), longestWaitMs));
    this.update();
  }
}

function untilMidnightMs(now: Date): number {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime() - now.getTime();
}
