import { Observable, type Subscriber } from 'rxjs';

import { type JobRecord, jobRecord, StreamTag } from './job-record.js';
import { isFinishedState } from './job-state.js';
import type { JobStateEvent } from './job-state-info.js';
import type { ReadableJob } from './readable-job.js';

/** The state now, then every change; completes after the final one. */
export function stateObservable<TJob extends ReadableJob>(job: TJob): Observable<JobStateEvent<TJob>> {
  return new Observable((subscriber) => {
    const completeIfFinished = (): void => {
      if (isFinishedState(job.state)) subscriber.complete();
    };
    subscriber.add(
      job.observe({
        stateChanged(changed, jobStateInfo, previousJobStateInfo) {
          if (changed !== job) return;
          subscriber.next({ job, jobStateInfo, previousJobStateInfo });
          completeIfFinished();
        },
      }),
    );
    subscriber.next({ job, jobStateInfo: job.jobStateInfo, previousJobStateInfo: undefined });
    completeIfFinished();
  });
}

/** Output: what is unread, then what comes. Errors with the reason if the job fails, else completes when it ends. */
export function outputObservable<TOutput>(job: ReadableJob<TOutput>): Observable<TOutput> {
  return new Observable((subscriber) => {
    follow<TOutput>(job, subscriber, {
      unread: () => job.output,
      written: (tag, value) => (tag === StreamTag.Output ? [value as TOutput] : []),
      end: () => {
        const { state, reason } = job.jobStateInfo;
        if (state === 'Failed') subscriber.error(reason);
        else subscriber.complete();
      },
    });
  });
}

/** All records: what is unread and the progress that goes on, then what comes. Completes when the job ends. */
export function recordObservable<TOutput>(job: ReadableJob<TOutput>): Observable<JobRecord<TOutput>> {
  return new Observable((subscriber) => {
    follow<JobRecord<TOutput>>(job, subscriber, {
      unread: () => [
        ...unreadRecords(job),
        ...job.progress.map((record) => jobRecord<TOutput>(StreamTag.Progress, record)),
      ],
      written: (tag, value) => [jobRecord<TOutput>(tag, value)],
      end: () => subscriber.complete(),
    });
  });
}

/** Everything that a job and its children hold unread, children first, without taking it. */
function unreadRecords<TOutput>(job: ReadableJob<TOutput>): JobRecord<TOutput>[] {
  return [...job.childJobs.flatMap((child) => unreadRecords(child)), ...job.log.unread()];
}

interface Followed<TEmitted> {
  unread(): readonly TEmitted[];
  written(tag: StreamTag, value: unknown): readonly TEmitted[];
  end(): void;
}

/** Emits what is there and then what comes, in order even if a record is written while earlier ones are being emitted. */
function follow<TEmitted>(job: ReadableJob, subscriber: Subscriber<TEmitted>, followed: Followed<TEmitted>): void {
  let behind: TEmitted[] | undefined = [...followed.unread()];
  const emit = (tag: StreamTag, value: unknown): void => {
    for (const emitted of followed.written(tag, value)) {
      if (behind === undefined) subscriber.next(emitted);
      else behind.push(emitted);
    }
  };
  subscriber.add(
    job.observe({
      recordWritten: (_job, tag, value) => emit(tag, value),
      progressWritten: (_job, record) => emit(StreamTag.Progress, record),
      stateChanged(changed) {
        if (changed === job && behind === undefined && isFinishedState(job.state)) followed.end();
      },
    }),
  );
  for (const emitted of behind) subscriber.next(emitted);
  behind = undefined;
  if (isFinishedState(job.state)) followed.end();
}
