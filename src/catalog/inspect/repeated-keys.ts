import type { Binder } from '../binding/binder';
import { DUPLICATE_MESSAGE } from '../importing/duplicate-sql';
import { addError, type Draft } from '../reading/draft';
import { fillMessage } from '../rules/rule-messages';

/**
 * Finds rows that name a record which an earlier row without an error names. References are compared as the file has them:
 * one record by its identifier and by its UUID counts as two.
 */
export class RepeatedKeys {
  private readonly sets: readonly KeySet[];

  constructor({ match, resource }: Pick<Binder, 'match' | 'resource'>) {
    const natural: KeySet = {
      textsOf: ({ core }) => resource.naturalKey.map((name) => core.get(name)),
      labelOf: ({ labels }) => resource.naturalKey.map((name) => labels.get(name) ?? name).join(', '),
      first: new Map(),
    };
    if (match.by === 'natural') this.sets = [natural];
    else if (match.by === 'id')
      this.sets = [
        { ...natural, textsOf: ({ core }) => [core.get('id')], labelOf: () => 'id', first: new Map() },
        natural,
      ];
    else {
      const { key } = match;
      const labelOf: KeySet['labelOf'] = ({ customCells }) =>
        customCells.find((cell) => cell.key === key)?.label ?? key;
      this.sets = [{ textsOf: ({ custom }) => [custom[key]], labelOf, first: new Map() }, natural];
    }
  }

  /** Adds a `duplicate_row` to a row whose key an earlier valid row has; remembers the keys of a valid row. */
  check(draft: Draft): void {
    if (draft.errors.length > 0) return;
    const own = this.sets.flatMap((set) => {
      const texts = set.textsOf(draft);
      const isWhole = texts.every((text) => typeof text === 'string');
      return isWhole ? [{ set, key: JSON.stringify(texts) }] : [];
    });
    for (const { set, key } of own) {
      const earlier = set.first.get(key);
      if (earlier === undefined) continue;
      const message = fillMessage(DUPLICATE_MESSAGE, earlier, set.labelOf(draft));
      addError(draft, null, { code: 'duplicate_row', message }, null);
      return;
    }
    for (const { set, key } of own) set.first.set(key, shownRow(draft));
  }
}

/** Fields that together name one record. */
interface KeySet {
  readonly textsOf: (draft: Draft) => readonly (string | null | undefined)[];
  /** What the file calls them. */
  readonly labelOf: (draft: Draft) => string;
  /** The first valid row of each key, as messages name it. */
  readonly first: Map<string, string>;
}

const shownRow = ({ row, fileRow, fileColumn }: Draft): string =>
  fileRow === null ? String(row) : `${fileRow} (column ${fileColumn ?? ''})`;
