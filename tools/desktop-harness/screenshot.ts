import { rename, writeFile } from 'node:fs/promises';
import { PNG } from 'pngjs';
import { reply, withX } from './x11/connection.ts';
import { waitForWindow } from './windows.ts';

const allPlanes = 0xffffffff;
const zPixmap = 2;

/** The part of a span that lies on the screen. */
const clamp = (start: number, length: number, limit: number): [number, number] => {
  const from = Math.min(Math.max(start, 0), limit - 1);
  return [from, Math.max(Math.min(start + length, limit) - from, 1)];
};

/** X gives four bytes per pixel, blue first. PNG needs red first, and alpha. */
const toPng = (data: Buffer, width: number, height: number): Buffer => {
  const png = new PNG({ width, height });
  for (let at = 0; at < width * height * 4; at += 4) {
    png.data[at] = data[at + 2] ?? 0;
    png.data[at + 1] = data[at + 1] ?? 0;
    png.data[at + 2] = data[at] ?? 0;
    png.data[at + 3] = 255;
  }
  return PNG.sync.write(png);
};

/**
 * Saves a PNG of the whole screen or, with a title, of the area of the window with that title,
 * including windows above it. Renames the finished file into place. Rejects if no such window is shown.
 */
export const saveScreenshot = async (
  display: string,
  file: string,
  { title }: { title?: string } = {},
): Promise<void> => {
  const window = title === undefined ? undefined : await waitForWindow(display, title);
  const png = await withX(display, async ({ X, root, widthPx, heightPx }) => {
    const [x, width] = clamp(window?.x ?? 0, window?.width ?? widthPx, widthPx);
    const [y, height] = clamp(window?.y ?? 0, window?.height ?? heightPx, heightPx);
    const image = await reply<{ data: Buffer }>((cb) =>
      X.GetImage(zPixmap, root, x, y, width, height, allPlanes, cb),
    );
    return toPng(image.data, width, height);
  });
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, png);
  await rename(partial, file);
};
