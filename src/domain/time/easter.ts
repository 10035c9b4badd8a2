import { type Day, dayOf } from './calendar.ts';

/**
 * Easter Sunday of a year by the Gregorian calendar, from which Good Friday and other movable feasts are counted. The
 * rule is the "anonymous Gregorian algorithm" (Nature, 1876; J. Meeus, Astronomical Algorithms, chapter 8).
 */
export function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  // The place of the year in the cycle of 19 years after which the moon has the same phases on the same days.
  const golden = year % 19;
  const leapCorrection = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + leapCorrection - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * late + 114;
  return dayOf(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
}
