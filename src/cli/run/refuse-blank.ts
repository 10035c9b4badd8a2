import { Refusal } from '../../domain/base/refusal.ts';

/** Throws a Refusal if the name of a file is blank, as when a variable in a script is empty. */
export function refuseBlank(file: string): void {
  if (file.trim() !== '') return;
  throw new Refusal('blank-name', 'The name of the file is blank.', 'Name a file.', 'usage');
}
