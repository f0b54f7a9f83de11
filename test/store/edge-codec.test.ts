import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteReader } from '../../src/store/byte-reader.ts';
import { createByteWriter } from '../../src/store/byte-writer.ts';
import { readEdgeBody, writeEdgeBody } from '../../src/store/edge-codec.ts';

describe('bytes', () => {
  it('give back numbers and strings in the order that they were put', () => {
    const piece = fc.oneof(fc.maxSafeNat(), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const writer = createByteWriter();
        for (const value of pieces) typeof value === 'number' ? writer.number(value) : writer.string(value);
        const reader = createByteReader(writer.view());
        for (const value of pieces) expect(typeof value === 'number' ? reader.number() : reader.string()).toBe(value);
        expect(reader.isAtEnd()).toBe(true);
      }),
    );
  });

  it('end with an error, not with rubbish', () => {
    expect(() => createByteReader(Buffer.from([0x80])).number()).toThrow(RangeError);
    expect(() => createByteReader(Buffer.from([5, 65])).string()).toThrow(RangeError);
  });
});

describe('an edge', () => {
  const plain = {
    basis: 'stated',
    rule: 'extract/references',
    scope: null,
    group: null,
    orLater: false,
    file: null,
  } as const;

  it('takes about ten bytes when it is plain', () => {
    const writer = createByteWriter();
    writeEdgeBody({ ...plain, evidence: [{ article: '260695', copy: 0, from: 1200, to: 1290 }] }, 3, writer);
    expect(writer.length).toBeLessThanOrEqual(10);
    const rules = ['a', 'b', 'c', 'extract/references'];
    expect(readEdgeBody(createByteReader(writer.view()), rules).evidence).toEqual([
      { article: '260695', copy: 0, from: 1200, to: 1290 },
    ]);
  });

  it.each(['0', '7', '260695', '007', '12345678901234567890', 'reading-list', ''])(
    'keeps the article %j as it is',
    (id) => {
      const writer = createByteWriter();
      writeEdgeBody({ ...plain, evidence: [{ article: id, copy: 2, from: 5, to: 5 }] }, 0, writer);
      const { evidence } = readEdgeBody(createByteReader(writer.view()), ['extract/references']);
      expect(evidence).toEqual([{ article: id, copy: 2, from: 5, to: 5 }]);
    },
  );

  it('keeps what an inferred one rests on, and has nothing of the kind where nothing was said', () => {
    const writer = createByteWriter();
    const because = 'Ese.dll 5.5.2652.6 on Exchange Server 5.5 against 5.5.2651.81';
    writeEdgeBody({ ...plain, basis: 'inferred', because, evidence: [] }, 0, writer);
    writeEdgeBody({ ...plain, evidence: [] }, 0, writer);
    const reader = createByteReader(writer.view());
    expect(readEdgeBody(reader, ['graph/newer-files'])).toMatchObject({ basis: 'inferred', because });
    expect(readEdgeBody(reader, ['extract/references'])).not.toHaveProperty('because');
  });

  it('of a rule that the store does not list is an error', () => {
    const writer = createByteWriter();
    writeEdgeBody({ ...plain, evidence: [] }, 9, writer);
    expect(() => readEdgeBody(createByteReader(writer.view()), ['only'])).toThrow(RangeError);
  });
});
