import { mkdir } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBrowser } from './browser.mjs';
import { fillDemoWorkspace } from './demo-workspace.mjs';
import { withThrowawayApp } from './throwaway-app.mjs';

/** Takes the pictures of docs/pictures from the running application: Swagger UI and the console. Build first. */
const FOLDER = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const VENDOR = fileURLToPath(new URL('../examples/vendor-listing.csv', import.meta.url));
const IMPORT = '#operations-Imports-imports_create';
const path = (name) => join(FOLDER, `${name}.png`);

await mkdir(FOLDER, { recursive: true });
const token = `ptk_live_${randomBytes(32).toString('hex')}`;
await withThrowawayApp(
  async (url) => {
    await fillDemoWorkspace(url, token);
    await withBrowser(async (browser) => {
      await takeSwagger(await browser.newPage({ viewport: { width: 1200, height: 1180 }, baseURL: url }));
      await takeConsole(await browser.newPage({ viewport: { width: 1100, height: 860 }, baseURL: url }));
    });
  },
  { BOOTSTRAP_TOKEN: token },
);

async function takeSwagger(page) {
  await page.goto('/docs');
  await page.locator('.opblock-tag').nth(10).waitFor();
  await page.screenshot({ path: path('swagger') });
  await page.goto('/docs#/Imports/imports_create');
  await page.reload();
  await page.locator(`${IMPORT} .try-out__btn`).click();
  await page.locator(`${IMPORT} input[type=file]`).waitFor();
  await page.setViewportSize({ width: 1200, height: 1400 });
  await page.locator(IMPORT).evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: path('swagger-import') });
}

async function takeConsole(page) {
  const go = (link) => page.getByRole('navigation').getByRole('link', { name: link }).click();
  const take = async (name, options = {}) => {
    await page.mouse.move(0, 0);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path(name), ...options });
  };
  await page.goto('/');
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('prices.csv').waitFor();
  await take('console-overview');

  await go('Import');
  await page.locator('input[type=file]').setInputFiles(VENDOR);
  await page.getByLabel('Field for Symbol').selectOption('identifier');
  await page.getByLabel('Field for Security Name').selectOption('name');
  await page.getByLabel('type_id').selectOption('us-listed');
  await page.locator('#step-columns').evaluate((element) => element.scrollIntoView());
  await take('console-columns');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Download the rejected rows' }).waitFor();
  await page.getByRole('region', { name: 'Errors by code and column' }).waitFor();
  await page.locator('section[data-job]').screenshot({ path: path('console-result') });

  await go('Explore');
  await page.getByRole('link', { name: 'harbour.ax' }).click();
  await page.getByRole('combobox', { name: 'Series' }).selectOption({ label: 'daily, 200 points' });
  await page.locator('.chart-box[data-drawn="200"] canvas').first().waitFor();
  await take('console-chart');

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/calendars/northgate');
  await page.getByLabel('Year', { exact: true }).fill('2026');
  await page.getByLabel('Year', { exact: true }).blur();
  await page.locator('.month').nth(11).waitFor();
  await take('console-calendar');
}
