import { crc32, deflateRawSync } from 'node:zlib';

/** What an archive says about its files, when that is not true. */
interface Claims {
  readonly flags?: number;
  readonly method?: number;
  readonly sum?: number;
  readonly size?: number;
  readonly count?: number;
}

/** A zip archive with these files; `claims` are written into its headers instead of the truth. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>, claims: Claims = {}): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [fileName, content] of Object.entries(files)) {
    const name = Buffer.from(fileName);
    const packed = deflateRawSync(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800 | (claims.flags ?? 0), 2);
    shared.writeUInt16LE(claims.method ?? 8, 4);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(claims.sum ?? crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims.size ?? Buffer.byteLength(content), 18);
    shared.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, rest, name]));
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(claims.count ?? entries.length, 8);
  end.writeUInt16LE(claims.count ?? entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}
