/** What one check found. */
export interface Finding {
  /** What was looked at. */
  readonly name: string;
  /** `fault`: Almagest would not start or not work; `warning`: it works, but not as well as it could. */
  readonly grade: 'ok' | 'warning' | 'fault';
  readonly says: string;
  /** What to do about it. */
  readonly mend?: string;
}

export const ok = (name: string, says: string): Finding => ({ name, grade: 'ok', says });
export const warning = (name: string, says: string, mend: string): Finding => ({
  name,
  grade: 'warning',
  says,
  mend,
});
export const fault = (name: string, says: string, mend: string): Finding => ({
  name,
  grade: 'fault',
  says,
  mend,
});
