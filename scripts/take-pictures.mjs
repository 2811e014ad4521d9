import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withPage } from './browser.mjs';
import { withThrowawayApp } from './throwaway-app.mjs';

/** Takes the pictures of docs/pictures: Swagger UI as it opens, and the form of an import. Build first. */
const FOLDER = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const IMPORT = '#operations-Imports-imports_create';

await mkdir(FOLDER, { recursive: true });
await withThrowawayApp((url) =>
  withPage({ width: 1200, height: 1180 }, async (page) => {
    await page.open(`${url}/docs`);
    await page.until(`document.querySelectorAll('.opblock-tag').length > 10`);
    await writeFile(join(FOLDER, 'swagger.png'), await page.picture());
    await page.open(`${url}/docs#/Imports/imports_create`);
    await page.evaluate('location.reload()');
    await page.until(`document.querySelector('${IMPORT} .try-out__btn')`);
    await page.evaluate(`document.querySelector('${IMPORT} .try-out__btn').click()`);
    await page.until(`document.querySelector('${IMPORT} input[type=file]')`);
    await writeFile(join(FOLDER, 'swagger-import.png'), await page.picture(IMPORT, 1400));
  }),
);
