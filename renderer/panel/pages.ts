import type { Component } from 'svelte';
import type { PageId } from '#shared/pages.ts';
import type { PageProps } from './page-props.ts';
import CaptionsPage from './pages/CaptionsPage.svelte';
import DictationPage from './pages/DictationPage.svelte';
import DictionaryPage from './pages/DictionaryPage.svelte';
import HistoryPage from './pages/HistoryPage.svelte';
import HomePage from './pages/HomePage.svelte';
import HotkeysPage from './pages/HotkeysPage.svelte';
import PrivacyPage from './pages/PrivacyPage.svelte';
import RecognitionPage from './pages/RecognitionPage.svelte';

/** The component of each page. */
export const pages: Record<PageId, Component<PageProps>> = {
  home: HomePage,
  history: HistoryPage,
  dictionary: DictionaryPage,
  dictation: DictationPage,
  captions: CaptionsPage,
  recognition: RecognitionPage,
  hotkeys: HotkeysPage,
  privacy: PrivacyPage,
};
