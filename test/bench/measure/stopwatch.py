"""Runs commands and measures each with wait4(2), which Node does not have.

Reads a command a line as JSON: {"words": [...], "env": {...}}. Answers with a line of JSON: wall time and CPU time
(user and system together) in milliseconds, the largest resident memory in MB, and the exit code.
"""

import json
import os
import sys
import time

KILOBYTE = 1 if sys.platform == "darwin" else 1024
NOTHING = [
    (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
]

for line in sys.stdin:
    command = json.loads(line)
    words = command["words"]
    start = time.perf_counter()
    child = os.posix_spawnp(words[0], words, command["env"], file_actions=NOTHING)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    measured = {
        "wall": wall * 1000,
        "cpu": (usage.ru_utime + usage.ru_stime) * 1000,
        "memory": usage.ru_maxrss * KILOBYTE / 1024**2,
        "exitCode": os.waitstatus_to_exitcode(status),
    }
    print(json.dumps(measured), flush=True)
