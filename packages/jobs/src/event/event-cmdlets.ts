import { GetEvent } from './get-event.js';
import { GetEventSubscriber } from './get-event-subscriber.js';
import { NewEvent } from './new-event.js';
import { RegisterEngineEvent } from './register-engine-event.js';
import { RegisterObjectEvent } from './register-object-event.js';
import { RemoveEvent } from './remove-event.js';
import { UnregisterEvent } from './unregister-event.js';
import { WaitEvent } from './wait-event.js';

/** The cmdlets for events, for a pack. They need the service `EventManager`. */
export const eventCmdlets = [
  RegisterObjectEvent,
  RegisterEngineEvent,
  UnregisterEvent,
  GetEventSubscriber,
  NewEvent,
  GetEvent,
  WaitEvent,
  RemoveEvent,
] as const;
