import { describe, expect, it } from 'vitest';
import * as commands from '../../src/cli/commands/registry.ts';
import { kbgraph } from './run-in-process.ts';

const names = Object.keys(commands);

describe('help', () => {
  it('lists every command with one line', async () => {
    const { code, out, err } = await kbgraph(['--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} +\\w.{20,}$`, 'm'));
  });

  it('is what the program says without a command', async () => {
    expect(await kbgraph([])).toEqual(await kbgraph(['--help']));
  });

  it.each(names)('of %s shows its use with examples, on lines that fit a terminal', async (name) => {
    const { code, out } = await kbgraph([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Examples:\n');
    expect(out).toMatch(new RegExp(`^  kbgraph ${name}`, 'm'));
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('has no colours where there is no terminal, or where NO_COLOR is set', async () => {
    const esc = String.fromCharCode(27);
    expect((await kbgraph(['--help'])).out).not.toContain(esc);
    expect((await kbgraph(['--help'], { terminal: 80, env: { NO_COLOR: '1' } })).out).not.toContain(esc);
    expect((await kbgraph(['--help'], { terminal: 80 })).out).toContain(esc);
  });

  it('gives the version of the package', async () => {
    expect((await kbgraph(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong words', () => {
  it.each([
    [['pars', 'x'], "There is no command 'pars'. Did you mean 'parse'? 'kbgraph --help' lists the commands."],
    [['parse'], 'PATH is missing. Add --help to see how it is used.'],
    [['build', '--jso', 'x'], 'There is no flag --jso. Did you mean --json? Add --help to see how it is used.'],
    [['stats', '-x'], 'There is no flag -x. Add --help to see how it is used.'],
    [['show', 'a', 'b'], "'b' is one word too many. Add --help to see how it is used."],
    [['search', 'x', '--limit'], '--limit needs a value. Add --help to see how it is used.'],
    [
      ['search', 'x', '--limit', '2.5'],
      "--limit takes a whole number from 1 to 1000, not '2.5'. Add --help to see how it is used.",
    ],
    [
      ['serve', '--port', '99999'],
      "--port takes a whole number from 0 to 65535, not '99999'. Add --help to see how it is used.",
    ],
    [['show', '--graph', 'a', '--graph', 'b'], '--graph was given more than once. Add --help to see how it is used.'],
  ])('%j give one sentence and exit code 2', async (words, sentence) => {
    expect(await kbgraph(words)).toEqual({ code: 2, out: '', err: `${sentence}\n` });
  });

  it('cannot write to the terminal through a command name', async () => {
    const { err } = await kbgraph(['\x1b[2Jevil'], { terminal: 80, env: { NO_COLOR: '1' } });
    expect(err).toContain("'\\u{1b}[2Jevil'");
  });
});
