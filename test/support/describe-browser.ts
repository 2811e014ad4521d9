import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PROGRAM = process.env.CHROMIUM || '/usr/bin/chromium';

/**
 * A suite in a real browser: Debian's chromium, or what CHROMIUM names. Where there is none it
 * prints one line. `open` returns the browser, one for the suite.
 */
export function describeBrowser(name: string, suite: (open: () => Browser) => void): void {
  if (!existsSync(PROGRAM)) {
    describe(name, () => {
      it('has no browser on this machine, and says so', () => {
        process.stdout.write(
          `${name}: there is no ${PROGRAM} here (CHROMIUM names another), so no page is opened.\n`,
        );
        expect(existsSync(PROGRAM)).toBe(false);
      });
    });
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox', '--disable-gpu'] });
    });
    afterAll(() => browser?.close());
    suite(() => {
      if (browser === undefined) throw new Error('The browser is not open.');
      return browser;
    });
  });
}
