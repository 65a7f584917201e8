import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const release = 'bookworm';
const most = { maxBuffer: 64 * 1024 * 1024 };

/** A minimal Debian in a folder. Only root can make one. */
export class Debian {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes one from a copy that is kept for the next time. */
  static async make(folder: string): Promise<Debian> {
    const kept = join(
      process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
      `captionkey-debian-${release}`,
    );
    const complete = join(kept, '.complete');
    if (!existsSync(complete)) {
      rmSync(kept, { recursive: true, force: true });
      await execute('debootstrap', ['--variant=minbase', release, kept], most);
      writeFileSync(complete, '');
    }
    await execute('cp', ['--archive', '--reflink=auto', kept, folder]);
    copyFileSync('/etc/resolv.conf', join(folder, 'etc/resolv.conf'));
    const debian = new Debian(folder);
    await debian.run('apt-get', 'update');
    return debian;
  }

  /** Runs a program in it, and returns what it prints. */
  async run(program: string, ...args: string[]): Promise<string> {
    const env = {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      DEBIAN_FRONTEND: 'noninteractive',
      LC_ALL: 'C',
    };
    const { stdout } = await execute('chroot', [this.folder, program, ...args], { ...most, env });
    return stdout;
  }

  install(...packages: string[]): Promise<string> {
    return this.run('apt-get', 'install', '--yes', '--no-install-recommends', ...packages);
  }

  /** Every path, without the records of the package manager itself. */
  async paths(): Promise<string[]> {
    const records = ['/proc', '/sys', '/var/cache', '/var/log', '/var/lib/dpkg', '/var/lib/apt'];
    const left = records.flatMap((path) => ['-path', path, '-prune', '-o']);
    return (await this.run('find', '/', ...left, '-print')).trim().split('\n').sort();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
