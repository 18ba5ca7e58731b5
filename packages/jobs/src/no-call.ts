import type { JobWork } from '@cmdlet/core';
import { EMPTY } from 'rxjs';

/** The work of a job that is given it when it is made: it comes from no call. */
export const NO_CALL: JobWork<never, never> = {
  input: { async *[Symbol.asyncIterator]() {} },
  input$: EMPTY,
  args: [],
  parameters: {},
  givenParameters: {},
  command: '',
  invoke: () => undefined,
};
