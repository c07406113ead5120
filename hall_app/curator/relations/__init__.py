"""Relations below a form: what belongs to the record that is open, from its far end."""
