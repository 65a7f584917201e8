/** Stores the token that shows a portal the person's earlier agreement. */
export interface TokenStore {
  load(): Promise<string | null>;
  save(token: string): Promise<void>;
}
