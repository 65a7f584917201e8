import { lineHeightPx } from '#shared/captions-size.ts';
import { defaultPreferences, type Preferences } from '#shared/preferences.ts';
import type { CaptionsFont } from '#shared/setting-values.ts';
import { contrast, leastContrast } from './contrast.ts';

/** The look of the captions, as values of CSS. */
export interface Look {
  font: string;
  size: string;
  /** The height of a line of words. */
  line: string;
  /** The height that the words may have. */
  room: string;
  /** The background, as much as it covers. */
  bar: string;
  /** The background without anything that shows through, for notices. */
  solid: string;
  edge: string;
  final: string;
  partial: string;
  quiet: string;
  warning: string;
  signal: string;
  outline: string;
}

const fonts: Record<CaptionsFont, string> = {
  system: 'inherit',
  sans: 'sans-serif',
  serif: 'serif',
  monospace: 'monospace',
};

const black = '#000000';
const white = '#ffffff';

/** The first of the colours that can be read, else black or white. */
function readable(background: string, ...colors: string[]): string {
  const best = contrast(background, black) > contrast(background, white) ? black : white;
  return colors.find((color) => contrast(background, color) >= leastContrast) ?? best;
}

/** Two hexadecimal digits that end a colour. */
const alphaOf = (percent: number): string =>
  Math.round((percent / 100) * 255)
    .toString(16)
    .padStart(2, '0');

const { captionsTextColor: defaultText, captionsBackgroundColor: defaultBackground } =
  defaultPreferences;

/** Words that may still change are paler than final ones. The default pair has a colour of its own. */
const partialOf = (text: string, background: string): string =>
  text === defaultText && background === defaultBackground
    ? '#b3bac5'
    : `color-mix(in srgb, ${text} 75%, ${background})`;

export function captionsLook(preferences: Preferences): Look {
  const { captionsTextSize, captionsFont, captionsLines } = preferences;
  const { captionsOpacity, captionsOutline } = preferences;
  const text = preferences.captionsTextColor.toLowerCase();
  const background = preferences.captionsBackgroundColor.toLowerCase();
  const linePx = lineHeightPx(captionsTextSize);
  const alpha = alphaOf(captionsOpacity);
  const isDark = readable(background, white) === white;
  return {
    font: fonts[captionsFont],
    size: `${captionsTextSize}px`,
    line: `${linePx}px`,
    room: `${captionsLines * linePx}px`,
    bar: `${background}${alpha}`,
    solid: background,
    edge: `${isDark ? '#2b2f36' : '#c9cdd4'}${alpha}`,
    final: text,
    partial: partialOf(text, background),
    quiet: readable(background, '#969eaa', '#565d69'),
    warning: readable(background, '#ffc861', '#7a4d00'),
    signal: readable(background, '#4ade80', '#137a3c'),
    // Half of it is behind the letter. Without an outline there is none to paint.
    outline: captionsOutline ? `0.08em ${readable(text, black, white)}` : '0 transparent',
  };
}
