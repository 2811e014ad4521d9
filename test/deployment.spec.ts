import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';
import { VARIABLES } from '../src/config/settings';

const ROOT = join(__dirname, '..');
const KUBERNETES = join(ROOT, 'deploy/kubernetes');
/** Read by the SDK of the storage, not by Almagest. */
const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
const SETTINGS = [...Object.values(VARIABLES).map(({ name }) => name), ...CREDENTIALS];

interface Container {
  name: string;
  image?: string;
  command?: string[];
  env?: { name: string }[];
  envFrom?: unknown[];
  ports?: { name: string; containerPort: number }[];
  [probe: `${string}Probe`]: { httpGet: { path: string; port: string } } | undefined;
}
interface PodSpec {
  terminationGracePeriodSeconds?: number;
  containers: Container[];
}
interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
  stringData?: Record<string, string>;
  spec?: {
    replicas?: number;
    minAvailable?: number;
    selector?: { matchLabels?: Record<string, string> };
    template?: { metadata: { labels: Record<string, string> }; spec: PodSpec };
  };
}

/** The documents of a YAML file; it has one at least. */
function documents<T>(path: string): [T, ...T[]] {
  return parseAllDocuments(readFileSync(path, 'utf8'), { merge: true }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as T;
  }) as [T, ...T[]];
}

const files = readdirSync(KUBERNETES).filter((name) => name !== 'kustomization.yaml');
const manifests = files.flatMap((name) => documents<Manifest>(join(KUBERNETES, name)));
const pods = manifests.flatMap(({ kind, metadata, spec }) =>
  spec?.template ? [{ kind, name: metadata.name, pod: spec.template.spec }] : [],
);

/** The module of `kubernetes-types` that declares the kinds of an API group. */
const moduleOf = (apiVersion: string): string =>
  `kubernetes-types/${apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`}`;

/** What the compiler says of the manifests as values of the declared types: a wrong or unknown key is an error. */
function typeErrors(all: readonly Manifest[]): string[] {
  const path = join(ROOT, 'test/manifests-of-deployment.ts');
  const text = all
    .map((one, index) => {
      const type = `import('${moduleOf(one.apiVersion)}').${one.kind}`;
      return `export const manifest${index}: ${type} = ${JSON.stringify(one)};`;
    })
    .join('\n');
  const host = ts.createCompilerHost({});
  const readSource = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === path ? ts.createSourceFile(name, text, version) : readSource(name, version);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === path || exists(name);
  const program = ts.createProgram(
    [path],
    {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      lib: ['lib.es2022.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    },
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('the Kubernetes manifests', () => {
  it('have only keys and values that the API declares', () => {
    const deployment = manifests.find(({ kind }) => kind === 'Deployment') as Manifest;
    const wrong = { ...deployment, spec: { ...deployment.spec, replica: 2 } } as Manifest;
    expect(typeErrors([...manifests, wrong])).toEqual([expect.stringContaining('"replica')]);
  });

  it('are all named in kustomization.yaml, without the job and the example of a secret', () => {
    const [{ resources }] = documents<{ resources: string[] }>(join(KUBERNETES, 'kustomization.yaml'));
    expect([...resources, 'migrate.yaml', 'secret.example.yaml'].sort()).toEqual([...files].sort());
  });

  it('set variables that are settings', () => {
    const names = [
      ...manifests.flatMap(({ data, stringData }) => Object.keys({ ...data, ...stringData })),
      ...pods.flatMap(({ pod }) => pod.containers.flatMap(({ env = [] }) => env.map(({ name }) => name))),
    ];
    expect(names).toEqual(expect.arrayContaining(['DATABASE_URL', 'STORAGE_URL', 'ROLE']));
    expect(names.filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });

  it('run as a normal user, without rights, with a bound on memory, and get settings and secrets', () => {
    for (const { pod } of pods) {
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true },
      });
      for (const container of pod.containers) {
        expect(container).toMatchObject({
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          resources: { limits: { memory: expect.any(String) } },
          envFrom: [{ configMapRef: { name: 'almagest' } }, { secretRef: { name: 'almagest' } }],
        });
      }
    }
  });

  it('ask the paths of health at the port that the image serves, and wait for the end of the application', () => {
    const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
    const main = readFileSync(join(ROOT, 'src/main.ts'), 'utf8');
    const closeMs = Number(/APP_CLOSE_MS = ([\d_]+)/.exec(main)?.[1]?.replaceAll('_', ''));
    const deployments = pods.filter(({ kind }) => kind === 'Deployment');
    expect(deployments.map(({ name }) => name)).toEqual(['almagest-api', 'almagest-worker']);
    for (const { pod } of deployments) {
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(closeMs / 1_000 + 10);
      for (const { ports, startupProbe, livenessProbe, readinessProbe } of pod.containers) {
        expect(dockerfile).toContain(`EXPOSE ${ports?.[0]?.containerPort}\n`);
        const paths = [startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet);
        expect(paths).toEqual([
          { path: '/health/live', port: ports?.[0]?.name },
          { path: '/health/live', port: ports?.[0]?.name },
          { path: '/health/ready', port: ports?.[0]?.name },
        ]);
      }
    }
  });

  it('select the pods that they mean', () => {
    const labels = manifests.flatMap(({ spec }) => (spec?.template ? [spec.template.metadata.labels] : []));
    const selectors = manifests.flatMap(({ kind, spec }) => {
      const selector = spec?.selector?.matchLabels ?? spec?.selector;
      return selector === undefined ? [] : [[kind, selector] as const];
    });
    expect(selectors.map(([kind]) => kind).sort()).toEqual([
      'Deployment',
      'Deployment',
      'PodDisruptionBudget',
      'PodDisruptionBudget',
      'Service',
    ]);
    for (const [, selector] of selectors) {
      expect(
        labels.filter((all) => Object.entries(selector).every(([key, value]) => all[key] === value)),
      ).toHaveLength(1);
    }
  });

  it('migrate with a file that the build writes', () => {
    const job = pods.find(({ kind }) => kind === 'Job');
    const [node, path = ''] = job?.pod.containers[0]?.command ?? [];
    expect(node).toBe('node');
    expect(existsSync(join(ROOT, path.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
  });
});

interface Service {
  build?: string;
  environment?: Record<string, string>;
  image?: string;
  depends_on?: Record<string, unknown>;
  volumes?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
}

describe.each(['docker-compose.yml', 'deploy/compose/split.yml'])('%s', (path) => {
  const [compose] = documents<Compose>(join(ROOT, path));
  const services = Object.entries(compose.services);

  it('gives Almagest only settings that it has', () => {
    const built = services.filter(([, { build }]) => build !== undefined);
    expect(built.length).toBeGreaterThan(0);
    const names = built.flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(names).toContain('DATABASE_URL');
    expect(names.filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });

  it('names only services, volumes and files that exist', () => {
    for (const [, { depends_on = {}, volumes = [] }] of services) {
      for (const name of Object.keys(depends_on)) expect(Object.keys(compose.services)).toContain(name);
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('.')) expect(existsSync(join(ROOT, path, '..', source))).toBe(true);
        else expect(Object.keys(compose.volumes ?? {})).toContain(source);
      }
    }
  });

  it('pins the version of each image', () => {
    const images = services.flatMap(([, { image }]) => image ?? []);
    for (const image of images) expect(image).toMatch(/^[a-z][a-z0-9./-]*:v?\d/);
  });
});
