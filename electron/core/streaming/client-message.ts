/** The text frames a client sends. Audio goes as binary frames beside them. */
export type ClientMessage = { type: 'ForceEndpoint' } | { type: 'Terminate' };
