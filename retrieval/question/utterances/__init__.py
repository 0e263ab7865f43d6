"""What somebody means by a message: a question, a request, a remark, thanks, a greeting, abuse."""
