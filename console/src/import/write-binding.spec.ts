import type { Target } from './target';
import { writeBinding } from './write-binding';

const TARGETS: Target[] = [
  { name: 'identifier', title: '', required: true, key: true },
  { name: 'name', title: '', required: true, key: false },
  { name: 'isin', title: 'ISIN', required: false, key: false },
];

describe('what an import is told of the columns', () => {
  it('maps columns of other names, and leaves those of the field’s own name to the server', () => {
    const { mapping, defaults } = writeBinding({ Symbol: 'identifier', name: 'name', Junk: '' }, {}, TARGETS);
    expect(mapping).toEqual({ Symbol: 'identifier' });
    expect(defaults).toEqual({});
  });

  it('gives a constant only to a field that no column feeds', () => {
    const { defaults } = writeBinding({ Name: 'name' }, { name: 'x', isin: 'AU1', identifier: '' }, TARGETS);
    expect(defaults).toEqual({ isin: 'AU1' });
  });

  it('says what is missing, and which field two columns were chosen for', () => {
    const binding = writeBinding({ A: 'name', B: 'name' }, {}, TARGETS);
    expect(binding.missing.map(({ name }) => name)).toEqual(['identifier']);
    expect(binding.doubled).toEqual(['name']);
  });
});
