import type { ProblemCode, ProblemParams } from '../../problem.ts';
import { chooseAnother } from './parts.ts';

/** Of a hotkey whose release cannot be noticed. */
const pressed = 'Until then, press the dictation key to start and again to stop.';

export const hotkeyProblems = {
  'button-is-needed': () =>
    'Every program needs the left and the right mouse button. Press another one, or a key.',
  'button-needs-modifier': ({ modifiers }) =>
    `Programs use the middle mouse button. Press it together with ${modifiers}.`,
  'button-not-heard': () =>
    'Mouse buttons cannot be hotkeys on this desktop. Press a key, or let the mouse send F13.',
  'chosen-in-compositor': () =>
    "On Wayland you choose keys in your compositor's settings: bind the commands shown here to them.",
  'desktop-gone': ({ desktop }) =>
    `${desktop} isn't responding, so hotkeys don't work. Restart CaptionKey.`,
  'desktop-keeps-shortcut': ({ desktop, shortcut }) =>
    `${desktop} does not give out ${shortcut}. ${chooseAnother}`,
  'desktop-needs-a-key': ({ desktop }) =>
    `${desktop} takes no modifier on its own. ${chooseAnother}`,
  'desktop-uses-shortcut': ({ desktop, shortcut, owner }) =>
    `${desktop} uses ${shortcut} for ${owner ?? 'something else'}. ${chooseAnother}`,
  'key-impossible': ({ key }) => `${key} can't be a hotkey. Press other keys.`,
  'key-needs-modifier': ({ modifiers }) =>
    `You couldn't type with that key any more. Press it together with ${modifiers}.`,
  'lone-modifier-needs-hold': () =>
    'A single modifier can only be held. Choose “hold” or “auto” first.',
  'media-key-accessibility': () =>
    'macOS gives keys for music only with a permission. Allow CaptionKey in System Settings › Privacy & Security › Accessibility, then start it again. Or choose another shortcut.',
  'no-global-keys': ({ command }) =>
    `Wayland keeps global keys from apps. Bind this command in your compositor's settings: ${command}`,
  'no-key-to-hold': () =>
    'Releasing this key goes unnoticed, so press it to start and again to stop. To hold a key, choose another with Change.',
  'no-release-accessibility': () =>
    `macOS hides key releases from CaptionKey. Allow it in System Settings › Privacy & Security › Accessibility; if it's on already, quit CaptionKey, then remove it with − and add it again. Then start CaptionKey again. ${pressed}`,
  'no-release-display': () =>
    `The X server cannot be reached, so key releases go unnoticed. Start CaptionKey in a graphical session. ${pressed}`,
  'no-release-here': () =>
    `Key releases go unnoticed here; logs/key-watch.log says why. Start CaptionKey again when that is solved. ${pressed}`,
  'no-release-key': () => `This keyboard has no such key to hold. ${chooseAnother} ${pressed}`,
  'no-release-record': () =>
    `This X server hides key releases. Switch its RECORD extension on. ${pressed}`,
  'no-release-stopped': () =>
    `The process that notices key releases has ended several times. Start CaptionKey again. ${pressed}`,
  'no-release-wayland': () =>
    'Wayland hides key releases from apps, so the command starts and stops.',
  'not-a-shortcut': ({ shortcut }) => `“${shortcut}” is not a shortcut. Press other keys.`,
  'only-dictation-alone': () => 'Only the dictation key can be a single modifier.',
  'shortcut-held-only': ({ shortcut }) => `${shortcut} alone can only be held. ${chooseAnother}`,
  'shortcut-impossible': ({ shortcut }) =>
    `“${shortcut}” cannot be a shortcut here. ${chooseAnother}`,
  'shortcut-taken': ({ shortcut }) => `Another app has taken ${shortcut}. ${chooseAnother}`,
} satisfies { [C in ProblemCode]?: (params: ProblemParams<C>) => string };
