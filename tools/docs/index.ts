/** Writes the generated parts of docs/settings.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fill } from './fill.ts';
import { settingsBlocks, settingsPage } from './settings-page.ts';

const page = readFileSync(settingsPage, 'utf8');
writeFileSync(settingsPage, await fill(settingsPage, page, settingsBlocks()));
