"""Floating point beside the exact engine: it checks and measures, and never decides."""
