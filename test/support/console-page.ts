import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TestApp } from './test-app';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const SERIOUS: readonly string[] = ['serious', 'critical'];

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string; failureSummary: string }[] }[];
}

/**
 * The console in a browser, as a person uses it. It notes every request, and everything that the
 * page complains of.
 */
export class ConsolePage {
  /** Requests that went to another origin. */
  readonly strangers: string[] = [];
  /** What scripts and the policy of the page complained of. */
  readonly complaints: string[] = [];
  /** URLs that held the token. */
  readonly leaks: string[] = [];

  private constructor(
    readonly app: TestApp,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('request', (request) => {
      const url = request.url();
      if (url.includes(app.token)) this.leaks.push(url);
      if (!url.startsWith(`${app.url}/`) && !/^(data|blob):/.test(url)) this.strangers.push(url);
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, app: TestApp): Promise<ConsolePage> {
    const context = await browser.newContext({
      baseURL: app.url,
      viewport: { width: 1200, height: 900 },
      acceptDownloads: true,
    });
    context.setDefaultTimeout(30_000);
    return new ConsolePage(app, context, await context.newPage());
  }

  async signIn(token = this.app.token): Promise<void> {
    await this.page.goto('/');
    await this.page.getByLabel('Workspace').fill(this.app.workspace);
    await this.page.getByLabel('Token').fill(token);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Goes to a page by the navigation, and waits for its heading. */
  async go(link: string, heading: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: link }).click();
    await this.heading(heading).waitFor();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /**
   * Drops a file of the disk onto a place, as a hand does with a mouse: only the browser itself can
   * make such a file.
   */
  async drop(place: Locator, path: string): Promise<void> {
    const box = await place.boundingBox();
    if (box === null) throw new Error('There is no place to drop the file.');
    const [x, y] = [box.x + box.width / 2, box.y + 8];
    const session = await this.context.newCDPSession(this.page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x, y, data });
    }
    await session.detach();
  }

  /** Presses what starts a download and returns the text of the file. */
  async download(press: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  /** What axe-core finds serious or critical on the page as it is, in both colour schemes. */
  async violations(): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      // The content security policy of the page does not cover scripts of a test.
      const { violations } = await this.page.evaluate<AxeResult>(`${AXE}; axe.run(document)`);
      for (const { id, impact, nodes } of violations) {
        if (!SERIOUS.includes(impact ?? '')) continue;
        found.push(`${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
      }
    }
    return found;
  }

  /** How much wider than the window the page is. */
  overflow(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }
}
