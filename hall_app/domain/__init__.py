"""What a hall is: frozen records, ids, multilingual text, dates as values, rules. No I/O."""
