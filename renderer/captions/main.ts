import { mount } from 'svelte';
import { followLanguage } from '../lib/language/language.svelte.ts';
import './captions.css';
import Captions from './Captions.svelte';

// A page that was drawn before would show English for a moment.
void followLanguage().finally(() => mount(Captions, { target: document.body }));
