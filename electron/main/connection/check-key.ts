import { sessionUrl } from '#core/assemblyai/address.ts';
import { describeFailure, isModelRefused, type Failure } from '#core/assemblyai/failure.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { parseServerMessage } from '#core/assemblyai/server-message.ts';
import { tuning } from '#core/tuning.ts';
import { modelFacts } from '#shared/models.ts';
import type { Problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { speechModels, type SpeechModel } from '#shared/speech-model.ts';
import { dial } from './dial.ts';

/**
 * Begins a session and ends it at once, which is the only sure way to know that a key works. It costs
 * about a second of a session. A key is good even if the model is not offered, so other models are tried
 * then.
 *
 * @param baseUrl the address of the sessions; a key may be good in one region only
 * @param asked the model to try first
 * @returns null, or a problem of the model although the key is good
 */
export async function checkKey(
  baseUrl: string,
  key: string,
  asked: SpeechModel,
): Promise<Result<Problem | null>> {
  const { host } = new URL(baseUrl);
  let modelRefusal: Problem | null = null;
  for (const model of modelsToTry(asked)) {
    const failure = await beginWith(baseUrl, key, model);
    if (failure === null) return ok(modelRefusal);
    const refusal = describeFailure(failure, { host, model });
    if (!isModelRefused(failure)) return failed(refusal);
    modelRefusal ??= refusal;
  }
  return failed(modelRefusal ?? describeFailure({ cause: 'timed-out' }, { host, model: asked }));
}

/** The free plan allows five sessions a minute, and the person may start one at once. */
const mostTries = 4;

/** The model, its family, then the others. */
function modelsToTry(asked: SpeechModel): SpeechModel[] {
  const models = new Set([asked]);
  // The loop also visits the entries that it adds.
  for (const model of models) models.add(modelFacts[model].successor);
  return [...models, ...speechModels.filter((model) => !models.has(model))].slice(0, mostTries);
}

/** The reason why no session of this model can begin; null if one began. */
function beginWith(baseUrl: string, key: string, model: SpeechModel): Promise<Failure | null> {
  return new Promise((resolve) => {
    const finish = (failure: Failure | null): void => {
      clearTimeout(timer);
      connection.close();
      resolve(failure);
    };
    const timer = setTimeout(() => finish({ cause: 'timed-out' }), tuning.connectTimeoutMs);

    const connection = dial(sessionUrl(baseUrl, { ...plainParameters, model }), key, (event) => {
      if (event.type === 'disconnected') {
        finish(event.failure);
        return;
      }
      const parsed = parseServerMessage(event.text);
      if (parsed.kind !== 'used') return;
      const { message } = parsed;
      if (message.type === 'Error')
        finish({ cause: 'error', code: message.error_code, text: message.error });
      if (message.type !== 'Begin') return;
      connection.sendText(JSON.stringify({ type: 'Terminate' }));
      finish(null);
    });
  });
}
