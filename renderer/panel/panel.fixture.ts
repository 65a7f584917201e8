import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { AppState, Hotkey } from '#shared/app-state.ts';
import { ok } from '#shared/result.ts';
import { appStateWith } from '../lib/testing/app-state.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import './panel.css';
import Panel from './Panel.svelte';

export const keyField = page.getByLabelText('AssemblyAI API key');
export const alert = page.getByRole('alert');
export const section = (name: string) => page.getByRole('region', { name });

export const captionsHotkey: Hotkey = {
  ...{ action: 'captions', accelerator: 'Alt+F9', canHold: false },
  ...{ holdProblem: null, problem: null },
};

/** Waits until the page is painted. */
export const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

type Answerers = ConstructorParameters<typeof FakeMain>[0];

/** The panel of an app in this state. */
export async function openPanel(appState: Partial<AppState> = {}, answerers: Answerers = {}) {
  const main = new FakeMain({ 'app-state:read': () => ok(appStateWith(appState)), ...answerers });
  const { unmount } = await render(Panel);
  return { main, unmount };
}
