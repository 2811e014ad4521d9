import { createRandom } from '../../../bench/data/random';

/** Choices that are the same for the same seed. */
export class Dice {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = createRandom(seed);
  }

  /** True in `share` of all throws. */
  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    return Math.floor(this.random() * below);
  }

  /** One of these; throws when there is none. */
  pick<T>(of: readonly T[]): T {
    const at = this.below(of.length);
    if (of.length === 0) throw new Error('There is nothing to pick from.');
    return of[at] as T;
  }
}
