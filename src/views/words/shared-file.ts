/** That a file was made where other machines may share it, and what follows from that. */
export function sayShared(file: string): string {
  return `${file} is where other machines may share it, so it is kept without a write-ahead log: while somebody writes, others wait.`;
}
