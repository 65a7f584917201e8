import { mount } from 'svelte';
import { followLanguage } from '../lib/language/language.svelte.ts';
import './panel.css';
import Panel from './Panel.svelte';

// A page that was drawn before would show English for a moment.
void followLanguage().finally(() => mount(Panel, { target: document.body }));
