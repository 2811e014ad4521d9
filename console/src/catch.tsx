import { Component, type ReactNode } from 'react';
import { ProblemNote } from './shared/problem-note';

/** Shows the error of a page instead of the page, until the user opens another page (`path`); the rest of the console keeps working. */
export class Catch extends Component<{ path: string; children: ReactNode }, { problem: unknown }> {
  override state: { problem: unknown } = { problem: null };

  static getDerivedStateFromError(problem: unknown): { problem: unknown } {
    return { problem };
  }

  override componentDidUpdate(before: { path: string }): void {
    if (before.path !== this.props.path && this.state.problem !== null) this.setState({ problem: null });
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children;
    return (
      <main id="main" className="page">
        <h1>This page could not be shown</h1>
        <ProblemNote problem={this.state.problem} />
        <p>
          <a href="/">Start again</a>
        </p>
      </main>
    );
  }
}
