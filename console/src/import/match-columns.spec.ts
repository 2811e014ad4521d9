import { fold, matchColumns } from './match-columns';
import type { Target } from './target';

const target = (name: string, title = ''): Target => ({ name, title, required: false, key: false });
const TARGETS = [
  target('identifier'),
  target('name'),
  target('type_id'),
  target('isin'),
  target('listed_on', 'First day'),
];

describe('matching the columns of a file to fields', () => {
  it('takes the column of exactly that name before one that only looks like it', () => {
    expect(matchColumns(['Name', 'name'], TARGETS)).toEqual({ name: 'name' });
  });

  it('overlooks case, blanks and marks', () => {
    expect(matchColumns(['IDENTIFIER', 'Listed On', 'i-s-i-n'], TARGETS)).toEqual({
      IDENTIFIER: 'identifier',
      'Listed On': 'listed_on',
    });
    expect(['dateAdded', 'Date added', ' date-added '].map(fold)).toEqual(Array(3).fill('date_added'));
  });

  it('knows the labels of custom fields, and references without their _id', () => {
    expect(matchColumns(['First day', 'Type'], TARGETS)).toEqual({
      'First day': 'listed_on',
      Type: 'type_id',
    });
  });

  it('feeds no field twice and guesses nothing', () => {
    expect(matchColumns(['Name', 'NAME', 'Symbol', ''], TARGETS)).toEqual({ Name: 'name' });
  });

  it('is not misled by columns named like the machinery of objects', () => {
    expect(matchColumns(['__proto__', 'constructor', 'name'], TARGETS)).toEqual({ name: 'name' });
  });
});
