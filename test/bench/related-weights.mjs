// Fits the weights of a linear ranker: for each question, the softmax over its rows should choose the answer (Adam).

const ROUNDS = 25;
const BATCH = 16;

/** `questions` are `{ cases, rows, answer }`; gives for each measure its weight in each case, for unscaled measures. */
export function fitWeights(questions, measures, random) {
  const cases = questions[0].cases.length;
  const scale = scalesOf(questions, measures);
  const weights = new Float64Array(measures * cases);
  const slow = new Float64Array(weights.length);
  const square = new Float64Array(weights.length);
  let step = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const rate = 0.03 * (1 - round / ROUNDS) + 0.001;
    const order = questions.map((question) => ({ question, key: random() })).sort((a, b) => a.key - b.key);
    for (let from = 0; from < order.length; from += BATCH) {
      const slope = new Float64Array(weights.length);
      for (const { question } of order.slice(from, from + BATCH)) addSlope(question, weights, scale, slope);
      step++;
      for (let at = 0; at < weights.length; at++) {
        const down = slope[at] / BATCH + 1e-4 * weights[at];
        slow[at] = 0.9 * slow[at] + 0.1 * down;
        square[at] = 0.999 * square[at] + 0.001 * down * down;
        const pace = Math.sqrt(square[at] / (1 - 0.999 ** step)) + 1e-8;
        weights[at] -= (rate * slow[at]) / (1 - 0.9 ** step) / pace;
      }
    }
  }
  return Array.from({ length: measures }, (_, measure) =>
    Array.from({ length: cases }, (_, each) => weights[measure * cases + each] / scale[measure]),
  );
}

function addSlope({ cases, rows, answer }, weights, scale, slope) {
  const own = scale.map((one, measure) =>
    cases.reduce((sum, value, each) => sum + (weights[measure * cases.length + each] * value) / one, 0),
  );
  const scores = rows.map((row) => row.reduce((sum, value, measure) => sum + value * own[measure], 0));
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  rows.forEach((row, at) => {
    const error = parts[at] / whole - (at === answer ? 1 : 0);
    if (Math.abs(error) < 1e-5) return;
    row.forEach((value, measure) => {
      const down = (error * value) / scale[measure];
      cases.forEach((weight, each) => {
        slope[measure * cases.length + each] += down * weight;
      });
    });
  });
}

/** The spread of each measure, so that all learn at one pace. */
function scalesOf(questions, measures) {
  const sum = new Float64Array(measures);
  const square = new Float64Array(measures);
  let count = 0;
  for (const { rows } of questions) {
    for (const row of rows) {
      count++;
      row.forEach((value, measure) => {
        sum[measure] += value;
        square[measure] += value * value;
      });
    }
  }
  return Array.from(sum, (total, measure) => Math.sqrt(square[measure] / count - (total / count) ** 2) || 1);
}
