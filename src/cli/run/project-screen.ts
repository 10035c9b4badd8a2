import { knownProject, readShownProject } from '../../app/projects.ts';
import { lazy } from '../../domain/base/memo.ts';
import type { Project } from '../../domain/streams/project.ts';
import { projectJson, shownProjectJson } from '../../views/json/project.ts';
import { plainProject } from '../../views/plain/project.ts';
import { describeProject, showProject } from '../../views/terminal/project.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';

/** A project with everything about it. */
export function projectScreen(session: Session, project: Project): Screen {
  const view = session.viewContext();
  const shown = lazy(() => readShownProject(session.open('read'), project));
  return {
    json: () => shownProjectJson(shown(), view),
    plain: () => [plainProject(shown().cost, view)],
    text: () => showProject(shown(), view),
  };
}

/** A project after a write: where it stands now. `remarks` say what else was recorded. */
export function projectScreenAfter(session: Session, name: string, remarks: readonly string[] = []): Screen {
  const context = session.open('read');
  const view = session.viewContext();
  // Read again, because it was changed.
  const project = knownProject(context.db, name, { isRecorded: true });
  if (project === null) throw new Error(`The project ${name} is gone.`);
  const shown = lazy(() => readShownProject(context, project));
  return {
    isEcho: true,
    json: () => projectJson(shown().cost, view),
    plain: () => [plainProject(shown().cost, view)],
    text: () => [...describeProject(shown().cost, view), ...remarks].join('\n'),
  };
}
