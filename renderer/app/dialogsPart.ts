export { OverDialog } from '../features/over/OverDialog.tsx';
export { PromptDialog } from '../features/prompts/PromptDialog.tsx';
export { ReceiptsDialog } from '../features/receipts/ReceiptsDialog.tsx';
