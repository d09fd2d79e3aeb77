import { RotateCcw } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../ui/Button.tsx';
import { Message } from '../ui/Message.tsx';

interface ErrorBoundaryProps {
  /** Told once for each failure, for the log. */
  readonly onError: (error: unknown, where: string) => void;
  readonly children: ReactNode;
}

/** Where a fault in drawing ends: says so and offers to draw again. Whoever was in a meeting has left it by unmounting. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.props.onError(error, componentStack ?? '');
  }

  override render(): ReactNode {
    return this.state.failed ? <Crashed onAgain={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

function Crashed({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Message title={t('common.crashed.title')} text={t('common.crashed.text')}>
      <Button look="primary" icon={<RotateCcw size={18} />} autoFocus onPress={onAgain}>
        {t('common.crashed.again')}
      </Button>
    </Message>
  );
}
