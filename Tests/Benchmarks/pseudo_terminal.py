"""A program on a pseudo-terminal, watched from outside."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

SILENCE = 0.008  # ends an answer, and is not counted
SETTLED = 0.060  # ends the start


class Session:
    """One run of a program."""

    def __init__(self, command, rows, columns, environment):
        reader, writer = os.pipe()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            self._become(command, rows, columns, environment, writer)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            self.began, self.cpu_before = struct.unpack("qq", pipe.read(16))
        self.first_byte = self.settled = None
        self.start_bytes = 0

    @staticmethod
    def _become(command, rows, columns, environment, writer):
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.write(writer, struct.pack("qq", time.monotonic_ns(), time.process_time_ns()))
            os.execve(command[0], command, environment)
        finally:
            os._exit(127)

    def start(self):
        """Waits for the first picture: milliseconds to the first byte and to the last."""
        end, first, self.start_bytes = self.receive(SETTLED, patience=5)
        self.first_byte = ((first or end) - self.began) / 1e6
        self.settled = (end - self.began) / 1e6
        self.start_cpu = self.cpu() / 1e6
        return self

    def receive(self, silence, patience=1.0):
        """Reads until nothing comes any more: time of the last byte, of the first, and how many."""
        total, first, last, wait = 0, None, time.monotonic_ns(), patience
        while select.select([self.terminal], [], [], wait)[0]:
            try:
                data = os.read(self.terminal, 1 << 16)
            except OSError:
                break
            if not data:
                break
            last = time.monotonic_ns()
            first = first or last
            total += len(data)
            self.last_data = data if wait == patience else self.last_data + data
            wait = silence
        return last, first, total

    def answer(self, key):
        """Microseconds from a key to the last byte of its answer, and the bytes."""
        began = time.monotonic_ns()
        os.write(self.terminal, key)
        last, first, count = self.receive(SILENCE, patience=0.25)
        return ((last - began) / 1e3 if first else None), count

    def flood(self, keys):
        """Milliseconds from the first of many keys, written at once, to the settled screen."""
        began = last = time.monotonic_ns()
        rest = memoryview(keys)
        os.set_blocking(self.terminal, False)
        while True:
            writable = [self.terminal] if rest else []
            ready = select.select([self.terminal], writable, [], SETTLED)
            if not ready[0] and not ready[1]:
                break
            if ready[0]:
                os.read(self.terminal, 1 << 16)
                last = time.monotonic_ns()
            if ready[1]:
                try:
                    rest = rest[os.write(self.terminal, rest[:1024]):]
                except BlockingIOError:
                    time.sleep(0.0002)
        os.set_blocking(self.terminal, True)
        return (last - began) / 1e6

    def one_by_one(self, keys):
        """Writes keys, each after the answer to the one before it."""
        for key in keys:
            os.write(self.terminal, bytes([key]))
            self.receive(0, patience=0.003)
        self.receive(SETTLED, patience=SETTLED)

    def cpu(self):
        """Nanoseconds of CPU since the program was executed."""
        return time.clock_gettime_ns(((~self.pid) << 3) | 2) - self.cpu_before

    @property
    def rests(self):
        """Whether none of its threads computes, or waits for its turn to."""
        tasks = f"/proc/{self.pid}/task"
        for task in os.listdir(tasks):
            with open(f"{tasks}/{task}/stat") as words:
                if words.read().rsplit(")", 1)[1].split()[0] in "RD":
                    return False
        return True

    def status(self, name):
        """A number of /proc/PID/status."""
        with open(f"/proc/{self.pid}/status") as lines:
            return sum(int(line.split()[1]) for line in lines if line.split(":")[0].endswith(name))

    @property
    def switches(self):
        return self.status("ctxt_switches")

    @property
    def memory(self):
        """Megabytes in memory now."""
        return self.status("VmRSS") / 1024

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
