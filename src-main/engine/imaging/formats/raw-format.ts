import { TiffBlock, type TiffDirectory } from '../tiff/read-ifd';
import { TAG } from '../tiff/tiff-tags';

const RAW_EXTENSIONS: ReadonlySet<string> = new Set(
  '3fr arw cr2 cr3 crw dcr dng erf fff iiq k25 kdc mef mos mrw nef nrw orf pef raf raw rw2 rwl sr2 srf srw x3f'
    .split(' ')
    .map((name) => `.${name}`),
);

/** Photometric interpretations of a sensor's mosaic (CFA) and of linear raw data (DNG 1.7). */
const SENSOR_PHOTOMETRICS = [32803, 34892];
/** Sony's, Nikon's, Pentax' and Samsung's own compressions. */
const SENSOR_COMPRESSIONS = [32767, 34713, 65535, 32770];

/**
 * Many cameras' raw files are TIFF files; what gives them away is sensor data in one of their directories.
 *
 * @returns the raw format's name (its extension, or `raw` when the name says nothing), null for a plain TIFF
 */
export function rawFormatOfTiff(bytes: Uint8Array, extension: string): string | null {
  const name = RAW_EXTENSIONS.has(extension) ? extension.slice(1) : 'raw';
  if (bytes[8] === 0x43 && bytes[9] === 0x52) return 'cr2';
  const directories = TiffBlock.open(bytes)?.directories() ?? [];
  if (directories[0]?.fields.has(TAG.dngVersion)) return 'dng';
  if (directories.some(holdsSensorData)) return name;
  const hasModel = directories[0]?.fields.has(TAG.model) ?? false;
  return hasModel && RAW_EXTENSIONS.has(extension) ? name : null;
}

function holdsSensorData(directory: TiffDirectory): boolean {
  return (
    SENSOR_PHOTOMETRICS.includes(directory.numberOf(TAG.photometric) ?? -1) ||
    SENSOR_COMPRESSIONS.includes(directory.numberOf(TAG.compression) ?? -1)
  );
}
