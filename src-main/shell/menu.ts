import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Roles only: Electron words them in the system's language. On Windows and Linux the interface has its own
 * controls, and a menu bar would only take room.
 */
export function installMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const template: MenuItemConstructorOptions[] = [
    { role: 'appMenu', label: app.name },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
