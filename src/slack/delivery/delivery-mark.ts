import { createHash } from 'node:crypto';

const EVENT_TYPE = 'dateline_delivery';
const LENGTH = 32;

/**
 * The metadata by which a message is known again. Everyone in the workspace can read metadata, so it holds nothing but
 * a hash of the delivery's key.
 */
export function deliveryMark(key: string) {
  const mark = createHash('sha256').update(key).digest('hex').slice(0, LENGTH);
  return { event_type: EVENT_TYPE, event_payload: { key: mark } };
}

export type DeliveryMark = ReturnType<typeof deliveryMark>;
