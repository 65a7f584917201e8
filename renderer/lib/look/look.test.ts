import { expect, test } from 'vitest';
import { defaultPreferences, type Preferences } from '#shared/preferences.ts';
import { contrast, leastContrast } from './contrast.ts';
import { captionsLook } from './look.ts';

const look = (changes: Partial<Preferences> = {}) =>
  captionsLook({ ...defaultPreferences, ...changes });

test('captions that nobody has changed look as they always did', () => {
  expect(look()).toEqual({
    ...{ font: 'inherit', size: '28px', line: '36px', room: '72px' },
    ...{ bar: '#0e1013ff', solid: '#0e1013', edge: '#2b2f36ff', outline: '0 transparent' },
    ...{ final: '#ffffff', partial: '#b3bac5' },
    ...{ quiet: '#969eaa', warning: '#ffc861', signal: '#4ade80' },
  });
});

test('on every background, problems and the state can be read', () => {
  for (let level = 0; level < 256; level++) {
    const grey = `#${level.toString(16).padStart(2, '0').repeat(3)}`;
    const { solid, quiet, warning } = look({ captionsBackgroundColor: grey });
    expect(contrast(solid, quiet), grey).toBeGreaterThanOrEqual(leastContrast);
    expect(contrast(solid, warning), grey).toBeGreaterThanOrEqual(leastContrast);
  }
});

test('what shows through the bar does not show through its notices', () => {
  const { bar, edge, solid } = look({ captionsOpacity: 0 });
  expect([bar, edge, solid]).toEqual(['#0e101300', '#2b2f3600', '#0e1013']);
});

test('the outline is dark around light words, and light around dark ones', () => {
  expect(look({ captionsOutline: true }).outline).toBe('0.08em #000000');
  expect(look({ captionsOutline: true, captionsTextColor: '#101010' }).outline).toBe(
    '0.08em #ffffff',
  );
});
