/** Hands `text` to the browser as a file to save. */
export function saveText(name: string, text: string, mediaType = 'text/plain;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it up once its own task is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** The same for a CSV file. */
export const saveCsv = (name: string, text: string): void => saveText(name, text, 'text/csv;charset=utf-8');
