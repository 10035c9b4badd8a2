/** What the error codes of the operating system mean, as the second half of a sentence. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'that disk may only be read',
  ENOSPC: 'there is no room left',
  EPIPE: 'nobody reads it any more',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'a file may not grow that large here',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'there is something else of that name',
  ENOTEMPTY: 'there is something else of that name',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EINVAL: 'the system does not allow that name',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the device failed',
  ENXIO: 'there is no such device',
  ENODEV: 'there is no such device',
  ESTALE: 'the disk is no longer there',
  EHOSTDOWN: 'the disk is no longer there',
  ENOTCONN: 'the disk is no longer there',
  EBUSY: 'something else is using it',
  ETXTBSY: 'something else is using it',
  EXDEV: 'it is on another disk',
  EBADF: 'it is not open for writing',
};

/** Why the operating system refused to do something with a file; null for any other error. */
export function whyFileFailed(error: unknown): string | null {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  if (typeof code !== 'string' || typeof syscall !== 'string') return null;
  return REASONS[code] ?? `the system says ${code}`;
}

/** Why something could not be done with a file, worded to follow a colon, whatever the error is. */
export function sayWhyFailed(error: unknown): string {
  return whyFileFailed(error) ?? (error as Error).message.replace(/\.$/, '');
}
