/**
 * Products that come with one version of Windows and are serviced by its service packs: their articles call their
 * packages by the host's name ('the Windows NT 4.0 version of this fix'), and state its service packs as needed.
 */
export const HOST_FAMILIES: Readonly<Record<string, string>> = {
  'internet-information-server-2.0': 'windows-nt-4.0',
  'internet-information-server-3.0': 'windows-nt-4.0',
  'internet-information-server-4.0': 'windows-nt-4.0',
  'internet-information-services-5.0': 'windows-2000',
  'internet-information-services-5.1': 'windows-xp',
  'internet-information-services-6.0': 'windows-server-2003',
  'index-server-2.0': 'windows-nt-4.0',
  'windows-nt-4.0-option-pack': 'windows-nt-4.0',
};
