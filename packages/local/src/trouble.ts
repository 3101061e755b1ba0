import { statfsSync } from 'node:fs';

type Code =
  | 'platform'
  | 'in-use'
  | 'port-busy'
  | 'locked'
  | 'damaged'
  | 'disk-full'
  | 'not-writable'
  | 'engine-failed'
  | 'wrong-mode'
  | 'day-too-early'
  | 'bad-archive'
  | 'not-empty'
  | 'changed'
  | 'bad-arguments';

/** A failure that the operator can mend. The message is Vietnamese and says what to do. */
export class Trouble extends Error {
  readonly code: Code;

  constructor(code: Code, message: string) {
    super(message);
    this.name = 'Trouble';
    this.code = code;
  }
}

/**
 * Turns a failure of the table or of the disk into a Trouble, from what the engine or the operating system said.
 * Answers undefined where the text names no such cause.
 */
export function explain(text: string, dataDir: string): Trouble | undefined {
  if (/disk is full|ENOSPC|EDQUOT|no space left/i.test(text)) return diskFull(dataDir);
  if (/not a valid SQLite|malformed|encrypted|file is not a database/i.test(text)) return damaged(dataDir);
  if (/database (table )?is locked|EBUSY/i.test(text)) return locked(dataDir);
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|readonly|unable to open database/i.test(text))
    return notWritable(dataDir);
  return undefined;
}

function diskFull(dataDir: string): Trouble {
  return new Trouble(
    'disk-full',
    `Ổ đĩa chứa thư mục dữ liệu ${dataDir} đã đầy. Hãy giải phóng chỗ rồi chạy lại.`,
  );
}

function damaged(dataDir: string): Trouble {
  return new Trouble(
    'damaged',
    `Tệp dữ liệu trong ${dataDir} bị hỏng, không đọc được. Hãy phục hồi từ bản sao lưu, hoặc đặt DATA_DIR tới thư mục khác.`,
  );
}

function locked(dataDir: string): Trouble {
  return new Trouble(
    'locked',
    `Tệp dữ liệu trong ${dataDir} đang bị chương trình khác khóa. Hãy đóng chương trình đó rồi chạy lại.`,
  );
}

function notWritable(dataDir: string): Trouble {
  return new Trouble(
    'not-writable',
    `Không ghi được vào thư mục dữ liệu ${dataDir}. Hãy cấp quyền ghi, hoặc đặt DATA_DIR tới thư mục khác.`,
  );
}

/** Bytes that are free where the folder is; infinite where the system does not say. */
export function freeBytes(dataDir: string): number {
  try {
    const { bavail, bsize } = statfsSync(dataDir);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
