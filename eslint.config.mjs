import globals from 'globals';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.{ts,tsx}'];
const SCRIPTS = ['**/*.{mjs,cjs}'];
const TESTS = ['test/**/*.ts', '**/*.spec.{ts,tsx}'];

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'data/**', 'node_modules/**', 'src/client/api-types.d.ts'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      // Nest modules are classes without members.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        // A default case may stand for all remaining members.
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers, booleans and null have one text form only.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      // Callbacks, early returns and the increments of loops call functions without a result.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `void` also marks an expression whose value is ignored on purpose.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // An async function without await implements an interface that returns a promise.
      '@typescript-eslint/require-await': 'off',
      // Values of records are unknown until run time; their kinds check them before they are printed.
      '@typescript-eslint/no-base-to-string': 'off',
      // The compiler does not see changes by callbacks, and DOM and Node.js types promise too much.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // The enum of pg repeats the object ids of PostgreSQL as numbers.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // DTO classes describe plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // DTOs are plain objects, and strings are split into code points on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      // Errors of node:fs and node:net are annotated as NodeJS.ErrnoException in the callback itself.
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
  {
    files: TESTS,
    rules: {
      // Operands may come from such a body.
      '@typescript-eslint/restrict-plus-operands': 'off',
      // The bodies of supertest responses and the matchers of Jest are typed as any.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // React Aria deprecates the properties of a combo box before all of its types have the new ones.
    files: ['console/src/shared/record-picker.tsx'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  { ...js.configs.recommended, files: SCRIPTS },
  { files: SCRIPTS, languageOptions: { globals: globals.node }, rules: { eqeqeq: 'error' } },
);
