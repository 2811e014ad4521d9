import type { SqlParameter } from '../../database/sql';
import type { FileReading } from './file-reading';
import type { PreparedBatch } from './prepared-batch';
import type { WorkerRequest } from './worker-request';

/** What a reading thread is told. */
export type ToThread =
  | { readonly kind: 'read'; readonly request: WorkerRequest }
  /** The next bytes of the file, null behind the last ones. */
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array | null }
  /** The answer to its look-up. */
  | { readonly kind: 'rows'; readonly rows: object[] };

/** What a reading thread tells: all but `batch`, `end` and `too_much_memory` are answered, one after the other. */
export type FromThread =
  /** It holds more memory than it may, and stops. */
  | { readonly kind: 'too_much_memory' }
  | { readonly kind: 'want_chunk' }
  | { readonly kind: 'look_up'; readonly text: string; readonly params: readonly SqlParameter[] }
  | { readonly kind: 'batch'; readonly batch: PreparedBatch }
  | { readonly kind: 'end'; readonly reading: FileReading };
