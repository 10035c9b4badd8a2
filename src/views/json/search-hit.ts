import type { SearchHit } from '../../domain/streams/search-hit.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A search hit as programs see it. For a contact, id, title and state are those of the commitment it was about. */
export function searchHitJson(
  { kind, at, text, client, project, commitment }: SearchHit,
  view: ViewContext,
): object {
  return {
    id: commitment?.number ?? null,
    client: nameOf(client, view),
    kind,
    at: toLocalIso(at, view.calendar),
    text,
    title: commitment?.title ?? project,
    state: commitment?.state ?? null,
  };
}
