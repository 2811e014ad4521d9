import type { Draft } from '../../catalog/reading/draft';
import { required } from '../../catalog/reading/read-value';
import { refuse } from '../../catalog/reading/refuse';
import type { ParentKey } from '../../catalog/resource';
import type { ReadingContext } from './reading-context';
import type { NewParent, ParentKeyCache } from './parent-key-cache';

/** The UUIDs that a row gives for the two references of `through`. */
type Pair = readonly [first: string, second: string];

/**
 * Puts the key of `through` in the place of the references it stands for. A pair that nothing has is a row error where
 * the row must exist; otherwise it is answered, to be made with the first record that needs it.
 */
export async function resolveParentKey(
  context: ReadingContext,
  parentKey: ParentKey,
  cache: ParentKeyCache,
  drafts: readonly Draft[],
): Promise<NewParent[]> {
  const pairs: Pair[] = [];
  let last: Pair = ['', ''];
  for (const draft of drafts) {
    const pair = draft.errors.length === 0 ? pairOf(parentKey, draft, last) : null;
    if (pair && pair !== last) pairs.push((last = pair));
  }
  const made = await cache.learn(pairs);
  last = ['', ''];
  let key: string | null = null;
  for (const draft of drafts) {
    if (draft.errors.length > 0) continue;
    const pair = pairOf(parentKey, draft, last);
    if (pair && pair !== last) key = cache.keyOf((last = pair));
    settle(context, parentKey, draft, pair === null ? undefined : key);
  }
  return made;
}

/** `paired`: the key of the row's pair, null when nothing has it; undefined when the row does not give the pair. */
function settle(
  context: ReadingContext,
  parentKey: ParentKey,
  draft: Draft,
  paired: string | null | undefined,
): void {
  const direct = (parentKey.directField === null ? null : draft.core.get(parentKey.directField)) ?? null;
  draft.parentKey = direct ?? paired ?? null;
  if (paired === null) refuse(draft, null, missing(context, parentKey, draft), null);
  else if (direct !== null && paired !== undefined && direct !== paired) {
    refuse(draft, parentKey.directField, contradiction(parentKey), direct);
  } else if (draft.parentKey === null && context.layout.match.by === 'natural') {
    const absent = parentKey.fields.find((name) => !draft.core.get(name)) ?? '';
    refuse(draft, draft.labels.get(absent) ?? absent, required(absent), null);
  }
}

/** The pair of a row, null unless it gives both; `last` itself when it is the same, for files are mostly sorted. */
function pairOf({ fields: [a = '', b = ''] }: ParentKey, { core }: Draft, last: Pair): Pair | null {
  const first = core.get(a);
  const second = core.get(b);
  if (!first || !second) return null;
  return first === last[0] && second === last[1] ? last : [first, second];
}

function missing(
  { registry }: ReadingContext,
  parentKey: ParentKey,
  draft: Draft,
): { code: string; message: string } {
  const names = parentKey.fields.map(
    (name) => `${name} "${draft.given?.get(name) ?? draft.core.get(name) ?? ''}"`,
  );
  const { noun, title } = registry.get(parentKey.resource ?? '');
  const message = `There is no ${noun} of ${names.join(' and ')}. Create or import ${title.toLowerCase()} first.`;
  return { code: 'reference_not_found', message };
}

const contradiction = ({ fields, directField }: ParentKey): { code: string; message: string } => ({
  code: 'conflict',
  message: `${directField ?? ''} names another record than ${fields.join(' and ')} do; keep one of the two.`,
});
