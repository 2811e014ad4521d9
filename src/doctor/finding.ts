/** The result of one check. */
export interface Finding {
  /** What was checked. */
  readonly name: string;
  /** `fault`: Almagest would not start or not work; `warning`: it works, but not as well as it should. */
  readonly grade: 'ok' | 'warning' | 'fault';
  readonly says: string;
  /** What to do about it, in a sentence. */
  readonly fix?: string;
}

export const ok = (name: string, says: string): Finding => ({ name, grade: 'ok', says });
export const warning = (name: string, says: string, fix: string): Finding => ({
  name,
  grade: 'warning',
  says,
  fix,
});
export const fault = (name: string, says: string, fix: string): Finding => ({
  name,
  grade: 'fault',
  says,
  fix,
});
