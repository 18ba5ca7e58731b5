import { GetProc } from '@example/get-proc';
import type { Step } from '../step.js';

export const errors: Step = {
  title: 'Errors are records: one bad input does not end the run',

  async run({ session, show }) {
    const { output, errors } = await session
      .from([{ name: 'no-such-process' }, { id: process.pid }, 'neither name nor id'])
      .pipe(GetProc)
      .run();
    show(`${output.length} result, ${errors.length} errors. The first: ${errors[0]?.errorId}`);
  },
};
