"""The visitor's screen: Qt Quick pages over one verified release."""
