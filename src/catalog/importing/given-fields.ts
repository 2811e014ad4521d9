import { CLEARS_CUSTOM, givenBit, type StageLayout } from './stage-layout';

/**
 * Which fields the rows of a file give, as far as it was read. A CSV file gives the same ones in each row, so statements
 * need no condition; JSON records may differ, and then statements read `_given`. Immutable.
 */
export class GivenFields {
  /** `inAll` and `inAny` are the bits of `_given` that every row, and some row, has. */
  constructor(
    private readonly layout: StageLayout,
    private readonly inAll = ~0,
    private readonly inAny = 0,
  ) {}

  /** The same with what every row, and some row, of the next batch gives. */
  and({ inAll, inAny }: { readonly inAll: number; readonly inAny: number }): GivenFields {
    return new GivenFields(this.layout, this.inAll & inAll, this.inAny | inAny);
  }

  /** True when some row gives `field`. */
  some(field: string): boolean {
    return (this.inAny & givenBit(this.layout, field)) !== 0;
  }

  /** True when some row clears a custom field: its null must not be stored among the values. */
  get clearsCustom(): boolean {
    return (this.inAny & CLEARS_CUSTOM) !== 0;
  }

  /** SQL that is true when the row under `alias` gives `field`. */
  sql(field: string, alias = 'j'): string {
    const bit = givenBit(this.layout, field);
    if ((this.inAny & bit) === 0) return 'false';
    return (this.inAll & bit) === 0 ? `(${alias}._given & ${bit}) <> 0` : 'true';
  }

  /** SQL of the value that `field` will have: `next` when the row gives it, else `present`. */
  choose(field: string, next: string, present: string, alias = 'j'): string {
    const given = this.sql(field, alias);
    if (given === 'true') return next;
    return given === 'false' ? present : `CASE WHEN ${given} THEN ${next} ELSE ${present} END`;
  }
}
