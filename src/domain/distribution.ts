/** STUB */
export interface Distribution {
  quantile(p: number): number;
  chance(x: number): number;
}
