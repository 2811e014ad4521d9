import { VARIABLES } from './settings';

/** Variables of other programs, and of our own command line and tests, that resemble a setting and mean something else. */
const OTHERS = new Set(['ALMAGEST_URL', 'ALMAGEST_TOKEN', 'ALMAGEST_WORKSPACE']);
const OUR_PREFIX = 'ALMAGEST_';
/** From this length on a name may differ by two typing errors, below it by one. */
const LONG_NAME = 8;

/** A variable that is not read, and the setting that was probably meant. */
export interface UnknownVariable {
  name: string;
  meant: string;
}

/** Variables of `environment` that are no setting but are written almost like one, in alphabetical order. */
export function findUnknownVariables(
  environment: Readonly<Record<string, string | undefined>>,
): UnknownVariable[] {
  const settings = Object.values(VARIABLES).map(({ name }) => name);
  return Object.keys(environment)
    .filter((name) => !settings.includes(name) && !OTHERS.has(name))
    .sort()
    .flatMap((name) => {
      const meant = findMeant(name, settings);
      return meant === undefined ? [] : [{ name, meant }];
    });
}

/** One line for the operator. */
export const describeUnknown = ({ name, meant }: UnknownVariable): string =>
  `${name} is not a setting of Almagest and is not read: did you mean ${meant}?`;

function findMeant(name: string, settings: readonly string[]): string | undefined {
  const written = name.toUpperCase().replaceAll('-', '_');
  const bare = written.startsWith(OUR_PREFIX) ? written.slice(OUR_PREFIX.length) : written;
  const [nearest] = settings
    .map((setting) => ({ setting, distance: countEdits(bare, setting) }))
    .filter(({ setting, distance }) => distance <= (setting.length < LONG_NAME ? 1 : 2))
    .sort((a, b) => a.distance - b.distance);
  return nearest?.setting;
}

/** The least number of inserted, removed, replaced or swapped letters between two words. */
function countEdits(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swapped =
        from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
          ? (beforeLast[column - 2] ?? Infinity) + 1
          : Infinity;
      current.push(Math.min(replaced, swapped, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? 0;
}
