/** `article:260695` as '260695', `file:ese.dll` as 'ese.dll'. */
export function keyOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** Whether a node has a name beside its key: an article that is only cited goes by its number alone. */
export function isNamed({ id, label }: { id: string; label: string }): boolean {
  const key = keyOf(id);
  return label !== '' && ![key, `KB${key}`, `Q${key}`].includes(label);
}
