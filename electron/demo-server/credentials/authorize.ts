import type { Tokens } from './tokens.ts';

export interface Credentials {
  key: string;
  tokens: Tokens;
  /** The longest session that the key can open. */
  maxSessionSeconds: number;
}

/** What a client with a valid credential may do. */
export interface Permit {
  maxSessionSeconds: number;
}

/**
 * Checks a credential. A token is only looked at if there is no `Authorization`; checking uses it up.
 *
 * @returns what the session may do, or undefined if the credential is not valid
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
