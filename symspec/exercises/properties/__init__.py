"""One decision function for each task: by the properties that define what was asked, in exact arithmetic."""
