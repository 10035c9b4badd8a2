import type { Estimate, HoursRange } from '../../domain/streams/events.ts';
import type { Column } from './column.ts';

/** Hours, the bounds of a range, and the words. */
export function estimate(): Column<Estimate> {
  return {
    define: (name) => [
      `${name}_hours REAL NOT NULL`,
      `${name}_least REAL`,
      `${name}_most REAL`,
      `${name}_text TEXT`,
    ],
    write: ({ hours, range, text: typed }) => [hours, range?.[0] ?? null, range?.[1] ?? null, typed ?? null],
    read: (row, place) => {
      const [hours, least, most, typed] = row.slice(place, place + 4);
      return {
        hours: hours as number,
        ...(least != null && { range: [least, most] as HoursRange }),
        ...(typed != null && { text: typed as string }),
      };
    },
  };
}
