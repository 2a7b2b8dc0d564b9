import { createHash } from 'node:crypto';
import XLSX from '@e965/xlsx';
import { describe, expect, jest, test } from '@jest/globals';
import { encrypt } from 'officecrypto-tool';
import { readWorkbook } from '../../pipeline/formats/index.ts';
import { isRefusal } from '../../pipeline/model/refusal.ts';

jest.setTimeout(120_000);

const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['项目', 1234.5]]), '支出进度');
const xlsx: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });

async function read(bytes: Uint8Array, passwords: readonly string[] = []) {
  return readWorkbook({ path: '甲镇.xlsx', bytes, sha256: 'a' }, { passwords });
}

async function firstRow(bytes: Uint8Array, passwords: readonly string[] = []) {
  const result = await read(bytes, passwords);
  if (isRefusal(result)) return result.code;
  return [result.format, result.sheets[0]?.value(1, 1), result.sheets[0]?.value(1, 2)];
}

describe.each([
  ['agile encryption', 'xlsx', encrypt(xlsx, { password: '示例-2023' })],
  ['standard encryption', 'xlsx', encrypt(xlsx, { password: '示例-2023', type: 'standard' })],
  ['RC4 in an .xls', 'xls', rc4Workbook('示例-2023')],
])('%s', (_, format, bytes) => {
  test('is refused without a password, with what to do', async () => {
    expect(await read(bytes)).toMatchObject({
      code: 'ENCRYPTED',
      message: { zh: '有打开密码。请在 WPS/Excel 中取消密码后另存为 .xlsx。' },
    });
  });

  test('is refused with wrong passwords', async () => {
    expect(await read(bytes, ['', '123456'])).toMatchObject({
      code: 'ENCRYPTED',
      message: { zh: '有打开密码（所给密码都不对）。请在 WPS/Excel 中取消密码后另存为 .xlsx。' },
    });
  });

  test('is read with the right one among several', async () => {
    expect(await firstRow(bytes, ['123456', '示例-2023'])).toEqual([format, '项目', 1234.5]);
  });
});

test('a protected workbook that every program opens without asking is read', async () => {
  expect(await firstRow(encrypt(xlsx, { password: 'VelvetSweatshop' }))).toEqual(['xlsx', '项目', 1234.5]);
  expect(await firstRow(rc4Workbook('VelvetSweatshop'))).toEqual(['xls', '项目', 1234.5]);
});

test('a file that asks for endless rounds of hashing is stopped', async () => {
  const container = XLSX.CFB.read(encrypt(xlsx, { password: 'x' }), { type: 'buffer' });
  const info = Buffer.from(XLSX.CFB.find(container, '/EncryptionInfo')?.content ?? []).toString('latin1');
  const endless = Buffer.from(info.replace('spinCount="100000"', 'spinCount="2000000000"'), 'latin1');
  expect(endless.length).toBeGreaterThan(info.length);
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', endless);
  const bytes = Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }));
  expect(await read(bytes, ['x'])).toMatchObject({ code: 'TIMEOUT' });
  expect(await firstRow(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }))).toEqual([
    'xls',
    '项目',
    1234.5,
  ]);
});

test('what is encrypted by unknown means is refused as encrypted', async () => {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([9, 0, 9, 0, 0, 0, 0, 0]));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7));
  expect(await read(Buffer.from(XLSX.CFB.write(container, { type: 'buffer' })), ['x'])).toMatchObject({
    code: 'ENCRYPTED',
  });
});

/** The sample as an .xls encrypted with RC4, after [MS-XLS] 2.2.10 and [MS-OFFCRYPTO] 2.3.6; no library here writes it. */
function rc4Workbook(password: string): Uint8Array {
  const container = XLSX.CFB.read(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }), {
    type: 'buffer',
  });
  const plain = Buffer.from(XLSX.CFB.find(container, '/Workbook')?.content ?? []);
  const salt = Buffer.alloc(16, 3);
  const keyBase = md5(
    Buffer.concat(
      Array.from({ length: 16 }, () =>
        Buffer.concat([md5(Buffer.from(password, 'utf16le')).subarray(0, 5), salt]),
      ),
    ),
  ).subarray(0, 5);
  const blockKey = (block: number) =>
    md5(Buffer.concat([keyBase, Buffer.from(Uint32Array.of(block).buffer)]));

  const verifier = Buffer.alloc(16, 5);
  const sealed = rc4(blockKey(0), Buffer.concat([verifier, md5(verifier)]));
  const filePass = Buffer.concat([Buffer.from(Uint16Array.of(0x2f, 54, 1, 1, 1).buffer), salt, sealed]);
  const firstLength = 4 + plain.readUInt16LE(2);
  const stream = Buffer.concat([plain.subarray(0, firstLength), filePass, plain.subarray(firstLength)]);

  const keyStream = Buffer.concat(
    Array.from({ length: Math.ceil(stream.length / 1024) }, (_, block) =>
      rc4(blockKey(block), Buffer.alloc(1024)),
    ),
  );
  for (let position = 0; position + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(position);
    const length = stream.readUInt16LE(position + 2);
    let from = position + 4;
    if (type === 0x85) {
      stream.writeUInt32LE(stream.readUInt32LE(from) + filePass.length, from);
      from += 4; // the position of a sheet stays readable
    }
    const isPlain = [0x809, 0x2f, 0xe1].includes(type);
    for (let at = from; at < position + 4 + length && !isPlain; at += 1) {
      stream[at] = (stream[at] ?? 0) ^ (keyStream[at] ?? 0);
    }
    position += 4 + length;
  }
  XLSX.CFB.utils.cfb_add(container, '/Workbook', stream);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }));
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (one: number, other: number) => {
    const kept = state[one] ?? 0;
    state[one] = state[other] ?? 0;
    state[other] = kept;
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
