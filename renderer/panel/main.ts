import { mount } from 'svelte';
import './panel.css';
import Panel from './Panel.svelte';

mount(Panel, { target: document.body });
