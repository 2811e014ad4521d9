import type { TypeField, TypeRecord } from '../resources/record';
import { draftOf, planChanges, type TypeDraft } from './plan-changes';

const field = (id: string, display_order: number): TypeField => ({
  id,
  field_key: id,
  field_label: id.toUpperCase(),
  data_type: 'text',
  is_required: false,
  has_default: false,
  default_value: null,
  allow_null: true,
  display_order,
});
const TYPE: TypeRecord = {
  id: 't',
  identifier: 'equity',
  name: 'Equity',
  archived_at: null,
  fields: [field('isin', 0), field('lei', 1)],
};
const draft = (change: Partial<TypeDraft>): TypeDraft => ({
  identifier: 'equity',
  name: 'Equity',
  kind: 'scalar',
  fields: TYPE.fields.map(draftOf),
  ...change,
});

describe('editing a type', () => {
  it('asks for nothing when nothing changed', () => {
    expect(planChanges(TYPE, draft({}))).toEqual([]);
  });

  it('sends only what changed of a field', () => {
    const [isin, lei] = TYPE.fields.map(draftOf);
    if (!isin || !lei) throw new Error('The type has two fields.');
    const changes = planChanges(TYPE, draft({ fields: [{ ...isin, default_value: 'x' }, lei] }));
    expect(changes).toEqual([
      { method: 'PATCH', path: '/fields/isin', body: { has_default: true, default_value: 'x' } },
    ]);
  });

  it('removes fields before it adds others, and renames at the end', () => {
    const added = { ...draftOf(field('cik', 0)), id: null, field_label: '' };
    const changes = planChanges(
      TYPE,
      draft({ name: 'Shares', fields: [...TYPE.fields.slice(0, 1).map(draftOf), added] }),
    );
    expect(changes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /fields/lei',
      'POST /fields',
      'PATCH ',
    ]);
    expect(changes[1]?.body).toMatchObject({ field_key: 'cik', display_order: 1, has_default: false });
    expect(changes[1]?.body).not.toHaveProperty('field_label');
  });
});
