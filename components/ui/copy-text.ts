// Copying for a browser with a clipboard (https, localhost) and for one without.

/** True where `text` is on the clipboard now. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** The older way, the only one over plain http: select the text and ask for a copy. */
function copyByHand(text: string): boolean {
  const focused = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.style.position = 'fixed';
  // Inside an open dialog, whose focus trap takes the focus from anything outside.
  (focused?.closest('[role="dialog"], dialog') ?? document.body).append(box);
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
