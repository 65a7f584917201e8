import type { FirstRun } from '../lib/first-run/first-run.svelte.ts';
import type { OpenPage } from './alerts/actions.ts';
import type { AppState } from '#shared/app-state.ts';
import type { Ask } from '../lib/app-state/app-state.svelte.ts';
import type { Captions } from '../lib/captions/captions.svelte.ts';
import type { PanelPlace } from '#shared/pages.ts';
import type { PreferencesState } from '../lib/preferences/preferences.svelte.ts';

/** What the panel hands to the page that it shows. A page takes what it needs. */
export interface PageProps {
  appState: AppState;
  settings: PreferencesState;
  captions: Captions;
  ask: Ask;
  firstRun: FirstRun;
  openPage: OpenPage;
  place: PanelPlace;
}
