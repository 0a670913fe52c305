"""Questions of single pages, one file a page, one function a question."""
