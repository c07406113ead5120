"""What leaves the desk: releases, signatures, packages, and reading them back."""
