export { MeetingScreen } from '../features/meeting/MeetingScreen.tsx';
export { StageViewProvider } from '../features/meeting/stage/StageViewContext.tsx';
export { MiniWindow } from '../features/mini/MiniWindow.tsx';
export { PreviewScreen } from '../features/preview/PreviewScreen.tsx';
