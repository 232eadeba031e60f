"""Hypothesis profiles: SYMSPEC_HYPOTHESIS is quick (the default) or long; under CI quick is deterministic."""

from __future__ import annotations

import os
import signal
import threading

from hypothesis import HealthCheck, settings

# No deadline and no complaint about slow draws: both would measure the machine, not symspec.
settings.register_profile(
    "quick",
    max_examples=50,
    deadline=None,
    derandomize="CI" in os.environ,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("quick"), max_examples=2000, derandomize=False)
settings.load_profile(os.environ.get("SYMSPEC_HYPOTHESIS", "quick"))

# A shell starts background jobs with SIGINT ignored, and children inherit that; tests send it to processes.
if (
    threading.current_thread() is threading.main_thread()
    and signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):
    signal.signal(signal.SIGINT, signal.default_int_handler)
