import type { RecordType } from '../catalog/record-type';

/** A type as it was when its row had this version. */
export interface VersionedType {
  readonly version: string;
  readonly type: RecordType;
}

interface CachedType extends VersionedType {
  readonly bytes: number;
}

interface CachedWorkspace {
  readonly types: Map<string, CachedType>;
  bytes: number;
}

/** Estimated bytes of the objects of a type and of a field, without their texts. */
const OBJECT_BYTES = 250;
/** The maximum share of the cache for one workspace. */
const WORKSPACE_PART = 1 / 8;

/**
 * Types by workspace and id, for at most `maxBytes` of memory; least recently used types are dropped
 * first. A type is valid only for the version under which it was put: the caller must read the present
 * version of its row from the database.
 */
export class TypeCache {
  /** The workspace that was used last comes last, and so do its types. */
  private readonly workspaces = new Map<string, CachedWorkspace>();
  private total = 0;

  constructor(private readonly maxBytes: number) {}

  /** About how many bytes of memory the types take. */
  get bytes(): number {
    return this.total;
  }

  /**
   * A cached type, which counts as used; null when there is none. Valid only while the row of the type
   * has its version.
   */
  get(workspaceId: string, id: string): VersionedType | null {
    const workspace = this.workspaces.get(workspaceId);
    const cached = workspace?.types.get(id);
    if (!workspace || !cached) return null;
    moveToEnd(workspace.types, id, cached);
    moveToEnd(this.workspaces, workspaceId, workspace);
    return cached;
  }

  put(workspaceId: string, version: string, type: RecordType): void {
    const cached = { version, type, bytes: sizeOf(type) };
    this.drop(workspaceId, type.id);
    if (cached.bytes > this.maxBytes * WORKSPACE_PART) return;
    const workspace = this.workspaces.get(workspaceId) ?? { types: new Map<string, CachedType>(), bytes: 0 };
    while (workspace.bytes + cached.bytes > this.maxBytes * WORKSPACE_PART) {
      this.dropOldest(workspaceId, workspace);
    }
    while (this.total + cached.bytes > this.maxBytes) {
      const [oldest] = this.workspaces;
      if (oldest) this.dropOldest(...oldest);
    }
    workspace.types.set(type.id, cached);
    workspace.bytes += cached.bytes;
    this.total += cached.bytes;
    moveToEnd(this.workspaces, workspaceId, workspace);
  }

  private dropOldest(workspaceId: string, { types }: CachedWorkspace): void {
    const [id] = types.keys();
    if (id !== undefined) this.drop(workspaceId, id);
  }

  private drop(workspaceId: string, id: string): void {
    const workspace = this.workspaces.get(workspaceId);
    const cached = workspace?.types.get(id);
    if (!workspace || !cached) return;
    workspace.types.delete(id);
    workspace.bytes -= cached.bytes;
    this.total -= cached.bytes;
    if (workspace.types.size === 0) this.workspaces.delete(workspaceId);
  }
}

function moveToEnd<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
}

/** About the bytes of memory of a type: V8 keeps a text in one or two bytes a character. */
function sizeOf({ identifier, fields }: RecordType): number {
  const texts = fields.map(
    ({ key, label, defaultValue }) => key.length + label.length + (defaultValue?.length ?? 0),
  );
  return (
    OBJECT_BYTES * (1 + fields.length) +
    2 * (identifier.length + texts.reduce((sum, length) => sum + length, 0))
  );
}
