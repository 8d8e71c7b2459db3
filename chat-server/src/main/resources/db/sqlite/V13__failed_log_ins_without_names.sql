-- They are kept by a seal of what they were aimed at from now on: a password that was typed into the
-- field for the name stood here in clear.
DELETE FROM failed_log_ins;
