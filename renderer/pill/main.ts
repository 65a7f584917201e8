import { mount } from 'svelte';
import { followLanguage } from '../lib/language/language.svelte.ts';
import './pill.css';
import Pill from './Pill.svelte';

// A page that was drawn before would show English for a moment.
void followLanguage().finally(() => mount(Pill, { target: document.body }));
