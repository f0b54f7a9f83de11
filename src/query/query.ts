/** A JSON Schema, as far as answers need it. */
export interface AnswerSchema {
  type: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | readonly string[];
  description?: string;
  properties?: Readonly<Record<string, AnswerSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | AnswerSchema;
  items?: AnswerSchema;
  enum?: readonly (string | null)[];
}

/** What a query is, for help, for the HTTP API and for tests; the query itself is the function of the same name. */
export interface Query {
  name: string;
  /** What it answers, as one sentence. */
  summary: string;
  /** The JSON of its answer. */
  schema: AnswerSchema;
}
