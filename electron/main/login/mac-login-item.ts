import { problem } from '#shared/problem.ts';
import type { LoginItem } from './start-at-login.ts';

/** What Electron says of the entry. Before macOS 13 it says no status. */
interface Registration {
  openAtLogin: boolean;
  status: string;
}

interface Parts {
  /** The program that the entry starts. */
  path: string;
  /** Whether that is CaptionKey, and not Electron, which runs the sources. */
  isPackaged: boolean;
  registration: () => Registration;
  /** Reports no failure. */
  register: (isOn: boolean) => void;
}

/** The start with the session on macOS. The person can switch it off in System Settings, where it then stays. */
export function macLoginItem({ path, isPackaged, registration, register }: Parts): LoginItem {
  if (!isPackaged)
    return {
      path,
      refusal: problem('login-needs-package', {}),
      isThere: () => false,
      set: () => undefined,
    };
  const isThere = (): boolean => {
    const { openAtLogin, status } = registration();
    return openAtLogin || status === 'requires-approval';
  };
  return {
    path,
    refusal: null,
    isThere,
    set: (isOn) => {
      register(isOn);
      if (isOn && !isThere()) throw new Error('macOS has not taken the entry.');
    },
  };
}
