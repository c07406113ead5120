"""Every change a person can make: one function, one undo step each."""
