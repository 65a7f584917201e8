import type { Dialog, PowerMonitor } from 'electron';
import { strictEmitter, strictly, type Part } from '../strict.ts';

/** A dialog nobody would see blocks nobody; its text goes where Electron's goes before it is ready. */
export const dialog = strictly<Dialog>('dialog', {
  showErrorBox: (title, content) => {
    process.stderr.write(`${title}\n${content}\n`);
  },
});

/** The machine of the stand-in neither sleeps nor locks by itself; a test can say it did. */
class StandInPowerMonitor
  extends strictEmitter('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen'])
  implements Part<PowerMonitor>
{
  isOnBatteryPower(): boolean {
    return false;
  }
}

export const powerMonitor = strictly<PowerMonitor>('powerMonitor', new StandInPowerMonitor());
