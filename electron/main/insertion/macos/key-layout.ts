import { none, type Reference } from './mac-system.ts';
import { framework } from './native-library.ts';

const carbon = framework('Carbon');
const copyCurrent = carbon.reference('uintptr_t TISCopyCurrentKeyboardLayoutInputSource()');
const copyLatin = carbon.reference(
  'uintptr_t TISCopyCurrentASCIICapableKeyboardLayoutInputSource()',
);
const propertyOf = carbon.reference(
  'uintptr_t TISGetInputSourceProperty(uintptr_t source, uintptr_t key)',
);
const keyboardType = carbon.number('uint8 LMGetKbdType()');
const translate = carbon.number(
  'int32 UCKeyTranslate(uintptr_t layout, uint16 keyCode, uint16 action, uint32 modifiers, uint32 keyboard, uint32 options, _Inout_ uint32 *deadKeys, uintptr_t size, _Out_ uintptr_t *length, uint16 *text)',
);
const coreFoundation = framework('CoreFoundation');
const dataPointer = coreFoundation.reference('uintptr_t CFDataGetBytePtr(uintptr_t data)');
const release = coreFoundation.number('void CFRelease(uintptr_t object)');

const keyDown = 0;
/** The form of `UCKeyTranslate`: the flags of an event without their lowest eight bits. */
const withCommand = 1;
const noDeadKeys = 1;
const keyCodes = 128;

/**
 * The key that writes a character while Command is down, as menus read it. On Dvorak, V is where QWERTY has
 * the full stop. A Russian layout writes V with Command, too. For one that does not, the layout that macOS
 * uses for Latin letters is asked.
 *
 * @returns null if neither layout has such a key
 */
export const keyCodeOf = (character: string): number | null =>
  keyCodeIn(copyCurrent(), character) ?? keyCodeIn(copyLatin(), character);

/** Releases the layout. */
function keyCodeIn(source: Reference, character: string): number | null {
  if (source === none) return null;
  const data = propertyOf(source, carbon.constant('kTISPropertyUnicodeKeyLayoutData'));
  const layout = data === none ? none : dataPointer(data);
  const found =
    layout === none
      ? undefined
      : Array.from({ length: keyCodes }, (_, keyCode) => keyCode).find(
          (keyCode) => writtenBy(layout, keyCode) === character,
        );
  release(source);
  return found ?? null;
}

function writtenBy(layout: Reference, keyCode: number): string {
  const text = new Uint16Array(4);
  const length = [0];
  const status = translate(
    ...[layout, keyCode, keyDown, withCommand, keyboardType(), noDeadKeys, [0]],
    ...[text.length, length, text],
  );
  return status === 0 ? String.fromCharCode(...text.subarray(0, length[0])) : '';
}
