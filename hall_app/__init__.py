"""The program that runs an exhibition hall: curators edit, visitors touch, packages travel."""

__version__ = "0.1.0"
