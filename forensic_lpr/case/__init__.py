"""The case file: one SQLite file that holds the audit log and the documents that it names."""
