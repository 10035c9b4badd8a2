import type { Evidence } from '../../domain/streams/delivery-events.ts';
import { estimateIn } from '../../domain/streams/estimate-fields.ts';
import {
  type DateCorrection,
  NO_REASON,
  type Reckoning,
  type StoryEvent,
} from '../../domain/streams/events.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { sayMoment } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayEstimate, sayHours, sayShare } from './amount.ts';
import { sayEvidence } from './proof.ts';
import { asRunningText } from './running-text.ts';
import { saySpent } from './spent.ts';
import { because, by } from './story-clauses.ts';
import { sayComplaintEvent } from './story-of-complaint.ts';
import { sayPriceEvent } from './story-of-price.ts';
import { sayDate, sayDistance } from './time.ts';

/** One event of a commitment as a sentence of its story. Safe to print. */
export function sayEvent(event: StoryEvent, view: ViewContext): string {
  const { calendar, now } = view;
  return printable(sentence());

  function sentence(): string {
    switch (event.type) {
      case 'RequestRecorded': {
        const estimate = estimateIn(event);
        return [
          `${asker(event)} asked for it${by(event.via)}`,
          event.wantedBy ? `, for ${date(event.wantedBy)}` : '',
          because(event.because),
          estimate === null ? '.' : `. Estimated at ${sayEstimate(estimate)}.`,
          event.rightWhen ? ` It is right when: ${event.rightWhen}.` : '',
        ].join('');
      }
      case 'PromiseMade':
        if (event.occurrence?.byItself) return `Its time came round again: due ${date(event.due)}.`;
        if (event.unsaid)
          return `You mean to do it for ${name(event.client) ?? 'yourself'} by ${date(event.due)}.`;
        return `You promised it to ${name(event.client) ?? 'yourself'} by ${date(event.due)}${by(event.via)}.`;
      case 'PromiseAwaited':
        if (event.occurrence?.byItself) return `Its time came round again: due ${date(event.due)}.`;
        return event.contact
          ? `You asked ${name(event.who)} for it${by(event.via)}, expecting it by ${date(event.due)}.`
          : `${withPerson(name(event.who) ?? 'somebody', event.person)} promised it by ${date(event.due)}${by(event.via)}.`;
      case 'ReplyOwed':
        return event.decided
          ? `${asker(event)} decided it${by(event.via)}; to be confirmed in writing by ${date(event.due)}.`
          : event.restOf === undefined
            ? `${asker(event)} asked${by(event.via)}; ${event.order === 'next' ? 'another' : 'an'} answer is owed by ${date(event.due)}.`
            : `Your answer to ${view.numberOf(event.restOf)} left it open; another is owed by ${date(event.due)}.`;
      case 'ComplaintRaised':
        return `${asker(event)} complained${by(event.via)}.`;
      case 'DateOffered':
        return `You offered ${date(event.date)}${by(event.via)}${because(event.because)}${sure(event.reckoning)}.`;
      case 'DateRejected':
        return `They said no${by(event.via)}${event.because === NO_REASON ? ', and gave no reason' : because(event.because)}${
          event.wanted ? `; they want ${date(event.wanted)}` : ''
        }.`;
      case 'DateAgreed':
        return `Agreed on ${date(event.date)}${by(event.via)}, ${written(event.inWriting)}.`;
      case 'DateMoved':
        if (event.late?.was)
          return `Moved from ${date(event.late.was)} to ${date(event.date)}${by(event.via)}${because(event.because)}, ${written(event.inWriting)}.`;
        return `Moved to ${date(event.date)}${by(event.via)}${because(event.because)}, ${written(event.inWriting)}.`;
      case 'PutInWriting':
        return `Confirmed in writing${by(event.via)}.`;
      case 'UpdateGiven':
        return `You told them${by(event.via)}: ${asRunningText(event.text)}${
          event.next ? ` (next update ${date(event.next)})` : ''
        }${event.cadence ? ` (updates ${event.cadence.text})` : ''}`;
      case 'UpdatePlanned':
        return `You mean to tell them by ${date(event.next)}.`;
      case 'WordHeard':
        return `They said${by(event.via)}: ${asRunningText(event.text)}${
          event.due ? ` (before the rest, so the answer is due ${date(event.due)})` : ''
        }`;
      case 'EffortSpent':
        return `${saySpent(event)}.`;
      case 'MoneySpent':
        return `${saySpent({ ...event, amount: event.money })}.`;
      case 'Delivered':
        if (event.withoutApproval)
          return `Closed without their approval, because: ${asRunningText(event.withoutApproval)}`;
        return `Delivered${took(event.tookHours)}${event.isRight ? ', and found right' : ''}.${proof(event)}`;
      case 'PromiseKept':
        return `Kept${took(event.tookHours)}.${proof(event)}`;
      case 'AwaitedReceived':
        return event.text
          ? `They answered${by(event.via)}: ${asRunningText(event.text)}`
          : `Received.${proof(event)}`;
      case 'ReplyGiven':
        return event.text
          ? `You answered${by(event.via)}${late(event)}: ${asRunningText(event.text)}`
          : `Answered${by(event.via)}${late(event)}.${proof(event)}`;
      case 'Accepted':
        return sayAccepted(event);
      case 'Dropped':
        return `Dropped${because(event.because)}.`;
      case 'Snoozed':
        return `Snoozed until ${sayMoment(event.until, calendar, now)}.`;
      case 'Reopened':
        return `Reopened${because(event.because)}.`;
      case 'NoteAdded':
        return `Note: ${[event.text, event.link].filter(Boolean).join(' \u2192 ')}`;
      case 'DetailsChanged':
        if (isTopicAlone(event)) return event.topic == null ? 'No topic.' : `Topic: ${event.topic}.`;
        return `Corrected: ${details(event)}${because(event.because)}.`;
      case 'AffectedNamed':
      case 'FactFound':
      case 'ConclusionDrawn':
      case 'CauseNamed':
      case 'RemedyProposed':
      case 'PreventionProposed':
      case 'ResolutionOffered':
      case 'ResolutionRejected':
      case 'ResolutionApproved':
      case 'TalkHeld':
        return sayComplaintEvent(event, view);
      case 'PricePut':
      case 'PriceRejected':
      case 'PriceApproved':
      case 'GivenFree':
        return sayPriceEvent(event, view);
      case 'OccurrenceMissed':
        return 'Missed: the time of the next one has passed too.';
      case 'MissExplained':
        return `Missed${because(event.because)}.`;
      case 'OccurrenceShifted':
        return `It comes by ${date(event.due)}, because days off have changed.`;
      case 'OccurrenceWithdrawn':
        return 'Taken back with what it comes from.';
      case 'RemovalNamed':
        return `What would remove the need: ${asRunningText(event.text)}`;
      case 'ReviewWindowOpened':
        return `You told them${by(event.via)} that it counts as accepted unless they object by ${date(event.until)}.`;
    }
  }

  function details(event: Extract<StoryEvent, { type: 'DetailsChanged' }>): string {
    // The range and the words are said with the estimate, the target follows from it, and the reason is for all.
    const {
      type: _type,
      at: _at,
      via: _via,
      estimateRange: _range,
      estimateText: _text,
      target: _target,
      because: _because,
      ...changed
    } = event;
    const estimate = estimateIn(event);
    const say: Record<keyof typeof changed, () => string> = {
      title: () => `it is "${changed.title}"`,
      client: () => `for ${name(changed.client)}`,
      who: () => `from ${name(changed.who)}`,
      estimateHours: () => (estimate === null ? 'no estimate' : `estimate ${sayEstimate(estimate)}`),
      project: () => (changed.project == null ? 'no project' : `project ${changed.project}`),
      wantedBy: () =>
        changed.wantedBy == null ? 'no preferred date' : `wanted by ${date(changed.wantedBy)}`,
      cadence: () => (changed.cadence == null ? 'updates as usual' : `updates ${changed.cadence.text}`),
      scope: () => (changed.scope === 'out' ? 'out of scope' : 'in scope'),
      people: () =>
        changed.people == null ? 'nobody else to tell' : `to tell too: ${changed.people.join(', ')}`,
      rightWhen: () => (changed.rightWhen == null ? 'no test' : `right when: ${changed.rightWhen}`),
      due: () => correction('due', changed.due),
      offered: () => correction('offered', changed.offered),
      topic: () => (changed.topic == null ? 'no topic' : `topic ${changed.topic}`),
      extraTo: () =>
        changed.extraTo == null ? 'extra to nothing' : `extra to ${view.numberOf(changed.extraTo)}`,
      blocks: () => (changed.blocks == null ? 'blocks nothing' : `blocks ${view.numberOf(changed.blocks)}`),
    };
    return (Object.keys(changed) as (keyof typeof changed)[]).map((key) => say[key]()).join(', ');
  }

  function correction(what: string, corrected: DateCorrection | undefined): string {
    return corrected ? `${what} ${date(corrected.date)}, was ${date(corrected.was)}` : '';
  }

  function asker({ client, person }: { readonly client?: string; readonly person?: string }): string {
    return withPerson(name(client) ?? 'Somebody', person);
  }

  function withPerson(client: string, person: string | undefined): string {
    return person === undefined ? client : `${person} (${client})`;
  }

  function name(uid: string | undefined): string | undefined {
    return uid === undefined ? undefined : (nameOf(uid, view) ?? 'somebody');
  }

  function late({ due, at }: Extract<StoryEvent, { type: 'ReplyGiven' }>): string {
    return due ? `, ${sayDistance(due.at, at, calendar)} late` : '';
  }

  function date(moment: Moment): string {
    return sayDate(moment, view);
  }
}

/** That they accepted it, in their words where they said some; or that they said nothing. */
function sayAccepted({ note, bySilence, unsaid, via }: Extract<StoryEvent, { type: 'Accepted' }>): string {
  if (unsaid) return 'Closed for good: it was completed when it was imported.';
  const how = bySilence ? 'Accepted by silence: they did not object in time' : `They accepted it${by(via)}`;
  if (!note) return `${how}.`;
  return bySilence ? `${how}. Note: ${asRunningText(note)}` : `${how}: ${asRunningText(note)}`;
}

/** What proves that it was finished, as sentences that follow another; nothing if nothing does. */
function proof({ evidence = [] }: { readonly evidence?: readonly Evidence[] }): string {
  return evidence.length === 0 ? '' : ` Evidence: ${evidence.map(sayEvidence).join('; ')}`;
}

/** Whether nothing but the topic was said, which is no correction of anything. */
function isTopicAlone(event: Extract<StoryEvent, { type: 'DetailsChanged' }>): boolean {
  const { type: _type, at: _at, via: _via, topic, ...rest } = event;
  return topic !== undefined && Object.keys(rest).length === 0;
}

function sure(reckoning: Reckoning | undefined): string {
  return reckoning ? `, ${sayShare(reckoning.chance)} sure to keep it` : '';
}

function written(inWriting: boolean): string {
  return inWriting ? 'in writing' : 'not in writing yet';
}

function took(hours: number | undefined): string {
  return hours === undefined ? '' : `, ${sayHours(hours)} in all`;
}
