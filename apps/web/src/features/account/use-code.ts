import { useEffect, useRef, useState } from "react";
import { findFailureOf } from "~/trpc/failure";
import { announce } from "~/ui/message/announcements";
import { readCode } from "./read-code";

const refused = "This code is wrong, or its ten minutes are over. Check it, or send a new one.";

/**
 * What is typed as a code, its fault, and how often the API has refused one. The field gets the focus at the beginning, and with a
 * fault: the button that had it is gone, or busy.
 */
export function useCode(error: unknown) {
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string>();
  const [wrongTries, setWrongTries] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const wrongCode = findFailureOf(error, "SIGN_IN_REFUSED") ? error : null;
  const show = (sentence: string) => {
    setFault(sentence);
    // The field may have the focus already, and then nothing reads its fault.
    announce(sentence);
    input.current?.focus();
  };
  const change = (text: string) => {
    // A text that was pasted whole.
    setTyped(text.length > 8 ? (readCode(text) ?? text) : text);
    setFault(undefined);
  };
  useEffect(() => {
    input.current?.focus();
    if (wrongCode === null) return;
    setWrongTries((count) => count + 1);
    setFault(refused);
    announce(refused);
  }, [wrongCode]);
  return { typed, change, input, fault, show, wrongTries };
}
