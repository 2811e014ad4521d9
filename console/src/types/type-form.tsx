import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ResourceDefinition } from '../../../src/console/resource-definition';
import { request } from '../api/request';
import type { TypeRecord } from '../resources/record';
import { useSession } from '../session/use-session';
import { Choice } from '../shared/choice';
import { ProblemNote } from '../shared/problem-note';
import { FieldDrafts } from './field-drafts';
import { draftOf, planChanges, writeField, type TypeDraft } from './plan-changes';
import './types.css';

const KINDS = [
  { value: 'scalar', label: 'scalar: one value per point' },
  { value: 'composite', label: 'composite: several items per point' },
];

/** Creates a type with its fields, or changes one; `type` null: a new one. */
export function TypeForm({
  resource,
  type,
  onDone,
}: {
  resource: ResourceDefinition;
  type: TypeRecord | null;
  onDone: () => void;
}): ReactNode {
  const { session } = useSession();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<TypeDraft>(() => ({
    identifier: type?.identifier ?? '',
    name: type?.name ?? '',
    kind: type?.kind ?? 'scalar',
    fields: type?.fields.map(draftOf) ?? [],
  }));
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const hasKind = resource.fields.some(({ name }) => name === 'kind');
  const hasFields = !hasKind || draft.kind === 'composite';

  const save = async (): Promise<void> => {
    const path = `/${resource.collection}`;
    if (type === null) {
      const { fields, kind, ...rest } = draft;
      const body = {
        ...rest,
        ...(hasKind && { kind }),
        ...(hasFields && { fields: fields.map(writeField) }),
      };
      await request(session, 'POST', path, { body });
      return;
    }
    for (const change of planChanges(type, draft)) {
      const { method, body } = change;
      await request(session, method, `${path}/${type.id}${change.path}`, body === undefined ? {} : { body });
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    save()
      .then(onDone, setProblem)
      .finally(() => {
        setBusy(false);
        void queries.invalidateQueries(); // some changes may be stored although a later one failed
      });
  };

  return (
    <form
      className="type"
      onSubmit={submit}
      aria-label={type === null ? `New ${resource.noun}` : `Edit ${type.identifier}`}
    >
      <div className="grid-fields">
        <label className="field">
          <span>Identifier</span>
          <input
            required
            readOnly={type !== null}
            spellCheck={false}
            value={draft.identifier}
            onChange={(event) => setDraft({ ...draft, identifier: event.target.value })}
          />
        </label>
        <label className="field">
          <span>Name</span>
          <input
            required
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        </label>
        {hasKind && type === null && (
          <Choice
            label="Kind"
            value={draft.kind}
            options={KINDS}
            onChange={(kind) => setDraft({ ...draft, kind: kind === 'composite' ? 'composite' : 'scalar' })}
          />
        )}
      </div>
      {hasFields && (
        <FieldDrafts fields={draft.fields} onChange={(fields) => setDraft({ ...draft, fields })} />
      )}
      {problem !== null && <ProblemNote problem={problem} />}
      <div className="row">
        <Button type="submit" className="button primary" isDisabled={busy}>
          {busy ? 'Saving …' : 'Save'}
        </Button>
        <Button className="button" onPress={onDone}>
          Close without saving
        </Button>
      </div>
    </form>
  );
}
