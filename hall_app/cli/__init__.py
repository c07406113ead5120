"""`hall …`: one module a command; the faces are imported only when they are asked for."""

from hall_app.cli.program import main as main
