import { GetProc } from '@example/get-proc';
import type { Step } from '../step.js';

export const call: Step = {
  title: 'A call: parameters and results are typed',

  async run({ session, show }) {
    const processes = await session.invoke(GetProc, { id: [process.pid] }); // ProcessInfo[]
    show(processes);
  },
};
