"""Plates the program draws by itself for records that have no picture. Standard library only."""

from hall_app.publishing.plates.plate import plate_for

__all__ = ["plate_for"]
