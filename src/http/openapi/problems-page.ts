import { type ProblemCode, PROBLEMS } from '../problem/problem-codes';

/** The page that the `type` of a problem points into: every code, what it means and how it is mended. */
export function problemsPage(): string {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const entries = codes.map((code) => {
    const { status, title, description } = PROBLEMS[code];
    return `<dt id="${code}"><code>${code}</code> · ${status} ${title}</dt><dd>${inline(description)}</dd>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Almagest: problems</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600;margin-top:1rem}:target{background:#ffd}</style>
<h1>Problems</h1><p>What a refused request is answered with: <code>application/problem+json</code> (RFC 9457) with one of these codes.</p>
<dl>${entries.join('\n')}</dl></html>`;
}

const inline = (text: string): string =>
  text.replaceAll('<', '&lt;').replace(/`([^`]+)`/g, '<code>$1</code>');
