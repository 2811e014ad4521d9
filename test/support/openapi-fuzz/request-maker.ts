import { type Aim, aimAt } from '../access-matrix/aim-at';
import type { SeededWorkspace } from '../access-matrix/seeded-workspace';
import type { Dice } from './dice';
import type { Document, Operation, Parameter } from './document';
import type { FuzzRequest } from './fuzz-request';
import { FilterMaker } from './filter-body';
import { ValueGenerator } from './generate-value';
import { HOSTILE_CURSORS, HOSTILE_HEADERS, HOSTILE_TEXT } from './hostile';
import { hostileBytes, type SentBody, spoil } from './spoil-body';
import { formBody } from './form-body';

/** How often a value that is sent is not the one that belongs there; a request has many. */
const HOSTILITY = [0, 0.02, 0.1, 0.3] as const;

/**
 * Creates requests for the operations of a document: valid ones, and ones with something wrong
 * anywhere.
 */
export class RequestMaker {
  constructor(
    private readonly document: Document,
    private readonly seeded: SeededWorkspace,
    private readonly dice: Dice,
    private readonly token: string,
  ) {}

  async make(operation: Operation): Promise<FuzzRequest> {
    const hostility = this.dice.pick(HOSTILITY);
    const aim = await this.aim(operation);
    const { body, type } = this.body(operation, aim, hostility);
    const headers: [string, string][] = [];
    if (!this.dice.chance(0.03)) headers.push(['Authorization', `Bearer ${this.token}`]);
    if (type !== null) headers.push(['Content-Type', type]);
    for (let more = 0; more < 2; more++) {
      if (this.dice.chance(hostility)) addHeader(headers, this.dice.pick(HOSTILE_HEADERS));
    }
    return {
      operation,
      method: operation.method,
      path: this.path(operation, aim, hostility) + this.query(operation, hostility),
      headers: body === null ? headers.filter(([name]) => name !== 'Transfer-Encoding') : headers,
      body,
    };
  }

  /**
   * What the operation would succeed with; half of the time only the things that its path names.
   */
  private async aim({ method, path }: Operation): Promise<Aim> {
    const route = { method, path: path.replaceAll(/\{(\w+)\}/g, ':$1'), access: undefined };
    if (path.includes('{workspaceId}')) return aimAt(route, this.seeded);
    return { params: {}, status: 200 };
  }

  private path({ path }: Operation, { params }: Aim, hostility: number): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      if (this.dice.chance(hostility)) return this.dice.pick(HOSTILE_TEXT);
      if (name !== 'workspaceId') return encodeURIComponent(params[name] ?? 'x');
      return this.dice.pick([this.seeded.id, this.seeded.client.workspace]);
    });
  }

  private query({ parameters }: Operation, hostility: number): string {
    const pairs = parameters
      .filter((parameter) => parameter.in === 'query' && this.dice.chance(0.3))
      .flatMap((parameter) => this.pair(parameter, hostility));
    if (this.dice.chance(hostility / 2))
      pairs.push(`${this.dice.pick(['unknown', 'limit[]', 'after[x]', '__proto__', '%00', '%FF', ''])}=1`);
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  }

  private pair({ name, schema }: Parameter, hostility: number): string[] {
    const valid = (): string => {
      const text = new ValueGenerator(this.document, this.dice, 0).ofSchema(schema ?? {});
      return encodeURIComponent(text.replaceAll(/^"|"$/g, ''));
    };
    const hostile = (): string => this.dice.pick(name === 'after' ? HOSTILE_CURSORS : HOSTILE_TEXT);
    const pair = `${name}=${this.dice.chance(Math.max(hostility, 0.1)) ? hostile() : valid()}`;
    return this.dice.chance(hostility / 4) ? [pair, pair] : [pair];
  }

  private body({ path, body }: Operation, aim: Aim, hostility: number): SentBody {
    const { content } = body;
    if (content === undefined)
      return this.dice.chance(hostility) ? hostileBytes(this.dice) : { body: null, type: null };
    if ('multipart/form-data' in content) return formBody(this.dice, hostility);
    const collection = /([^/]+)\/(?:filter|count)$/.exec(path)?.[1];
    if (collection !== undefined && this.dice.chance(0.5)) {
      const text = new FilterMaker(this.seeded.registry, this.dice).body(collection);
      return { body: Buffer.from(text), type: 'application/json' };
    }
    const generator = new ValueGenerator(this.document, this.dice, hostility);
    const schema = content['application/json']?.schema ?? {};
    const text =
      aim.body !== undefined && this.dice.chance(0.6)
        ? generator.changed(aim.body)
        : generator.ofSchema(schema);
    const sent = { body: Buffer.from(text), type: 'application/json' };
    return this.dice.chance(hostility / 3) ? spoil(sent, this.dice) : sent;
  }
}

/** A header of which HTTP allows one replaces the one that is there. */
function addHeader(headers: [string, string][], [name, value]: readonly [string, string]): void {
  const at = headers.findIndex(([present]) => present === name);
  if (at >= 0) headers.splice(at, 1);
  headers.push([name, value]);
}
