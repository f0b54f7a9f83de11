import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowQuotation, textBlocks } from '../../viz/article/text-blocks.ts';

const ARTICLE = `TITLE   :XADM: The Information Store Stops After a Fix
PRODUCT :Microsoft Exchange
======================================================================
SYMPTOMS
========

After you install this fix, the information store may stop responding to clients
that connect by way of the Internet Message Access Protocol, and the event log of
the server names it.

 - Install the latest service pack for Exchange Server 5.5, which has the newer
   build of the file.
 - Restart the server.

   Q100001 XADM: One Title That Is Rather Long but Does Not Reach the Margin
   Q100002 XADM: Another Title

   Date      Version       File name
   02/11/00  5.5.2651.44   Store.exe
   +-----------+
   | Store.exe |
   +-----------+

Keywords          : kbfile kbbug
Technology        : kbExchangeSearch kbExchange550
`;

describe('the blocks of a text', () => {
  const { flowing, blocks } = textBlocks(ARTICLE);
  const words = (kind: string) =>
    blocks.filter((block) => block.kind === kind).map(({ from, to }) => flowing.slice(from, to));

  test('let a wrapped paragraph flow, and leave lists, headings and last lines as they are', () => {
    const prose = words('prose').join('');
    expect(prose).toContain('may stop responding to clients that connect by way');
    expect(prose).toContain('the event log of the server names it.\n\n');
    expect(prose).toContain('which has the newer build of the file.\n - Restart');
    expect(prose).toContain('Reach the Margin\n   Q100002');
    expect(prose).toContain('SYMPTOMS\n');
    expect(prose).toContain('Keywords          : kbfile kbbug\nTechnology');
    expect(words('indent')).toEqual(['   ']);
  });

  test('keep the columns of tables, and tell ruled lines from dashes', () => {
    const table = words('table').join('');
    expect(table).toContain('02/11/00  5.5.2651.44   Store.exe\n   +-----------+\n   | Store.exe |\n');
    expect(words('rule').map((rule) => rule.trim()[0])).toEqual(['=', '=']);
  });

  test('cover every character once, in order, and change no other than ends of lines', () => {
    const line = fc.stringMatching(/^[ |a-z=+-]{0,90}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, ends) => {
        const text = lines.join('\n') + (ends ? '\n' : '');
        const made = textBlocks(text);
        expect(made.flowing.replaceAll('\n', ' ')).toBe(text.replaceAll('\n', ' '));
        let at = 0;
        for (const { from, to } of made.blocks) {
          expect([from, to > from]).toEqual([at, true]);
          at = to;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});

test.each([
  ['a sentence', 'after you apply the\nfixes that\nare described:', 'after you apply the fixes that are described:'],
  ['rows', '| a | b |\n| c | d |', '| a | b |\n| c | d |'],
  ['columns', '02/11/00  12:00    1,024   a.dll\n02/11/00  12:01    2,048   b.dll', null],
  ['items', 'the fixes:\n - one that is\n   long\n - two', 'the fixes:\n - one that is    long\n - two'],
])('a quotation of %s flows where its lines say nothing', (_name, quote, wanted) => {
  expect(flowQuotation(quote)).toBe(wanted ?? quote);
});
