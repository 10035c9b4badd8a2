import type { ValueChecks } from '../../src/domain/streams/value-checks.ts';

/** Without a system to ask, any name may be a zone, and any words a setting. */
export const ANY_VALUES: ValueChecks = {
  isZone: (name) => /^[\w+-]+(?:[/:][\w+-]+)*$/.test(name),
  isSetting: () => true,
};
