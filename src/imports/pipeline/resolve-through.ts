import type { Draft } from '../../catalog/reading/draft';
import { required } from '../../catalog/reading/read-value';
import { refuse } from '../../catalog/reading/row-reader';
import type { Through } from '../../catalog/resource';
import type { ImportRun } from './import-run';
import type { NewThrough, ThroughCache } from './through-cache';

/**
 * Puts the key of `through` in the place of the references it stands for. A pair that nothing has is a row error where
 * the row must exist; otherwise it is answered, to be made with the first record that needs it.
 */
export async function resolveThrough(
  run: ImportRun,
  cache: ThroughCache,
  drafts: readonly Draft[],
): Promise<NewThrough[]> {
  const { through } = run.layout.resource;
  if (!through) return [];
  const paired = drafts.filter((draft) => draft.errors.length === 0 && pairOf(through, draft) !== null);
  const made = await cache.learn(paired.map((draft) => pairOf(through, draft) ?? []));
  for (const draft of drafts) if (draft.errors.length === 0) resolve(run, through, cache, draft);
  return made;
}

function resolve(run: ImportRun, through: Through, cache: ThroughCache, draft: Draft): void {
  const direct = (through.as === null ? null : draft.core.get(through.as)) ?? null;
  const pair = pairOf(through, draft);
  const paired = pair === null ? null : cache.keyOf(pair);
  draft.through = direct ?? paired;
  if (pair !== null && paired === null) refuse(draft, null, missing(run, through, draft), null);
  else if (direct !== null && paired !== null && direct !== paired)
    refuse(draft, through.as, contradiction(through), direct);
  else if (draft.through === null && run.layout.match.by === 'natural') {
    const absent = through.fields.find((name) => !draft.core.get(name)) ?? '';
    refuse(draft, draft.labels.get(absent) ?? absent, required(absent), null);
  }
}

/** The UUIDs that the row gives for the fields of `through`; null unless it gives them all. */
function pairOf({ fields }: Through, { core }: Draft): string[] | null {
  const pair = fields.map((name) => core.get(name) ?? null);
  return pair.some((id) => id === null) ? null : (pair as string[]);
}

function missing({ registry }: ImportRun, through: Through, draft: Draft): { code: string; message: string } {
  const names = through.fields.map(
    (name) => `${name} "${draft.given.get(name) ?? draft.core.get(name) ?? ''}"`,
  );
  const { noun, title } = registry.get(through.resource ?? '');
  const message = `There is no ${noun} of ${names.join(' and ')}. Create or import ${title.toLowerCase()} first.`;
  return { code: 'reference_not_found', message };
}

const contradiction = ({ fields, as }: Through): { code: string; message: string } => ({
  code: 'conflict',
  message: `${as ?? ''} names another record than ${fields.join(' and ')} do; keep one of the two.`,
});
