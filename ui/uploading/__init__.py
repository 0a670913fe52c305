"""The steps of the upload wizard: choose, read, match, check, send, receipt; one module a step."""
