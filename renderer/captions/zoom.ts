import { defaultTextSizePx } from '#shared/captions-size.ts';
import { limits } from '#shared/limits.ts';
import { zoomOf } from '#shared/zoom-keys.ts';

/** What a key or a notch of the wheel adds or takes away. */
const stepPx = 2;

const clamp = (sizePx: number): number =>
  Math.max(limits.captionsTextSize.least, Math.min(sizePx, limits.captionsTextSize.most));

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The size of the text after a press of a zoom key; null after every other press. */
export function sizeAfterKey(sizePx: number, { key, ctrlKey, metaKey, altKey }: Key) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  switch (zoomOf(key)) {
    case 'in':
      return clamp(sizePx + stepPx);
    case 'out':
      return clamp(sizePx - stepPx);
    case 'reset':
      return defaultTextSizePx;
    case null:
      return null;
  }
}

/** The size of the text after a turn of the wheel; null unless Ctrl is held and the wheel moved. */
export function sizeAfterWheel(
  sizePx: number,
  { ctrlKey, deltaY }: Pick<WheelEvent, 'ctrlKey' | 'deltaY'>,
) {
  if (!ctrlKey || deltaY === 0) return null;
  return clamp(sizePx - Math.sign(deltaY) * stepPx);
}
