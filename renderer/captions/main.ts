import { mount } from 'svelte';
import './captions.css';
import Captions from './Captions.svelte';

mount(Captions, { target: document.body });
