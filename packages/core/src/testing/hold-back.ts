/** Holds back whoever waits until `open`; `begun` resolves once the first one has come. */
export function holdBack() {
  let open = () => {};
  let begin = () => {};
  const opened = new Promise<void>((resume) => {
    open = resume;
  });
  const begun = new Promise<void>((resume) => {
    begin = resume;
  });
  return {
    begun,
    open: () => open(),
    wait(): Promise<void> {
      begin();
      return opened;
    },
  };
}
