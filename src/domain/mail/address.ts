import { isPublicProvider } from '../base/public-providers.ts';

/** An address without what stands after a plus in it, which names a folder of the same person (RFC 5233). */
export function withoutTag(address: string): string {
  return address.replace(/^([^@+]+)\+[^@]*(?=@)/, '$1');
}

/** Whether two addresses are those of the same person. */
export function isSameAddress(one: string, other: string): boolean {
  return withoutTag(one.toLowerCase()) === withoutTag(other.toLowerCase());
}

/** The domain that an address has because its owner works there; null if it is that of a public provider. */
export function ownDomainOf(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domain === '' || isPublicProvider(domain) ? null : domain;
}
