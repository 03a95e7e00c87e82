/** The engine measures at 512 px; larger would only take longer to send. */
const LONGER_SIDE = 1024;

/** A copied picture as it is sent to the engine: what it was, and a PNG of it that is no larger than needed. */
export interface PastedPicture {
  bytes: Uint8Array<ArrayBuffer>;
  size: { width: number; height: number };
}

/** @throws DOMException where the clipboard holds no picture that can be read */
export async function pastedPicture(copied: Blob): Promise<PastedPicture> {
  const whole = await createImageBitmap(copied);
  const { width, height } = whole;
  const scale = Math.min(1, LONGER_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return { bytes: new Uint8Array(await png.arrayBuffer()), size: { width, height } };
}
