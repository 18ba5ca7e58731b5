import type { Step } from '../step.js';

export const binding: Step = {
  title: 'Mistakes in a call are found before anything runs',

  async run({ session, showError }) {
    // By name, so that the compiler does not find them first.
    await session.invoke('Get-Proc', { name: 'node', id: 1 }).catch(showError);
    await session.invoke('Get-Proc', { nme: 'node' }).catch(showError);
    await session.invoke('Get-Proc', { id: 'one' }).catch(showError);
    await session.invoke('Get-ContentHash', { path: 'README.md', algorithm: 'CRC' }).catch(showError);
  },
};
