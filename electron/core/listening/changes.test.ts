import { describe, expect, test } from 'vitest';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { changesOf, type CaptionsBound } from './changes.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  listening as captionsOn,
  micClosed,
  quiet,
  run,
  termination,
  turn,
} from './run.fixture.ts';
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

describe('what an event changes', () => {
  const changesBy = (event: ListeningEvent, before: readonly ListeningEvent[]) => {
    const { listening } = run(before);
    const [next] = stepListening(listening, event);
    return changesOf(listening, next);
  };
  const preRoll = (isOn: boolean): ListeningEvent => ({ type: 'pre-roll', isOn });
  const nothing = {
    captions: null,
    captionsBound: null,
    preRolling: null,
    hasSettled: false,
    hasComeToRest: false,
  };
  /** Captions with their text, whose microphone is closed. */
  const closed: ListeningEvent[] = [...stopped, captured(tailEnd), turn('Hi.'), micClosed];

  test('is nothing, while captions go on and while all is at rest', () => {
    expect(changesBy(captured(second), captionsOn)).toEqual(nothing);
    expect(changesBy({ type: 'stop' }, [])).toEqual(nothing);
  });

  test('is that captions are on, or off from the stop on', () => {
    expect(changesBy({ type: 'start' }, []).captions).toBe(true);
    expect(changesBy({ type: 'stop' }, captionsOn).captions).toBe(false);
    expect(changesBy(captured(tailEnd), stopped).captions).toBeNull();
  });

  test('is that the microphone is open for the pre-roll, from its first sound on', () => {
    expect(changesBy(preRoll(true), []).preRolling).toBeNull();
    expect(changesBy(captured(second), [preRoll(true)]).preRolling).toBe(true);
    expect(changesBy(preRoll(false), [preRoll(true), captured(second)]).preRolling).toBe(false);
  });

  test('is that all has settled and come to rest, once, with the end of the session', () => {
    expect(changesBy(micClosed, closed.slice(0, -1))).toEqual(nothing);
    expect(changesBy(termination(), closed)).toEqual({
      ...{ ...nothing, hasSettled: true, hasComeToRest: true },
    });
    expect(changesBy(termination(), [...closed, termination()])).toEqual(nothing);
  });

  test('is that all has settled, but not come to rest while the level check has the microphone', () => {
    const check = (isOn: boolean): ListeningEvent => ({ type: 'check-level', isOn });
    const checked: ListeningEvent[] = [...closed, check(true), captured(2 * second)];
    expect(changesBy(termination(), checked)).toEqual({ ...nothing, hasSettled: true });
    const off: ListeningEvent[] = [...checked, termination(), check(false)];
    expect(changesBy(micClosed, off)).toEqual({ ...nothing, hasComeToRest: true });
  });
});
