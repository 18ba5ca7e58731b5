import { Cmdlet, inject, metadataOf, Parameter, PSCmdlet, Session, Switch } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';

class Greeter {
  readonly words = { morning: ['Good morning'] };
  greet(name: string): string {
    return `${this.words.morning[0]}, ${name}!`;
  }
}

describe('inject', () => {
  it('does not keep parameters from being told by their initial values', async () => {
    @Cmdlet('Get', 'Greeting')
    class GetGreeting extends PSCmdlet<string> {
      readonly #greeter = inject(Greeter);
      readonly #nobody = `${inject(Greeter).greet('nobody')}`;
      readonly #first = inject(Greeter).words.morning[0];
      @Parameter() name = 'you';
      @Parameter() loud = false;

      override processRecord(): void {
        const greeting = this.#greeter.greet(this.name);
        void this.writeObject(this.loud ? greeting.toUpperCase() : `${greeting} ${this.#nobody} ${this.#first}`);
      }
    }

    expect(metadataOf(GetGreeting).parameters.find(({ name }) => name === 'Loud')?.type).toBe(Switch);
    await using session = await Session.create({ services: [Greeter] });
    expect(await session.invoke(GetGreeting, { name: 'Ada', loud: true })).toEqual(['GOOD MORNING, ADA!']);
    expect(await session.invoke(GetGreeting)).toEqual(['Good morning, you! Good morning, nobody! Good morning']);
  });

  it('fails where nobody constructs', () => {
    expect(() => inject(Greeter)).toThrow(expect.objectContaining({ errorId: 'InvalidOperation' }));
  });
});
