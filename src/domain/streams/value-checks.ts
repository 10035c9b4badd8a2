/** Checks of values in events that only the outside of the domain can make. */
export interface ValueChecks {
  /** Whether this machine knows a zone: an IANA name, or an offset from UTC such as `+02:00`. */
  readonly isZone: (name: string) => boolean;
  /** Whether a value can be read as that of a setting that a client may have. */
  readonly isSetting: (key: string, value: string) => boolean;
}
