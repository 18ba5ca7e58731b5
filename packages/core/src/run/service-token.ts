/** What a service is asked for by: any class, abstract ones and ones with a private constructor too. */
export interface ServiceToken<T = unknown> {
  readonly prototype: T;
  readonly name: string;
}
