import * as win32 from './win32.ts';

const known = new Map<string, string>();

/** The program's description, as the Task Manager shows it, or the name of its file. */
export function programName(path: string): string {
  const name = known.get(path) ?? (describedBy(path) || (nameOfFile.exec(path)?.[1] ?? ''));
  known.set(path, name);
  return name;
}

const nameOfFile = /([^\\]+?)(?:\.exe)?$/i;

/** The description in the version information of a program; empty if it has none. */
function describedBy(path: string): string {
  const size = win32.GetFileVersionInfoSizeW(path, 0);
  const info = Buffer.alloc(size);
  if (size === 0 || win32.GetFileVersionInfoW(path, 0, size, info) === 0) return '';
  const translation = query(info, '\\VarFileInfo\\Translation', 1);
  if (translation.length < 4) return '';
  const hex = (offset: number): string =>
    translation.readUInt16LE(offset).toString(16).padStart(4, '0');
  const name = `\\StringFileInfo\\${hex(0)}${hex(2)}\\FileDescription`;
  return query(info, name, 2).toString('utf16le').replace(/\0.*$/su, '').trim();
}

/** @param unitBytes the unit of the length: bytes, or characters of a text */
function query(info: Buffer, name: string, unitBytes: 1 | 2): Buffer {
  const address = [0];
  const length = [0];
  if (win32.VerQueryValueW(info, name, address, length) === 0) return Buffer.alloc(0);
  const value = Buffer.alloc(unitBytes * (length[0] ?? 0));
  win32.copyFromMemory(value, address[0], value.length);
  return value;
}
