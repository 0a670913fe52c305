"""Uploading: a department's file from drop to receipt, in six steps."""

from ui.address import here
from ui.screens import upload

upload.show(here())
