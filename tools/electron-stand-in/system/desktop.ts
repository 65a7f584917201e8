import type { Dialog, PowerMonitor } from 'electron';
import { strictEmitter, strictly, type Part } from '../strict.ts';

/** Prints the text to standard error, as Electron does before `ready`. Shows no dialog. */
export const dialog = strictly<Dialog>('dialog', {
  showErrorBox: (title, content) => {
    process.stderr.write(`${title}\n${content}\n`);
  },
});

/** Emits nothing automatically. A test can emit the events. */
class StandInPowerMonitor
  extends strictEmitter('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen'])
  implements Part<PowerMonitor>
{
  isOnBatteryPower(): boolean {
    return false;
  }
}

export const powerMonitor = strictly<PowerMonitor>('powerMonitor', new StandInPowerMonitor());
