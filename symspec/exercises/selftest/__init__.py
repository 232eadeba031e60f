"""Questions that test themselves: right answers in many forms, wrong ones by known slips, unreadable ones."""
