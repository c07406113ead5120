"""`hall bench`: the one place where speed is claimed, ours beside a peer's in one run.

Nothing is imported here: a bench that starts a module of this folder measures that module alone.
"""
