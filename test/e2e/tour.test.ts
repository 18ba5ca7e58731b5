import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../examples/tour/dist/main.js', import.meta.url));
/** A folder with many small files, several folders deep. */
const folder = fileURLToPath(new URL('../../node_modules/rxjs', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built tour to its end. @param interruptAt text after which it is interrupted */
function runTour(interruptAt?: string, input = folder): Promise<Ended> {
  const tour = spawn(process.execPath, [main, input], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  let interrupted = false;
  tour.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  tour.stdout.on('data', (chunk) => {
    stdout += String(chunk);
    if (interruptAt === undefined || interrupted || !stdout.includes(interruptAt)) return;
    interrupted = true;
    tour.kill('SIGINT');
  });
  return new Promise((resolve, reject) => {
    tour.on('error', reject);
    tour.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function sandboxes(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('cmdlet-tour-'));
}

describe('The tour of npm start', () => {
  it('shows every step with its code and what it prints, and ends with 0', async () => {
    const { code, stdout, stderr } = await runTour();
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).not.toContain('\x1b');
    const lines = stdout.split('\n');
    for (const expected of [
      /^1\. A call/,
      /^ +id {2}name/,
      /await session\.invoke\(GetProc, \{ id: \[process\.pid\] \}\)/,
      /^SHA1 +\w+/,
      /^… and \d+ more$/,
      /^ {2}InvalidArgument: AmbiguousParameterSet,get-proc\.GetProc$/,
      /^ {2}InvalidData: ParameterArgumentValidationError,file-hash\.GetContentHash$/,
      /^1 result, 2 errors\. The first: NoProcessFoundForGivenName$/,
      /^What if: Performing the operation "Remove copy of .*readme\.md"/,
      /^ {2}NotImplemented: HostFunctionNotImplemented,file-hash\.RemoveDuplicateFile$/,
      /^Removed: .*, .*$/,
      /^Meanwhile: there are \d+ processes, and the job is \w+\.$/,
      /^Received: \d+ files$/,
      /^Hashed \d+ of \d+ files\.$/,
      /^Job\d+ \(\d+\) is Completed \d+\/\d+ completed$/,
      /^What to try next$/,
    ]) {
      expect(lines).toContainEqual(expect.stringMatching(expected));
    }
  });

  it('says what it needs where there are no files', async () => {
    const { code, stdout, stderr } = await runTour(undefined, `${folder}/nowhere`);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(stdout).toContain('There are no files to look at');
  });

  it.each([
    ['a job that runs', '(3) is Running'],
    ['a command that runs', 'session.invoke(GetProc'],
  ])('ends with 130, and leaves nothing behind, when it is interrupted during %s', async (_title, text) => {
    const before = sandboxes();
    const { code, stdout, stderr } = await runTour(text);
    expect(stderr).toBe('');
    expect(code).toBe(130);
    expect(stdout).toMatch(/Interrupted\.\n$/);
    expect(stdout).not.toContain('What to try next');
    expect(sandboxes().filter((name) => !before.includes(name))).toEqual([]);
  });
});
