/** A value outside React that components subscribe to with `useSyncExternalStore`. */
export type Signal<T> = {
  read: () => T;
  write: (value: T) => void;
  subscribe: (onChange: () => void) => () => void;
};

export function makeSignal<T>(initial: T): Signal<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    read: () => current,
    write(value) {
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
