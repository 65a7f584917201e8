import { onTestFinished } from 'vitest';
import type { StartedTarget, TargetKind } from '../../tools/desktop-harness/wayland/targets.ts';

/** A desktop that starts programs. */
export interface DesktopWithTargets<T extends StartedTarget> {
  startTarget(kind: TargetKind): Promise<T>;
}

/** Starts a program that accepts text. It stops when the test ends. */
export async function startForTest<T extends StartedTarget>(
  desktop: DesktopWithTargets<T>,
  kind: TargetKind,
): Promise<T> {
  const target = await desktop.startTarget(kind);
  onTestFinished(() => target.stop());
  return target;
}
