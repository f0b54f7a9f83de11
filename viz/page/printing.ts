/**
 * Calls `begin` when the page is about to be printed, and what that returns when it has been; both are done at once,
 * for the browser takes the page as it stands then. Returns how to end that.
 */
export function aroundPrinting(begin: () => () => void): () => void {
  let end: (() => void) | null = null;
  const start = (): void => {
    end ??= begin();
  };
  const finish = (): void => {
    end?.();
    end = null;
  };
  // Some browsers tell by an event, some by the medium, some by both.
  const print = matchMedia('print');
  const change = (): void => (print.matches ? start() : finish());
  print.addEventListener('change', change);
  addEventListener('beforeprint', start);
  addEventListener('afterprint', finish);
  return () => {
    finish();
    print.removeEventListener('change', change);
    removeEventListener('beforeprint', start);
    removeEventListener('afterprint', finish);
  };
}
