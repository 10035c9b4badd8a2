import { Refusal } from '../../domain/base/refusal.ts';

/** A refusal of a line whose arguments and options do not go together. */
export function refuseUsage(message: string, hint: string | null = null, code = 'options-exclude'): Refusal {
  return new Refusal(code, message, hint, 'usage');
}
