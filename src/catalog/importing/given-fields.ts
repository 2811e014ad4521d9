import { CLEARS_CUSTOM, givenBit, type StageLayout } from './stage-layout';

/**
 * Which fields the rows of a file bring along, learnt batch by batch. A CSV file brings the same ones in each row, so the
 * statements need not ask; JSON records may differ, and then `_given` is asked.
 */
export class GivenFields {
  private inAll = ~0;
  private inAny = 0;

  constructor(private readonly layout: StageLayout) {}

  /** Takes what every row, and what some row, of the next batch brings along. */
  note({ inAll, inAny }: { readonly inAll: number; readonly inAny: number }): void {
    this.inAll &= inAll;
    this.inAny |= inAny;
  }

  /** True when some row brings `field` along. */
  some(field: string): boolean {
    return (this.inAny & givenBit(this.layout, field)) !== 0;
  }

  /** True when some row clears a custom field, so that its null must not stay among the values. */
  get clearsCustom(): boolean {
    return (this.inAny & CLEARS_CUSTOM) !== 0;
  }

  /** SQL that is true when the row under `alias` brings `field` along. */
  sql(field: string, alias = 'j'): string {
    const bit = givenBit(this.layout, field);
    if ((this.inAny & bit) === 0) return 'false';
    return (this.inAll & bit) === 0 ? `(${alias}._given & ${bit}) <> 0` : 'true';
  }

  /** SQL of the value that `field` will have: `next` when the row brings it along, else `present`. */
  choose(field: string, next: string, present: string, alias = 'j'): string {
    const given = this.sql(field, alias);
    if (given === 'true') return next;
    return given === 'false' ? present : `CASE WHEN ${given} THEN ${next} ELSE ${present} END`;
  }
}
