import { open } from 'node:fs/promises'
import { openCsv } from './csv-table.ts'
import { UnreadableTable } from './table.ts'
import type { Table } from './table.ts'
import { openXlsx } from './xlsx-table.ts'

/** Opens a register file by its content, whatever its name says. Throws UnreadableTable with the reason in Chinese. */
export async function openTable(path: string): Promise<Table> {
  const head = await firstBytes(path)
  if (head.length === 0) throw new UnreadableTable('文件是空的。')
  if (head[0] === 0x50 && head[1] === 0x4b) return openXlsx(path)
  if (head[0] === 0xd0 && head[1] === 0xcf) throw new UnreadableTable('这是旧版XLS文件或带密码的文件。请在表格软件中另存为XLSX（不设密码）后再导入。')
  return openCsv(path)
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
