import { identifyAffected } from '../../graph/identity/identify-platform.ts';
import type { Architecture } from '../../model/advisories.ts';
import type { HostSystem } from '../../model/host.ts';
import { WINDOWS_RELEASES, type WindowsRelease } from '../../model/windows-releases.ts';

/** A platform that a system may be, and the products' keys by which its own rows go. */
export interface SystemPlatform {
  /** `Platform.key`: 'windows-7-sp1-x64'. */
  key: string;
  label: string;
  /** The keys of products that are this system and no other edition of its family. */
  products: ReadonlySet<string>;
}

/** What a system's own words say that it is. */
export interface ReadSystem {
  /** The likeliest first; several where the capture leaves something open. */
  platforms: SystemPlatform[];
  release: WindowsRelease | null;
  /** What was taken for granted. */
  assumed: string[];
}

const SERVER_WORDS = /\bserver\b|hyper-v|azure stack/i;

/** The release that a version names, '10.0.17134'. */
export function releaseOf(version: string): WindowsRelease | null {
  const [, kernel, build] = /^(\d+\.\d+)\.(\d+)/.exec(version) ?? [];
  return WINDOWS_RELEASES.find((release) => release.kernel === kernel && release.build === Number(build)) ?? null;
}

/** The platforms that a system may be, by its build and, where that is unknown, by its name; none where neither tells. */
export function readSystem(system: HostSystem): ReadSystem {
  const release = system.version === null ? null : releaseOf(system.version);
  if (release === null) {
    // A build that nobody knows is not what its name says: 'Windows 11' is many releases.
    const names = system.name === null || system.version !== null ? [] : unique(namesAt(system.name, system));
    return {
      platforms: names.map((name) => platformNamed(name, system.name)),
      release,
      assumed: assumedOf(system, names),
    };
  }
  const { client, server } = release;
  const isServer = system.name === null ? null : SERVER_WORDS.test(system.name) || client === null;
  const isX64Edition = /\bxp\b|x64 edition/i.test(system.name ?? '') && !SERVER_WORDS.test(system.name ?? '');
  const ordered = isServer === true ? [server ?? client] : isServer === false ? [client ?? server] : [client, server];
  const called = release.kernel === '5.2' && isServer === false && !isX64Edition ? [server] : ordered;
  const level = release.servicePack ?? system.servicePack;
  const names = unique(
    unique(called).flatMap((name) => (name === null ? [] : namesAt(name, { ...system, servicePack: level }))),
  );
  const isOpen = isServer === null && unique(ordered).length > 1;
  const assumed = [...(isOpen ? ['whether it is a server'] : []), ...assumedOf(system, names)];
  return { platforms: names.map((name) => platformNamed(name, system.name)), release, assumed };
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

function platformNamed(name: string, own: string | null): SystemPlatform {
  const { platform, product } = identifyAffected(name);
  const products = new Set([product.key]);
  // 'Windows XP Media Center Edition 2005' has rows of its own beside those of Windows XP.
  const named = own === null ? null : identifyAffected(own);
  if (named?.platform && named.platform.family === platform?.family) products.add(named.product.key);
  return { key: platform?.key ?? product.key, label: platform?.label ?? product.label, products };
}

/** The names of a release at a service pack and architecture, as feeds write them; several where one of them is not told. */
function namesAt(release: string, { servicePack, architecture }: HostSystem): string[] {
  const name = release.replace(/^Microsoft /, '');
  const levels = servicePack === null ? (LEVELS_OF.find(([line]) => line.test(name))?.[1] ?? ['']) : [servicePack];
  return levels.flatMap((level) => {
    const architectures = architecture === null ? (['x64', 'x86'] as const) : [architecture];
    const written = architectures.flatMap((one) =>
      writtenFor(name, one).map((own) => own + (level === '' ? '' : ` Service Pack ${level}`)),
    );
    // Server 2008 was released as Service Pack 1, the x64 editions of XP and Server 2003 with it; feeds leave that out.
    const isFirst = level === '1' && FIRST_IS_SP1.test(name);
    return isFirst ? [...architectures.flatMap((one) => firstWritten(name, one)), ...written] : written;
  });
}

/** Systems of which some or all were first released at the level of Service Pack 1. */
const FIRST_IS_SP1 = /Server 2008(?! R2)|Server 2003|XP Professional x64/;

const firstWritten = (name: string, architecture: Architecture): string[] =>
  name.includes('Server 2003') && architecture !== 'x64' ? [] : writtenFor(name, architecture);

/** Where a capture does not tell the service pack, the last one of the line is the likeliest. */
const LEVELS_OF: readonly (readonly [RegExp, readonly string[]])[] = [
  [/Windows NT 4/, ['6a', '6', '5', '4', '3']],
  [/Windows 2000/, ['4', '3', '2', '1', '']],
  [/Windows XP Professional x64/, ['2', '1', '']],
  [/Windows XP/, ['3', '2', '1', '']],
  [/Server 2003/, ['2', '1', '']],
  [/Vista|Server 2008(?! R2)/, ['2', '1', '']],
  [/Windows 7|Server 2008 R2/, ['1', '']],
];

function writtenFor(name: string, architecture: Architecture): string[] {
  const isServer = name.includes('Server');
  if (/XP Professional x64/.test(name) || /Windows NT|Windows 2000/.test(name)) return [name];
  if (/Windows XP|Server 2003|Vista/.test(name)) {
    // On x64, XP is an edition of its own, with Server 2003's build.
    if (architecture === 'x64' && !name.includes('XP')) return [`${name} x64 Edition`];
    return [architecture === 'ia64' ? `${name} for Itanium-based Systems` : name];
  }
  if (isServer && !/2008/.test(name)) return [name];
  const systems = { x86: '32-bit', x64: 'x64-based', arm64: 'ARM64-based', ia64: 'Itanium-based' }[architecture];
  const plain = `${name} for ${systems} Systems`;
  // The first release of Windows 11 stands without its version in some rows.
  return /Windows 11 version 21H2/i.test(name) ? [plain, `Windows 11 for ${systems} Systems`] : [plain];
}

function assumedOf({ architecture, servicePack, version }: HostSystem, names: readonly string[]): string[] {
  if (names.length < 2) return [];
  const release = version === null ? null : releaseOf(version);
  const isOpen = servicePack === null && (release === null || release.servicePack === null);
  return [...(architecture === null ? ['the architecture'] : []), ...(isOpen ? ['the service pack'] : [])];
}
