import { reportOf } from '#core/doctor/report.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import type { DoctorModel } from '../doctor/doctor-model.ts';
import type { CopyText } from '../insertion/text-clipboard.ts';
import { versions } from '../logging/versions.electron.ts';
import type { RequestHandlers } from './requests.ts';

type Handlers = Pick<RequestHandlers, 'doctor:read' | 'doctor:run' | 'doctor:copy'>;

/** What the panel asks of the doctor. */
export function doctorRequests(doctor: DoctorModel, copyText: CopyText): Handlers {
  return {
    'doctor:read': () => ok(doctor.current),
    'doctor:run': (contents) => {
      if (doctor.isRunning) return ok(doctor.current);
      const started = doctor.start();
      if (started.ok) stopWithPage(doctor, contents);
      return started;
    },
    'doctor:copy': async () => {
      const { current } = doctor;
      if (current.phase !== 'done') return failed(problem('bad-request', {}));
      return copyText(reportOf(versions(), current.checks));
    },
  };
}

/** A page that was closed or has crashed waits for no result, and the test window would surprise. */
function stopWithPage(doctor: DoctorModel, contents: Electron.WebContents): void {
  const stop = (): void => doctor.stop();
  contents.once('destroyed', stop).once('render-process-gone', stop);
  doctor.once('ended', () => contents.off('destroyed', stop).off('render-process-gone', stop));
}
