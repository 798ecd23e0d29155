import anyAscii from 'any-ascii';

/**
 * The form in which names are compared: "Yoon Suk-yeol" and "YOON SUKYEOL" give "yoon sukyeol".
 * Any script is put into Latin letters; hyphens, apostrophes and dots go; spaces collapse.
 */
export function foldName(name: string): string {
  return anyAscii(name)
    .toLowerCase()
    .replace(/[-'`".]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
