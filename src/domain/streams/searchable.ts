import type { Instant } from '../time/moment.ts';
import type { DomainEvent } from './events.ts';

/** Words that can be searched for, and when they were said. */
export interface Words {
  readonly at: Instant;
  readonly text: string;
}

/** The words of a fact that people look for later; null where there are none, or where another fact holds them too. */
export function searchable(event: DomainEvent): Words | null {
  const texts = textsOf(event).filter((text) => text !== undefined && text !== null && text !== '');
  return texts.length === 0 || !('at' in event) ? null : { at: event.at, text: texts.join(' \u00b7 ') };
}

function textsOf(event: DomainEvent): readonly (string | null | undefined)[] {
  switch (event.type) {
    case 'RequestRecorded':
      return [event.title, event.project, event.because, event.rightWhen];
    case 'PromiseMade':
    case 'PromiseAwaited':
    case 'ReplyOwed':
    case 'ComplaintRaised':
      return [event.title, event.project];
    case 'DateOffered':
    case 'DateRejected':
    case 'DateMoved':
    case 'Dropped':
      return [event.because];
    case 'UpdateGiven':
    case 'WordHeard':
    case 'ReplyGiven':
      // The words of a contact are found as its own.
      return event.contact ? [] : [event.text];
    case 'NoteAdded':
      return [event.text, event.link];
    case 'DetailsChanged':
      return [event.title, event.project, event.rightWhen];
    case 'ClientAdded':
    case 'ClientDetailsChanged':
    case 'NameAdopted':
      return [event.name];
    case 'PersonDescribed':
      return [event.name, event.email, event.role];
    case 'FactRemembered':
    case 'ContactRecorded':
      return [event.text];
    case 'QuestionAnswered':
      return [event.note];
    case 'DateAgreed':
    case 'PutInWriting':
    case 'UpdatePlanned':
    case 'EffortSpent':
    case 'Delivered':
    case 'PromiseKept':
    case 'AwaitedReceived':
    case 'Accepted':
    case 'Snoozed':
    case 'Reopened':
    case 'NumberGiven':
    case 'PersonLeft':
    case 'FactForgotten':
    case 'WordPlanned':
    case 'ClientMerged':
    case 'ContactReassigned':
    case 'AnswerReassigned':
    case 'AwayPlanned':
    case 'AwayCancelled':
      return [];
  }
}
