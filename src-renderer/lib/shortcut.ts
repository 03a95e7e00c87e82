/** A key as the keyboard map names it: 'a', '1', '?', 'ArrowLeft', 'Mod+a' (Mod: Ctrl, or Cmd on a Mac). */
export type KeyName = string;
export type KeyMap = Readonly<Record<KeyName, (event: KeyboardEvent) => void>>;

/** Names the pressed key; Shift counts only where it does not already change the character. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): KeyName {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push('Mod');
  if (event.altKey) parts.push('Alt');
  if (event.shiftKey && event.key.length > 1) parts.push('Shift');
  return [...parts, key === ' ' ? 'Space' : key].join('+');
}

const TYPING = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, select';
const BUSY = '[role="dialog"], [role="menu"]';
const OWN_KEYS = 'button, a, [role="menuitem"], [role="separator"], input';

/**
 * Runs what the map holds for the pressed key, unless somebody is typing, a dialog or menu is open, or the
 * focused control needs Space, Enter or the arrows itself.
 * @returns whether something was run
 */
export function runShortcut(event: KeyboardEvent, keys: KeyMap): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (
    target?.closest(`${TYPING}, ${BUSY}`) ||
    document.querySelector('[role="dialog"], [role="menu"]')
  )
    return false;
  if (/^(Space|Enter)$/.test(event.key === ' ' ? 'Space' : event.key) && target?.closest(OWN_KEYS))
    return false;
  if (event.key.startsWith('Arrow') && target?.closest('input, [role="separator"]')) return false;
  const run = keys[keyName(event)];
  if (!run) return false;
  event.preventDefault();
  run(event);
  return true;
}
