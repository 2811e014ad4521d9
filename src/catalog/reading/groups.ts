import { cutText, shownText } from '../../formats/shown-text';
import { shownValue } from './row-error';

/** What a file has several times: errors or warnings of one code in one column. */
export interface Group {
  /** A stable code. */
  readonly code: string;
  /** The name that the file uses; null when it is about whole rows or the file. */
  readonly column: string | null;
  /** The message of the first one. */
  readonly message: string;
  readonly count: number;
  /** The first row that has it; null for the file as a whole. */
  readonly first_row: number | null;
}

/** A hostile file may cause any number of different groups. */
const MAX_GROUPS = 100;
/** Characters of a message: of the first of many it need not be all. */
const MAX_MESSAGE = 1_000;

/** Collects groups, one for each code and column. Their counts always add up to what was merged. Pure. */
export class Groups {
  private readonly byKey = new Map<string, Group>();

  /** `others`: what the last group is called once there are too many. */
  constructor(private readonly others: Pick<Group, 'code' | 'message'>) {}

  /** Adds groups: counts are added, the message of the first row stays. */
  merge(groups: readonly Group[]): void {
    for (const group of groups) {
      const column = group.column === null ? null : shownValue(group.column);
      const key = `${group.code}\n${column ?? ''}`;
      const isNew = !this.byKey.has(key);
      if (isNew && this.byKey.size >= MAX_GROUPS - 1)
        this.put('', { ...group, ...this.others, column: null });
      else this.put(key, { ...group, column });
    }
  }

  get all(): readonly Group[] {
    return [...this.byKey.values()];
  }

  /** Returns the groups collected so far and forgets them. */
  take(): readonly Group[] {
    if (this.byKey.size === 0) return NONE;
    const taken = this.all;
    this.byKey.clear();
    return taken;
  }

  /** Only a kept message is cut and made storable: a file of millions of rows may have the same warning in each. */
  private put(key: string, group: Group): void {
    const known = this.byKey.get(key);
    const isFirst = !known || (group.first_row ?? Infinity) < (known.first_row ?? Infinity);
    const kept = isFirst ? { ...group, message: shownText(cutText(group.message, MAX_MESSAGE)) } : known;
    this.byKey.set(key, known ? { ...kept, count: known.count + group.count } : kept);
  }
}

const NONE: readonly Group[] = [];

/** The total number of errors or warnings in the groups. */
export const countOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, { count }) => sum + count, 0);
