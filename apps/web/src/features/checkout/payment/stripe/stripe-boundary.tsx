import { Component, type ReactNode } from "react";

type Props = { children: ReactNode; onFailed: () => void };

/** Stripe throws where it is opened with what it doesn't take: the rest of the page stays. */
export class StripeBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch() {
    this.props.onFailed();
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
