"""From passages to an answer: quotations with how sure they are, or an abstention."""
