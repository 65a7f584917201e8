import { expect, test } from 'vitest';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { changesOf, type CaptionsBound } from './changes.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, captured, listening as captionsOn, quiet } from './run.fixture.ts';
import { stepListening } from './step.ts';

/** Where captions begin and end in these events. */
function boundsIn(events: readonly ListeningEvent[]): CaptionsBound[] {
  let listening = quiet;
  return events.flatMap((event) => {
    const [next] = stepListening(listening, event);
    const { captionsBound } = changesOf(listening, next);
    listening = next;
    return captionsBound ?? [];
  });
}

const second = samplesIn(1_000);
const tailEnd = second + samplesIn(tuning.tailMs);
const stopped: ListeningEvent[] = [...captionsOn, captured(second), { type: 'stop' }];

test('captions reach from their first sample to the end of their tail', () => {
  expect(boundsIn(stopped)).toEqual([{ type: 'began', startSample: 0 }]);
  expect(boundsIn([...stopped, captured(tailEnd)])).toEqual([
    { type: 'began', startSample: 0 },
    { type: 'ended', endSample: tailEnd },
  ]);
});

test('captions that start again in their tail are the same', () => {
  const again: ListeningEvent[] = [...stopped, { type: 'start' }, captured(tailEnd)];
  expect(boundsIn([...again, captured(2 * second)])).toHaveLength(1);
});

test('captions that are cancelled end at once', () => {
  expect(boundsIn([...captionsOn, captured(second), { type: 'cancel' }])).toEqual([
    { type: 'began', startSample: 0 },
    { type: 'ended', endSample: second },
  ]);
});

test('captions begin with the pre-roll, and a dictation alone has none', () => {
  const rolling: ListeningEvent[] = [{ type: 'pre-roll', isOn: true }, captured(2 * second)];
  const startSample = 2 * second - samplesIn(tuning.preRollMs);
  expect(boundsIn([...rolling, { type: 'start' }])).toEqual([{ type: 'began', startSample }]);
  const dictation: ListeningEvent[] = [{ type: 'dictate', id: 1 }, captured(second), begin()];
  expect(boundsIn([...dictation, { type: 'end-dictation' }])).toEqual([]);
});
