-- To know how many chats were missed of late: visitors who keep asking must not fill everybody's mailbox.
CREATE INDEX conversation_missed ON conversation (ended_at) WHERE state = 'MISSED';
