import fc from 'fast-check';
import type { RecordType } from '../catalog/record-type';
import { TypeCache } from './type-cache';

const typeOf = (id: string, fields: number, label = 'x'): RecordType => ({
  id,
  identifier: id,
  fieldsVersion: 1,
  fields: Array.from({ length: fields }, (_, n) => ({
    key: `f${n}`,
    label,
    dataType: 'text',
    required: false,
    hasDefault: false,
    defaultValue: null,
    allowNull: true,
    displayOrder: n,
  })),
});

describe('TypeCache', () => {
  it('keeps what was used last', () => {
    const cache = new TypeCache(8 * 2_000);
    for (const id of ['a', 'b', 'c']) cache.put('w', '1', typeOf(id, 1));
    expect(cache.get('w', 'a')?.version).toBe('1');
    cache.put('w', '1', typeOf('d', 1));
    const kept = ['a', 'b', 'c', 'd'].filter((id) => cache.get('w', id) !== null);
    expect(kept).toEqual(['a', 'c', 'd']);
  });

  it('gives one workspace no more than its part, so that the types of the others stay', () => {
    const cache = new TypeCache(80_000);
    cache.put('quiet', '1', typeOf('a', 3));
    for (let n = 0; n < 1_000; n++) cache.put('loud', '1', typeOf(`t${n}`, 5));
    expect(cache.get('quiet', 'a')).not.toBeNull();
    expect(cache.bytes).toBeLessThanOrEqual(2 * 10_000);
  });

  it('keeps no type that is larger than the part of a workspace', () => {
    const cache = new TypeCache(80_000);
    cache.put('w', '1', typeOf('a', 1));
    cache.put('w', '2', typeOf('a', 1, 'x'.repeat(6_000)));
    expect(cache.get('w', 'a')).toBeNull();
    expect(cache.bytes).toBe(0);
  });

  it('never holds more than it may, and knows exactly what it holds', () => {
    const put = fc.record({
      workspace: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'),
      id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
      fields: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(put, { maxLength: 200 }), (puts) => {
        const cache = new TypeCache(60_000);
        for (const { workspace, id, fields } of puts) {
          cache.put(workspace, String(fields), typeOf(id, fields));
          expect(cache.bytes).toBeLessThanOrEqual(60_000);
        }
        const again = new TypeCache(Number.MAX_SAFE_INTEGER);
        for (const workspace of 'abcdefghij') {
          for (const id of '123456') {
            const held = cache.get(workspace, id);
            if (held) again.put(workspace, held.version, held.type);
          }
        }
        expect(again.bytes).toBe(cache.bytes);
      }),
    );
  });
});
