/** Hands `text` to the browser as a CSV file to save. */
export function saveCsv(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it up once its own task is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
