import type { SearchHit } from '../../domain/streams/search-hit.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A search hit as fields. */
export function plainSearchHit(
  { kind, at, text, client, project, commitment }: SearchHit,
  view: ViewContext,
): string[] {
  return [
    commitment ? String(commitment.number) : '',
    nameOf(client, view) ?? '',
    kind,
    toLocalIso(at, view.calendar),
    text,
    commitment?.title ?? project ?? '',
    commitment?.state ?? '',
  ];
}
