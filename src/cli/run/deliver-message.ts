import type { Claim } from '../../app/remind.ts';
import { refuse } from '../../domain/base/refusal.ts';
import type { Notification } from '../../system/notify.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';

type Delivery = NonNullable<Screen['delivered']>;

/**
 * What is done once a message was written out: the notification is shown, if one is wanted, and then the claim is
 * confirmed. If either fails, nothing was said, and the next run says it.
 */
export function deliverMessage(session: Session, claim: Claim, notification: Notification | null): Delivery {
  return async (failure) => {
    if (failure) {
      claim.release();
      throw refuse('reminder-not-written', failure.message, 'The next run will say it.');
    }
    const why = notification && (await whyNotShown(session, notification));
    if (why !== null) {
      claim.release();
      throw refuse('reminder-not-shown', why, `The next run says it again. ${ADVICE}`);
    }
    claim.confirm();
  };
}

/** Shows a notification once its message was written out. Nothing depends on that but itself. */
export function notifyOnceWritten(session: Session, notification: Notification): Delivery {
  return async (failure) => {
    const why = failure ? null : await whyNotShown(session, notification);
    if (why !== null) throw refuse('reminder-not-shown', why, ADVICE);
  };
}

const ADVICE = 'Another program is set with: followup config remind.notify PROGRAM';

async function whyNotShown({ settings, io }: Session, notification: Notification): Promise<string | null> {
  const { notify } = await import('../../system/notify.ts');
  const why = await notify(notification, settings.value('remind.notify'), io.env);
  return why && `The reminder could not be shown: ${why}.`;
}
