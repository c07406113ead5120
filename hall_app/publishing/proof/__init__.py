"""The proof of an enterprise: everything its pages show and say, in one file to be signed."""
