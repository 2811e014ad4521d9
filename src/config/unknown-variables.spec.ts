import { VARIABLES } from './settings';
import { findUnknownVariables } from './unknown-variables';

/** Variables that shells, service managers, containers, Node and the tools around Postgres and Redis set. */
const OF_OTHERS =
  `PATH HOME USER LOGNAME SHELL PWD OLDPWD TERM LANG LC_ALL TZ HOSTNAME HOSTTYPE EDITOR MAIL TMPDIR SHLVL PS1 _
  XDG_DATA_DIRS XDG_DATA_HOME XDG_RUNTIME_DIR DISPLAY SSH_AUTH_SOCK INVOCATION_ID JOURNAL_STREAM NOTIFY_SOCKET LISTEN_FDS
  KUBERNETES_PORT KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT REDIS_PORT REDIS_HOST REDIS_SERVICE_PORT POSTGRES_PORT
  POSTGRES_USER POSTGRES_PASSWORD POSTGRES_DB PGHOST PGPORT PGUSER PGDATABASE PGPASSWORD PGDATA DYNO GITHUB_ACTIONS CI RUNNER_OS
  NODE_ENV NODE_OPTIONS NODE_VERSION YARN_VERSION INIT_CWD npm_config_cache npm_lifecycle_event npm_package_name npm_command
  JAVA_HOME PYTHONPATH HTTP_PROXY HTTPS_PROXY NO_PROXY no_proxy DEBUG COLORTERM LS_COLORS DOCKER_HOST MEMORY_LIMIT COLUMNS`.split(
    /\s+/,
  );

describe('variables that resemble a setting', () => {
  it.each([
    ['PORTT', 'PORT'],
    ['PROT', 'PORT'],
    ['port', 'PORT'],
    ['ALMAGEST_PORT', 'PORT'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['DATABASEURL', 'DATABASE_URL'],
    ['DATA-DIR', 'DATA_DIR'],
    ['DATADIR', 'DATA_DIR'],
    ['WORKER_CONCURENCY', 'WORKER_CONCURRENCY'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['BOOTSTRAP_TOKENS', 'BOOTSTRAP_TOKEN'],
  ])('%s: did you mean %s?', (name, meant) => {
    expect(findUnknownVariables({ [name]: '1' })).toEqual([{ name, meant }]);
  });

  it('of every setting with one letter missing, doubled, wrong or swapped are named with that setting or another one', () => {
    for (const { name } of Object.values(VARIABLES)) {
      const middle = Math.floor(name.length / 2);
      const [head, letter = '', tail] = [name.slice(0, middle), name[middle], name.slice(middle + 1)];
      for (const written of [head + tail, head + letter + letter + tail, `${head}X${tail}`, `${name}S`]) {
        const found = findUnknownVariables({ [written]: '1' });
        expect([written, found]).toEqual([written, [expect.anything()]]);
      }
    }
  });

  it('are no settings themselves, and not those of other programs', () => {
    const ours = Object.values(VARIABLES).map(({ name }) => name);
    const cli = [
      'ALMAGEST_URL',
      'ALMAGEST_TOKEN',
      'ALMAGEST_WORKSPACE',
      'ALMAGEST_TEST_REDIS',
      'ALMAGEST_TEST_DATABASE_URL',
    ];
    const environment = Object.fromEntries([...ours, ...cli, ...OF_OTHERS].map((name) => [name, 'x']));
    expect(findUnknownVariables(environment)).toEqual([]);
  });
});
