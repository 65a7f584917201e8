import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../../../tools/desktop-harness/display.ts';
import { programsOfTest } from '../programs.fixture.ts';
import { startWorker } from '../x11/worker.fixture.ts';
import { InsertionThread } from './insertion-thread.ts';

/** An insertion in a thread, on an X server of its own. */
class ThreadDesk {
  screen!: VirtualDisplay;
  insertion!: InsertionThread;
  /** The newest thread of the insertion. */
  worker!: Worker;
  /** Takes a program that is to end with its test, and returns it. */
  readonly kept = programsOfTest();

  async open(): Promise<void> {
    this.screen = await startDisplay({ width: 800, height: 600 });
    this.insertion = new InsertionThread(() => (this.worker = startWorker(this.screen.display)));
  }

  async close(): Promise<void> {
    await this.insertion.dispose();
    await this.screen.stop();
  }
}

/** One insertion in a thread for all tests of a file. */
export function insertionThreadOfTest(): ThreadDesk {
  const desk = new ThreadDesk();
  beforeAll(() => desk.open());
  afterAll(() => desk.close());
  return desk;
}
