"""Tables in and out of the library: columns and fields, the plan of an import, and its taking in."""
