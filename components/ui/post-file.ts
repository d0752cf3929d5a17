// A file on its way to the server, with how much of it has gone: fetch() tells that to nobody.

export type PostedFile = Readonly<{ status: number; body: unknown }>;

/** `onSent` is told a share from 0 to 1. Throws where nothing came back, or after `signal`. */
export function postFile(
  address: string,
  file: Blob,
  onSent: (share: number) => void,
  signal: AbortSignal,
): Promise<PostedFile> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onSent(loaded / total);
    request.upload.onload = () => onSent(1);
    request.onload = () => done({ status: request.status, body: request.response });
    request.onerror = () => fail(new Error('Nothing came back.'));
    request.onabort = () => fail(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
