import { expect, vi } from 'vitest';
import { rich, richContent } from '../../electron/main/insertion/rich-clipboard.fixture.ts';
import { expectClipboard } from '../../electron/main/insertion/wayland/native-insertion.fixture.ts';
import type { WaylandClipboard } from '../../tools/desktop-harness/wayland/clipboard.ts';
import type { WaylandKeyboard } from '../../tools/desktop-harness/wayland/keyboard.ts';
import type { StartedTarget, TargetKind } from '../../tools/desktop-harness/wayland/targets.ts';
import type { App } from './app.ts';
import { cutClip, type Clip } from './clips.ts';
import { recordingsIn } from './crash.ts';
import { holdForTest } from './hold-for-test.ts';
import { patient } from './patient.ts';
import { startForTest, type DesktopWithTargets } from './start-target.ts';
import type { Desktop, WaylandDesk } from './wayland-desk.ts';

/** The hotkey of a dictation. */
export const dictationKey = 'ctrl+alt+space';
export const pillTitle = 'CaptionKey dictation';

/** The app replaces words of the clip by accents, Chinese and an emoji of several parts. */
const written = 'naïve Größe 你好 👩‍👩‍👧';
/** The text that each dictation of the clip writes. */
export const said = `and say ${written}.`;

interface DictationDesktop<T extends StartedTarget> extends Desktop, DesktopWithTargets<T> {
  keyboard: WaylandKeyboard;
  clipboard: Pick<WaylandClipboard, 'copy' | 'content'>;
}

/** A person at a Wayland desk, who dictates one clip again and again. */
export class DictatingPerson<T extends StartedTarget> {
  readonly #desk: WaylandDesk<DictationDesktop<T>>;
  readonly #usesKey: 'held' | 'pressed twice';
  #using: { app: App; clip: Clip } | null = null;

  /** @param usesKey whether the person holds the key to speak, or presses it before and after */
  constructor(desk: WaylandDesk<DictationDesktop<T>>, usesKey: 'held' | 'pressed twice') {
    this.#desk = desk;
    this.#usesKey = usesKey;
  }

  get app(): App {
    return this.#used.app;
  }

  /** The text of the clip before the app replaces words of it. */
  get clipText(): string {
    return this.#used.clip.text;
  }

  get #used(): { app: App; clip: Clip } {
    if (this.#using === null) throw new Error('The person has not launched the app.');
    return this.#using;
  }

  get #desktop(): DictationDesktop<T> {
    return this.#desk.desktop;
  }

  /** @param more settings beside those that every dictation here needs */
  async launch(more: Record<string, unknown> = {}): Promise<void> {
    const replacements = [{ from: 'what you mean', to: written }];
    const settings = { recordingRetention: 'forever', keepConnectedSeconds: 20, replacements };
    const app = await this.#desk.launch({
      args: ['--stop'],
      files: { 'settings.json': JSON.stringify({ ...settings, ...more }) },
    });
    this.#using = { app, clip: cutClip(app.home, 0, 3) };
  }

  async quitApp(): Promise<void> {
    const { electron } = this.app;
    await electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await electron.waitForEvent('close').catch(() => undefined);
  }

  /** Starts a program that accepts text; it stops when the test ends. */
  start(kind: TargetKind): Promise<T> {
    return startForTest(this.#desktop, kind);
  }

  /** The length of all recordings, in samples. */
  recorded(): number {
    return recordingsIn(this.app.userData).reduce((sum, { samples }) => sum + samples, 0);
  }

  /** Says the clip. Resolves once the app has recorded all of it. */
  async say(): Promise<void> {
    const { clip } = this.#used;
    const before = this.recorded();
    await vi.waitFor(() => expect(this.recorded()).toBeGreaterThan(before), patient);
    const from = this.recorded();
    await this.#desk.sound.play(clip.path);
    await vi.waitFor(() => expect(this.recorded() - from).toBeGreaterThan(clip.samples), patient);
  }

  holdKey(): ReturnType<typeof holdForTest> {
    return holdForTest(this.#desktop.keyboard, dictationKey);
  }

  pressKey(): Promise<void> {
    return this.#desktop.keyboard.press(dictationKey);
  }

  async dictate(): Promise<void> {
    const end = await this.#startDictation();
    await this.say();
    await end();
  }

  async dictateByTaps(): Promise<void> {
    await this.pressKey();
    await this.say();
    await this.pressKey();
  }

  /**
   * Dictates into a program `rounds` times, and expects each text there.
   *
   * @param clipboard whether the content from before is expected there again after each dictation
   */
  async dictateInto(
    kind: TargetKind,
    rounds: number,
    clipboard: 'restored' | 'not checked',
  ): Promise<void> {
    const target = await this.start(kind);
    for (let count = 1; count <= rounds; count += 1) {
      if (clipboard === 'restored') await this.#desktop.clipboard.copy(rich);
      await this.dictate();
      await this.expectText(target, Array.from({ length: count }, () => said).join(' '));
      if (clipboard === 'restored') await expectClipboard(this.#desktop.clipboard);
    }
  }

  /** Gives another program the focus during a dictation, and expects the text in neither. */
  async moveFocusWhileDictating(first: TargetKind, second: TargetKind): Promise<void> {
    const target = await this.start(first);
    await this.#desktop.clipboard.copy(rich);
    const end = await this.#startDictation();
    await this.say();
    const other = await this.start(second);
    await end();
    await this.expectInPill(/nothing was typed/);
    expect([target.text(), other.text()]).toEqual(['', '']);
    expect(await this.#desktop.clipboard.content()).toEqual(richContent);
  }

  expectText(target: StartedTarget, text = said): Promise<void> {
    return vi.waitFor(() => expect(target.text()).toBe(text), patient);
  }

  async expectInPill(text: RegExp): Promise<void> {
    const pill = await this.app.page(pillTitle);
    await pill.getByText(text).waitFor();
  }

  /** Returns the function that ends the dictation. */
  async #startDictation(): Promise<() => Promise<void>> {
    if (this.#usesKey === 'held') return (await this.holdKey()).release;
    await this.pressKey();
    return () => this.pressKey();
  }
}
