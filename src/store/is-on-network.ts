import { statfsSync } from 'node:fs';

/**
 * The numbers by which Linux knows file systems that other machines may share: NFS, SMB in three forms, FUSE (as
 * for sshfs), AFS in two, Coda, Ceph, GPFS, Lustre, OCFS2, GFS2, BeeGFS, and 9p and folders shared with a virtual
 * machine.
 */
const SHARED: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x5346414f, 0x6b414653, 0x73757245, 0x00c36400,
  0x47504653, 0x0bd00bd0, 0x7461636f, 0x01161970, 0x19830326, 0x01021997, 0x786f4256,
]);

/**
 * Whether a file lies in a file system that other machines may share. A write-ahead log needs memory
 * that all who use the file share, which no two machines do.
 */
export function isOnNetwork(path: string): boolean {
  try {
    return SHARED.has(statfsSync(path).type >>> 0);
  } catch {
    return false;
  }
}
