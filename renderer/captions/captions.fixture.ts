import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Patch, Snapshot } from '#shared/ipc.ts';
import { ok } from '#shared/result.ts';
import type { Turn } from '#shared/turn.ts';
import { nothingKnown } from '../lib/captions/fold.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import './captions.css';
import Captions from './Captions.svelte';

export const final = (id: number, text: string): Turn => ({ id, text, isFinal: true });
export const partial = (id: number, text: string): Turn => ({ id, text, isFinal: false });
export const listening = { phase: 'listening', connected: true } as const;

export const log = page.getByRole('log');
export const alert = page.getByRole('alert');
export const bar = page.getByRole('main');

/** The window as main opens it, attached to a main that hears what is given. */
export async function openCaptions(
  snapshot: Partial<Snapshot>,
  answerers: ConstructorParameters<typeof FakeMain>[0] = {},
) {
  let seq = 0;
  const main = new FakeMain({
    'captions:attach': () => ok({ ...nothingKnown, seq, status: listening, ...snapshot }),
    ...answerers,
  });
  await render(Captions);
  return {
    main,
    patch: (patch: Partial<Patch>) =>
      main.broadcast('captions:patch', { seq: ++seq, turns: [], ...patch }),
  };
}

export const words = (text: string) => log.getByText(text).element();

/** The size of the window on a screen that is wide enough. */
export const usualSize = [900, 124] as const;
