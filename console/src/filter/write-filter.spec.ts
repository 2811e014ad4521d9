import type { ConditionDraft, GroupDraft } from './filter-draft';
import { writeFilter } from './write-filter';

const condition = (field: string, op: string, value: string): ConditionDraft => ({ id: 0, field, op, value });
const group = (joiner: 'and' | 'or', ...members: GroupDraft['members']): GroupDraft => ({
  id: 0,
  joiner,
  members,
});

describe('a filter that was put together by hand', () => {
  it('is written in the language of the API, nested as it is built', () => {
    const draft = group(
      'and',
      condition('type_id', 'eq', 'equity'),
      group('or', condition('name', 'like', 'rail')),
    );
    expect(writeFilter(draft)).toEqual({
      and: [
        { field: 'type_id', op: 'eq', value: 'equity' },
        { or: [{ field: 'name', op: 'like', value: 'rail' }] },
      ],
    });
  });

  it('sends decimals digit for digit, lists as lists and is_null as a boolean', () => {
    const draft = group(
      'or',
      condition('value', 'gt', '0.1234567890123456789'),
      condition('identifier', 'in', 'a, b\nc,,'),
      condition('isin', 'is_null', 'false'),
      condition('isin', 'is_null', ''),
    );
    expect(writeFilter(draft)).toEqual({
      or: [
        { field: 'value', op: 'gt', value: '0.1234567890123456789' },
        { field: 'identifier', op: 'in', value: ['a', 'b', 'c'] },
        { field: 'isin', op: 'is_null', value: false },
        { field: 'isin', op: 'is_null', value: true },
      ],
    });
  });

  it('leaves out what is not finished, and is none when nothing is left', () => {
    const draft = group(
      'and',
      condition('', 'eq', 'x'),
      condition('name', 'eq', ''),
      condition('id', 'in', ' , '),
      group('or'),
    );
    expect(writeFilter(draft)).toBeNull();
  });
});
