import { PARENT_KEY, type StageLayout } from '../../catalog/importing/stage-layout';
import type { Draft } from '../../catalog/reading/draft';

/** Past so many groups the order is no longer watched: memory stays bounded. */
const MAX_GROUPS = 500_000;

/**
 * Watches whether the natural keys of a file ascend: within each group (of all parts of the key but the last) the last
 * part must grow from row to row, in the order of its canonical text. Then no two rows share a key, and nothing need be
 * sorted or remembered to know it. Most files of time series are like that.
 */
export class KeyOrder {
  /** The last key of each group except the current one: rows of a group are mostly adjacent. */
  private readonly last = new Map<string, string | null>();
  private group = '';
  /** The last key of `group`, null before its first row. */
  private before: string | null = null;
  private readonly parts: readonly string[];
  private ascends: boolean;

  constructor(layout: StageLayout) {
    this.parts = layout.key;
    this.ascends = layout.match.by === 'natural';
  }

  get ascending(): boolean {
    return this.ascends;
  }

  /** Takes the next row that is staged. */
  note(draft: Draft): void {
    if (!this.ascends) return;
    let group = '';
    let key = '';
    for (const part of this.parts) {
      group = group === '' ? key : `${group} ${key}`;
      key = (part === PARENT_KEY ? draft.parentKey : draft.core.get(part)) ?? '';
    }
    if (group !== this.group) {
      this.last.set(this.group, this.before);
      this.group = group;
      this.before = this.last.get(group) ?? null;
    }
    if ((this.before !== null && this.before >= key) || this.last.size > MAX_GROUPS) {
      this.ascends = false;
      this.last.clear();
    }
    this.before = key;
  }
}
