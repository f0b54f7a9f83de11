import { UsageError } from '../model/diagnostic.ts';
import type { HostCapture, HostSystem } from '../model/host.ts';
import type { CaptureFormat } from './capture-format.ts';
import { captureLines, plainSpaces } from './capture-lines.ts';
import { decodeCapture } from './decode-capture.ts';
import { fullBuildIn } from './full-build.ts';
import * as registry from './registry.ts';

const formats: readonly CaptureFormat[] = Object.values(registry);

/** A capture of a machine is a page or two; a registry's may have some thousand keys. */
const MOST_BYTES = 64 * 1024 * 1024;
const SHOWN_CHARACTERS = 60;

/** The names of the formats that claim a text; one, or none where it is no capture. */
export function claimingFormats(text: string): string[] {
  return formats.filter((format) => format.read(text) !== null).map(({ name }) => name);
}

/** What a capture says; what is none is UsageError 'no-capture', with what it begins with and what is expected. */
export function readCapture(source: string, bytes: Buffer): HostCapture {
  const named = source === '-' ? 'the standard input' : `'${source}'`;
  if (bytes.length > MOST_BYTES) {
    throw new UsageError(
      'no-capture',
      `${named} has ${bytes.length} bytes; a capture of a machine has at most ${MOST_BYTES}.`,
    );
  }
  const text = decodeCapture(bytes);
  if (text === null) throw new UsageError('no-capture', `${named} is no text. ${expected()}`);
  for (const { name, read } of formats) {
    const capture = read(text);
    if (capture !== null) return { format: name, source, ...capture, system: withBanner(capture.system, text) };
  }
  const first = captureLines(text)
    .map(plainSpaces)
    .find((line) => line !== '');
  const begins =
    first === undefined
      ? 'is empty'
      : `begins with '${first.slice(0, SHOWN_CHARACTERS)}', which is no capture that is known`;
  throw new UsageError('no-capture', `${named} ${begins}. ${expected()}`);
}

/** A capture from a console may have its banner above: the revision of the build stands there and hardly anywhere else. */
function withBanner(system: HostSystem, text: string): HostSystem {
  if (system.revision !== null) return system;
  const told = fullBuildIn(text.slice(0, BANNER_UNITS));
  if (told === null || (system.version !== null && system.version !== told.version)) return system;
  return { ...system, ...told };
}

const BANNER_UNITS = 64 * 1024;

const expected = (): string => `Expected is one of: ${formats.map(({ brief }) => brief).join('; ')}.`;
