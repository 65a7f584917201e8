import { failed, ok, type Result } from '#shared/result.ts';
import type { DictationMode, Settings } from '#shared/settings.ts';
import { hotkeyActions, type Hotkey, type HotkeyAction } from '#shared/setup.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { BackEnd, Hearing, KeyEvent } from './back-end.ts';
import { whyNotShortcut } from './shortcut-rules.ts';
import { selectBackEnd, type Desktop } from './select.ts';

const settingOf = {
  dictate: 'dictationHotkey',
  captions: 'captionsHotkey',
  'force-endpoint': 'forceEndpointHotkey',
  'deliver-again': 'deliverAgainHotkey',
} as const satisfies Record<HotkeyAction, keyof Settings>;

/** The global hotkeys, as the settings have them. */
export class Hotkeys {
  readonly #settings: SettingsStore;
  readonly #isMac: boolean;
  readonly #changed: (hotkeys: Hotkey[]) => void;
  readonly #backEnd: BackEnd;
  readonly #hearings = new Map<HotkeyAction, Hearing>();
  #isSuspended = false;
  #onEscape: (() => void) | null = null;
  /** Changes wait for one another, because each lets go of keys and takes others. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param changed called when what is heard changes by itself */
  constructor(
    desktop: Desktop,
    settings: SettingsStore,
    onKey: (event: KeyEvent) => void,
    changed: (hotkeys: Hotkey[]) => void,
  ) {
    this.#settings = settings;
    this.#isMac = desktop.isMac;
    this.#changed = changed;
    this.#backEnd = selectBackEnd(desktop, onKey, (action, hearing) => {
      this.#hearings.set(action, hearing);
      this.#changed(this.list);
    });
  }

  /** Every hotkey and how well it is heard; what is not taken yet counts as heard. */
  get list(): Hotkey[] {
    return hotkeyActions.map((action) => {
      const { problem, holdProblem } = this.#hearings.get(action) ?? unheard;
      const canHold = action === 'dictate' && holdProblem === null;
      return { action, accelerator: this.#accelerator(action), canHold, holdProblem, problem };
    });
  }

  /** Takes the shortcuts; all that can be had are heard once it resolves. */
  apply(): Promise<Hotkey[]> {
    return this.#inTurn(() => this.#takeAll());
  }

  /** Lets go of all shortcuts, so that a window can be pressed one, or takes them again. */
  suspend(isSuspended: boolean): Promise<Result<null>> {
    return this.#inTurn(async () => {
      if (isSuspended && this.#backEnd.areChosenElsewhere)
        return failed('shortcut-not-heard', boundElsewhere);
      if (isSuspended) this.#letGo();
      else await this.#resume();
      return ok(null);
    });
  }

  /** Takes another shortcut for the action and keeps the choice; else the one before stays. */
  change(action: HotkeyAction, accelerator: string): Promise<Result<null>> {
    return this.#inTurn(async () => {
      const refusal = whyNotShortcut(action, accelerator, this.list, {
        isMac: this.#isMac,
        mode: this.#settings.all.dictationMode,
      });
      const changed =
        refusal === null
          ? await this.#keepIfHeard(action, settingOf[action], accelerator)
          : failed('bad-shortcut', refusal);
      await this.#resume();
      return changed;
    });
  }

  /** Changes how the dictation key is used; where that cannot be had here, nothing changes. */
  changeMode(mode: DictationMode): Promise<Result<null>> {
    return this.#inTurn(() => this.#keepIfHeard('dictate', 'dictationMode', mode));
  }

  /** Escape is ours while a dictation runs. */
  watchEscape(isOn: boolean, onEscape: () => void): void {
    this.#onEscape = isOn ? onEscape : null;
    if (!this.#isSuspended) this.#backEnd.watchEscape(this.#onEscape);
  }

  /** See `BackEnd.watchInput`. */
  watchInput(behindServerMs: number | null): () => boolean | null {
    return this.#backEnd.watchInput(behindServerMs);
  }

  /** Lets go of all keys. */
  dispose(): void {
    this.#backEnd.dispose();
  }

  async #keepIfHeard<Name extends keyof Settings>(
    action: HotkeyAction,
    name: Name,
    value: Settings[Name],
  ): Promise<Result<null>> {
    this.#backEnd.unbind(action);
    const hearing = await this.#bind(action, { ...this.#settings.all, [name]: value });
    const problem = hearing.problem ?? (name === 'dictationMode' ? hearing.holdProblem : null);
    const kept =
      problem === null ? this.#settings.choose(name, value) : failed('shortcut-not-heard', problem);
    if (kept.ok) this.#hearings.set(action, hearing);
    else {
      this.#backEnd.unbind(action);
      await this.#take(action);
    }
    return kept;
  }

  #letGo(): void {
    this.#isSuspended = true;
    this.#backEnd.watchEscape(null);
    for (const action of hotkeyActions) this.#backEnd.unbind(action);
  }

  async #resume(): Promise<void> {
    if (!this.#isSuspended) return;
    this.#isSuspended = false;
    this.#backEnd.watchEscape(this.#onEscape);
    for (const action of hotkeyActions) this.#backEnd.unbind(action);
    await this.#takeAll();
  }

  async #takeAll(): Promise<Hotkey[]> {
    await Promise.all(hotkeyActions.map((action) => this.#take(action)));
    return this.list;
  }

  async #take(action: HotkeyAction): Promise<void> {
    this.#hearings.set(action, await this.#bind(action, this.#settings.all));
  }

  #bind(action: HotkeyAction, settings: Settings): Promise<Hearing> {
    const isHeld = action === 'dictate' && settings.dictationMode !== 'toggle';
    return this.#backEnd.bind({ action, accelerator: settings[settingOf[action]], isHeld });
  }

  #accelerator(action: HotkeyAction): string {
    return this.#settings.all[settingOf[action]];
  }

  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#last.then(change);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

const boundElsewhere =
  "On Wayland keys are chosen in your compositor's settings: bind the commands shown here to them.";

const unheard: Hearing = { problem: null, holdProblem: null };
