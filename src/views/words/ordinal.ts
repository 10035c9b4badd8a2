const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Which one it is in a row, from 1: "first", "tenth", "11th", "22nd". */
export function ordinal(place: number): string {
  return WORDS[place - 1] ?? `${place}${suffix(place)}`;
}

function suffix(place: number): string {
  const isTeen = place % 100 > 10 && place % 100 < 14;
  return (isTeen ? undefined : [undefined, 'st', 'nd', 'rd'][place % 10]) ?? 'th';
}
