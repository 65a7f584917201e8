import { isDeepStrictEqual } from 'node:util';
import type { Result } from '#shared/result.ts';
import type { Usage } from '#shared/usage.ts';
import { Timer } from '../../time/timer.ts';
import { trayContent, type TrayContent, type TrayFacts } from './content.ts';
import { mainTuning } from '../../time/tuning.ts';

interface Parts {
  show: (content: TrayContent) => void;
  facts: () => Omit<TrayFacts, 'usage'>;
  readUsage: () => Promise<Result<Usage>>;
}

/** Keeps the tray up to date. Without a change it does not touch the menu, which may be open. */
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

  /** Shows the menu again, although the content is the same: the system has changed a mark in it. */
  showAgain(): void {
    this.#shown = null;
    this.update();
  }

  /** Reads the usage, which may have grown, or belong to another day. Unreadable usage is not shown. */
  async readUsage(): Promise<void> {
    const usage = await this.#parts.readUsage();
    this.#usage = usage.ok ? usage.value : null;
    this.#nextDay.set(Math.min(untilMidnightMs(new Date()), mainTuning.trayUpdateMs));
    this.update();
  }
}

function untilMidnightMs(now: Date): number {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime() - now.getTime();
}
