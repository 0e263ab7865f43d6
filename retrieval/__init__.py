"""Finding, quoting and answering: from a question to quotations of stored articles."""
