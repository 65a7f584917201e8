/** Converts values to JSON and back, including the types that structured cloning supports. */
export interface Codec {
  /** Throws Electron's error for values that cannot be cloned. */
  encode(value: unknown): string;
  decode(json: string): unknown;
}

/** Self-contained: its source also runs in the page. */
export function makeCodec(): Codec {
  type Tagged = { $: string; v?: unknown };

  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const mapValues = (object: object, change: (value: unknown) => unknown) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

  const flattenObject = (value: object): unknown => {
    if (Array.isArray(value)) return value.map(flatten);
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map((pair) => pair.map(flatten)) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(flatten) };
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack] };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const { buffer, byteOffset, byteLength } = value;
      // Pages have no Buffer, which is a subclass of Uint8Array.
      const name = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name;
      return { $: name, v: toBase64(new Uint8Array(buffer, byteOffset, byteLength)) };
    }
    const plain = mapValues(value, flatten);
    return '$' in plain ? { $: 'object', v: plain } : plain;
  };

  const flatten = (value: unknown): unknown => {
    switch (typeof value) {
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: value.toString() };
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      case 'function':
      case 'symbol':
        throw new Error('An object could not be cloned.');
      case 'object':
        return value === null ? null : flattenObject(value);
      default:
        return value;
    }
  };

  const restoreTagged = ({ $: tag, v }: Tagged): unknown => {
    switch (tag) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(v as string);
      case 'number':
        return Number(v);
      case 'object':
        return mapValues(v as object, restore);
      case 'date':
        return new Date(v as number);
      case 'map':
        return new Map((v as [unknown, unknown][]).map(([key, x]) => [restore(key), restore(x)]));
      case 'set':
        return new Set((v as unknown[]).map(restore));
      case 'error': {
        const [name, message, stack] = v as string[];
        return Object.assign(new Error(message), { name, stack });
      }
      case 'buffer':
        return fromBase64(v as string).buffer;
      default: {
        type View = new (buffer: ArrayBuffer) => unknown;
        const view = (globalThis as unknown as Record<string, View | undefined>)[tag];
        return view && new view(fromBase64(v as string).buffer);
      }
    }
  };

  const restore = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(restore);
    return '$' in value ? restoreTagged(value as Tagged) : mapValues(value, restore);
  };

  return {
    encode: (value) => JSON.stringify(flatten(value)),
    decode: (json) => restore(JSON.parse(json)),
  };
}
