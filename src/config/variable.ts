/** One variable of the environment: its name, what it means, and how its text is read. */
export interface Variable<T> {
  name: string;
  /** One sentence for docs/operations.md, unit included. */
  describe: string;
  default: T;
  read: (text: string, name: string) => T;
}

export const text = (value: string): string => value;

/** A whole number within bounds; anything else stops the start with a sentence. */
export function whole(min: number, max: number): (text: string, name: string) => number {
  return (value, name) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < min || number > max) {
      throw new Error(`${name} must be a whole number from ${min} to ${max}, not "${value}".`);
    }
    return number;
  };
}

export function oneOf<T extends string>(...values: T[]): (text: string, name: string) => T {
  return (value, name) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw new Error(`${name} must be one of ${values.join(', ')}, not "${value}".`);
    return found;
  };
}

/** An absolute address with one of these schemes; `example` is shown in the error, the value is not: it may hold a password. */
export function address(schemes: readonly string[], example: string): (text: string, name: string) => string {
  return (value, name) => {
    const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
    if (!schemes.includes(scheme)) {
      throw new Error(
        `${name} must be an address such as ${example}, with one of the schemes ${schemes.join(', ')}; ` +
          'signs like @, / and # in a password are written as %40, %2F and %23.',
      );
    }
    return value;
  };
}

/** An http or https address to which a path can be appended. */
export function webAddress(value: string, name: string): string {
  if (!/^https?:\/\/[^/\s]+[^?#\s]*$/.test(value) || !URL.canParse(value)) {
    throw new Error(
      `${name} must be an http or https address such as https://almagest.example.org, not "${value}".`,
    );
  }
  return value;
}

export const variable = <T>(
  name: string,
  fallback: T,
  read: (text: string, name: string) => T,
  describe: string,
): Variable<T> => ({ name, describe, default: fallback, read });
