import type { Dice } from './dice';

/** The bytes of a body and its content type; null: none. */
export interface SentBody {
  readonly body: Buffer | null;
  readonly type: string | null;
}

/** The body with something wrong about it as a whole. */
export function spoil({ body, type }: { body: Buffer; type: string }, dice: Dice): SentBody {
  const { length } = body;
  const ways: (() => Buffer)[] = [
    () => body.subarray(0, dice.below(length)),
    () => Buffer.concat([body, body]),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]),
    () => Buffer.from(`﻿${body.toString()}`, 'utf16le'),
    () => Buffer.concat([body.subarray(0, dice.below(length)), Buffer.from([0xff, 0xc0]), body]),
    () => Buffer.concat([body, Buffer.alloc(300_000, ' ')]),
    () => Buffer.concat([body, Buffer.from('\0')]),
    () => Buffer.from('   \n'),
    () => Buffer.alloc(0),
    () => Buffer.from('['.repeat(100_000)),
    () => Buffer.from(`{"a":"${'x'.repeat(262_200)}"}`),
  ];
  return { body: dice.pick(ways)(), type };
}

/** A body for an operation that takes none. */
export function hostileBytes(dice: Dice): SentBody {
  const body = dice.pick(['{}', '[1]', '\0', 'x'.repeat(300_000), '{"a":']);
  return {
    body: Buffer.from(body),
    type: dice.pick(['application/json', 'text/plain', 'multipart/form-data']),
  };
}
