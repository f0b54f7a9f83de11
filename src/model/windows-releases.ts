/** One build of Windows that was released, and what it is called on clients and on servers. */
export interface WindowsRelease {
  /** Major and minor version: '10.0'. */
  kernel: string;
  build: number;
  /** 'Windows 10 Version 1803'; null where only servers have the build. */
  client: string | null;
  /** 'Windows Server 2019'; null where only clients have it. */
  server: string | null;
  /** The level that the build itself shows, '' for the release without one; null where service packs leave the build as it is. */
  servicePack: string | null;
}

const release = (
  version: string,
  client: string | null,
  server: string | null,
  servicePack: string | null = '',
): WindowsRelease => {
  const [major, minor, build] = version.split('.');
  return { kernel: `${major}.${minor}`, build: Number(build), client, server, servicePack };
};

/**
 * Builds as released. Names are those of Microsoft's security updates.
 * Source: learn.microsoft.com/windows/release-health/release-information, .../windows11-release-information and
 * .../windows-server-release-info; for older ones, the articles on service packs ('List of fixes included in …').
 */
export const WINDOWS_RELEASES: readonly WindowsRelease[] = [
  release('3.51.1057', 'Windows NT 3.51', 'Windows NT 3.51', null),
  release('4.0.1381', 'Windows NT 4.0', 'Windows NT 4.0', null),
  release('5.0.2195', 'Windows 2000', 'Windows 2000', null),
  release('5.1.2600', 'Windows XP', null, null),
  // XP Professional x64 Edition has the build of Server 2003; its name tells them apart.
  release('5.2.3790', 'Windows XP Professional x64 Edition', 'Windows Server 2003', null),
  release('6.0.6000', 'Windows Vista', null),
  release('6.0.6001', 'Windows Vista', 'Windows Server 2008', '1'),
  release('6.0.6002', 'Windows Vista', 'Windows Server 2008', '2'),
  // Updates of 2019 and later count Service Pack 2 on.
  release('6.0.6003', 'Windows Vista', 'Windows Server 2008', '2'),
  release('6.1.7600', 'Windows 7', 'Windows Server 2008 R2'),
  release('6.1.7601', 'Windows 7', 'Windows Server 2008 R2', '1'),
  release('6.2.9200', 'Windows 8', 'Windows Server 2012'),
  release('6.3.9600', 'Windows 8.1', 'Windows Server 2012 R2'),
  release('10.0.10240', 'Windows 10 Version 1507', null),
  release('10.0.10586', 'Windows 10 Version 1511', null),
  release('10.0.14393', 'Windows 10 Version 1607', 'Windows Server 2016'),
  release('10.0.15063', 'Windows 10 Version 1703', null),
  release('10.0.16299', 'Windows 10 Version 1709', 'Windows Server, version 1709'),
  release('10.0.17134', 'Windows 10 Version 1803', 'Windows Server, version 1803'),
  release('10.0.17763', 'Windows 10 Version 1809', 'Windows Server 2019'),
  release('10.0.18362', 'Windows 10 Version 1903', 'Windows Server, version 1903'),
  release('10.0.18363', 'Windows 10 Version 1909', 'Windows Server, version 1909'),
  release('10.0.19041', 'Windows 10 Version 2004', 'Windows Server, version 2004'),
  release('10.0.19042', 'Windows 10 Version 20H2', 'Windows Server, version 20H2'),
  release('10.0.19043', 'Windows 10 Version 21H1', null),
  release('10.0.19044', 'Windows 10 Version 21H2', null),
  release('10.0.19045', 'Windows 10 Version 22H2', null),
  release('10.0.20348', null, 'Windows Server 2022'),
  release('10.0.22000', 'Windows 11 version 21H2', null),
  release('10.0.22621', 'Windows 11 Version 22H2', null),
  release('10.0.22631', 'Windows 11 Version 23H2', null),
  release('10.0.25398', null, 'Windows Server 2022, 23H2 Edition'),
  release('10.0.26100', 'Windows 11 Version 24H2', 'Windows Server 2025'),
  release('10.0.26200', 'Windows 11 Version 25H2', null),
  release('10.0.28000', 'Windows 11 Version 26H1', null),
];
