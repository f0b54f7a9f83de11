import type { OtherWay, ProductPlan, RestartNeed } from '../../src/query/plan/answer.ts';

export const RESTART_TOLD: Record<RestartNeed, string> = {
  required: 'required',
  none: 'not required',
  perhaps: 'perhaps required',
  untold: 'the article does not tell',
};

export const counted = (number: number, word: string): string => `${number} ${number === 1 ? word : `${word}s`}`;

/** '3 steps, 1 restart, 2 of which the articles say nothing'. */
export function planWords({ state, steps, restarts, isCheapest }: ProductPlan): string {
  if (state === 'installed') return 'nothing is left to do';
  if (state === 'not-applicable') return 'it does not apply to this product';
  if (state === 'nothing') return 'no fix is known';
  const { required, perhaps, untold } = restarts;
  const told = [
    required > 0 && counted(required, 'restart'),
    perhaps > 0 && `perhaps ${perhaps} more`,
    untold > 0 && `${untold} where the article does not tell`,
  ].filter(Boolean);
  const extras = steps.filter(({ isExtra }) => isExtra).length;
  return [
    counted(steps.length - extras, 'step'),
    told.length === 0 ? 'no restart' : told.join(', '),
    extras > 0 && `then ${extras} that the roll-up leaves out`,
    state === 'incomplete' && 'not everything that it needs is known to be had',
    !isCheapest && state !== 'incomplete' && 'a cheaper way may exist',
  ]
    .filter(Boolean)
    .join('; ');
}

/** '2 to install, 1 restart; as asked for, though it was replaced': what the whole plan would hold with another way. */
export function wayWords({ packages, restarts, remark }: Pick<OtherWay, 'packages' | 'restarts' | 'remark'>): string {
  if (remark?.startsWith('not ')) return remark;
  const cost = `${packages} to install in all, ${restarts === 0 ? 'no restart told' : counted(restarts, 'restart')}`;
  return remark === null ? cost : `${cost}; ${remark}`;
}
