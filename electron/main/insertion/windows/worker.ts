import { serveInsertion } from '../thread/serve-insertion.ts';
import { WindowsInsertion } from './windows-insertion.ts';

/**
 * The insertion's thread on Windows. While it owns the clipboard it must handle the messages of its
 * window, even if main is busy, because the program that pastes waits for it.
 */
serveInsertion(new WindowsInsertion());
