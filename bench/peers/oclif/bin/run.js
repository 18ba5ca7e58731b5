// As `oclif generate` writes it.
import { execute } from '@oclif/core';

await execute({ dir: import.meta.url });
