import { beforeEach, expect, test, vi } from 'vitest';
import { keyCodeOf } from './key-layout.ts';

/* The libraries of macOS: two layouts, each with the key codes of what it writes with Command. */
const mac = vi.hoisted(() => ({
  layouts: new Map<bigint, Map<number, string>>(),
  asked: [] as bigint[],
  released: [] as bigint[],
}));
vi.mock('./native-library.ts', () => {
  const current = 1n;
  const latin = 2n;
  const named: Record<string, (...args: unknown[]) => bigint | number> = {
    TISCopyCurrentKeyboardLayoutInputSource: () => current,
    TISCopyCurrentASCIICapableKeyboardLayoutInputSource: () => latin,
    TISGetInputSourceProperty: (source) => {
      mac.asked.push(source as bigint);
      return mac.layouts.has(source as bigint) ? (source as bigint) : 0n;
    },
    CFDataGetBytePtr: (data) => data as bigint,
    CFRelease: (source) => mac.released.push(source as bigint),
    LMGetKbdType: () => 40,
    UCKeyTranslate: (layout, keyCode, ...args) => {
      const written = mac.layouts.get(layout as bigint)?.get(keyCode as number) ?? '';
      const [length, text] = args.slice(-2) as [number[], Uint16Array];
      length[0] = written.length;
      text[0] = written.charCodeAt(0);
      return 0;
    },
  };
  const functionOf = (prototype: string) => named[/(\w+)\(/.exec(prototype)?.[1] ?? ''];
  const library = { reference: functionOf, number: functionOf, constant: () => 0n };
  return { framework: () => library };
});

const current = 1n;
const latin = 2n;
const qwertyV = 9;
const dvorakV = 47;

beforeEach(() => {
  mac.layouts = new Map([[latin, new Map([[qwertyV, 'v']])]]);
  mac.asked = [];
  mac.released = [];
});

test('the current layout says which key writes V, and no other is asked', () => {
  mac.layouts.set(current, new Map([[dvorakV, 'v']]));
  expect(keyCodeOf('v')).toBe(dvorakV);
  expect(mac.asked).toEqual([current]);
});

test.each([
  ['writes no V', new Map([[qwertyV, 'м']])],
  ['has no table of keys', null],
])('if the current layout %s, the one for Latin letters is asked', (_what, layout) => {
  if (layout !== null) mac.layouts.set(current, layout);
  expect(keyCodeOf('v')).toBe(qwertyV);
  expect(mac.asked).toEqual([current, latin]);
});

test('without the key there is none, and every layout is released', () => {
  mac.layouts = new Map([[current, new Map<number, string>()]]);
  expect(keyCodeOf('v')).toBeNull();
  expect(mac.released).toEqual([current, latin]);
});
