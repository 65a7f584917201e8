import type { Tokens } from './tokens.ts';

export interface Credentials {
  key: string;
  tokens: Tokens;
  /** How long a session may last that was opened with the key. */
  maxSessionSeconds: number;
}

/** What a client with a valid credential may do. */
export interface Permit {
  maxSessionSeconds: number;
}

/**
 * Decides how long a session may last that begins with this credential; undefined when it may not
 * begin. A token counts only where there is no `Authorization`, and is used up.
 */
export function authorize(
  authorization: string | undefined,
  token: string | null,
  { key, tokens, maxSessionSeconds }: Credentials,
): Permit | undefined {
  if (authorization !== undefined || token === null) {
    return authorization === key ? { maxSessionSeconds } : undefined;
  }
  const grant = tokens.redeem(token);
  return (
    grant && {
      maxSessionSeconds: Math.min(grant.maxSessionSeconds ?? maxSessionSeconds, maxSessionSeconds),
    }
  );
}
