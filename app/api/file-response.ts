// A file that a browser saves under its name.
import type { DownloadedFile } from '@/lib/operations/validation-files';
import { PRIVATE } from './outcome-response';

export const fileResponse = ({ name, mediaType, text }: DownloadedFile): Response =>
  new Response(text, {
    headers: {
      ...PRIVATE,
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
