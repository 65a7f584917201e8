import { mount } from 'svelte';
import './pill.css';
import Pill from './Pill.svelte';

mount(Pill, { target: document.body });
