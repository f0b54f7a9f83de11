import { SERVICING_MODELS, type ServicingModel } from '../../model/servicing-models.ts';

/** How a family is serviced, by its key; null for one whose updates stand alone. */
export function servicingModelOf(family: string): ServicingModel | null {
  return SERVICING_MODELS.find(({ families }) => families.test(family)) ?? null;
}
