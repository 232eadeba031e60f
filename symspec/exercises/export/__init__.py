"""Questions in the forms of other systems: Moodle XML, GIFT, PrairieLearn, and a sheet with its key."""
